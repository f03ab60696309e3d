"""Running the import as a person does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from tests.conftest import TODAY
from tests.ppid.exchange_examples import write_entries
from tests.ppid.importing.sheets import Run, sheet


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Import rows into a project folder that has one published entry; (exit code, what was printed)."""
    write_entries(project, lama={"tahun": "2025"})

    def imported(rows: list[tuple[Any, ...]] | Path, *options: str) -> tuple[int, str]:
        file = rows if isinstance(rows, Path) else sheet(project / "lembar.csv", rows)
        arguments = ["--akar", str(project), "impor", str(file), "--tanggal", TODAY.isoformat(), *options]
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return imported
