"""Reads content files into models, keeping every problem on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from macros import rules
from macros.loading import Loaded, load_yaml
from macros.problems import ContentError, Problem
from macros.validation import ModelType, validate


class Reader:
    """The files read so far, by name, and the problems that belong to none of them.

    `root` is the folder of the office's own data, `shared` that of what all offices share.
    """

    def __init__(self, root: Path, shared: Path | None = None) -> None:
        self.root = root
        self.shared = shared or root
        self.files: dict[str, Loaded] = {}
        self.problems: list[Problem] = []

    def load(self, file: Path) -> Loaded:
        """The plain values of one YAML file; a NIP or NIK anywhere in it is a problem."""
        berkas = self.name(file)
        loaded = self.files[berkas] = load_yaml(file, berkas)
        loaded.problems += rules.check_private_numbers(loaded.text, berkas)
        return loaded

    def register(
        self, file: Path, model: type[ModelType], check: Callable[[ModelType, Loaded], Iterator[Problem]]
    ) -> ModelType | None:
        """One file as a model that also keeps the rules of `check`; None where it has mistakes."""
        loaded = self.load(file)
        register = validate(model, loaded)
        if register:
            self.problems += check(register, loaded)
        return register

    def listing(self, folder: Path) -> list[Path]:
        """What lies in a folder, by name; a folder that cannot be read is a problem."""
        try:
            return sorted(folder.iterdir()) if folder.is_dir() else []
        except OSError:
            self.problem(folder, "folder ini tidak dapat dibaca; periksa hak aksesnya.")
            return []

    def own_or_shared(self, path: Path) -> Path:
        """A file or folder below `root`; where the office has none, the one that all offices share.

        For what is the same in every office, such as the terms that a law sets.
        """
        return path if path.exists() else self.shared / path.relative_to(self.root)

    def name(self, file: Path) -> str:
        """The name under which a file is told of: relative to the folder of the office's own data."""
        if file.is_relative_to(self.root):
            return file.relative_to(self.root).as_posix()
        return Path(os.path.relpath(file, self.root)).as_posix()

    def problem(self, file: Path, pesan: str) -> None:
        """Keep a problem with a file or folder as a whole."""
        self.problems.append(Problem(self.name(file), 1, "", pesan))

    def raise_problems(self) -> None:
        """Raises ContentError with every problem found so far, where there is one."""
        problems = [*self.problems, *(problem for loaded in self.files.values() for problem in loaded.problems)]
        if problems:
            raise ContentError(problems)
