"""Reads periods: a YAML file that says what was counted, and a CSV of the same name with the figures."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from macros.layanan.period_models import Governing, PeriodDocument
from macros.layanan.rules import unknown_sop, unknown_step
from macros.loading import Loaded
from macros.portal import Portal
from macros.ppid.content import SLUG
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader
from macros.validation import validate

Period = TypeVar("Period", bound=PeriodDocument)


def read_pairs(
    reader: Reader, folder: Path, model: type[Period], offices: Collection[str] | None, others: Collection[str] = ()
) -> Iterator[tuple[str, Period, Path]]:
    """(name, document, its CSV) of every period in a folder; `others` are names of files that are none."""
    files = [file for file in reader.listing(folder) if not file.name.startswith(".") and file.name not in others]
    names = {ending: {file.stem for file in files if file.suffix == ending} for ending in (".yml", ".csv")}
    for file in files:
        if file.is_symlink() or not file.is_file() or file.suffix not in names:
            reader.problem(file, "di folder ini hanya ada berkas .yml dan .csv dengan nama yang sama. Pindahkan.")
        elif file.suffix == ".csv":
            if file.stem not in names[".yml"]:
                reader.problem(file, f"tanpa keterangan. Tulis {file.stem}.yml di sampingnya: instansi, masa, sumber.")
        elif file.stem not in names[".csv"]:
            reader.problem(file, f"tanpa angka. Letakkan {file.stem}.csv di sampingnya.")
        elif not SLUG.fullmatch(file.stem):
            reader.problem(
                file,
                "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, misalnya 2026-semester-1.yml.",
            )
        else:
            loaded = reader.load(file)
            document = validate(model, loaded)
            if document:
                loaded.problems += _violations(document, loaded, offices)
                yield file.stem, document, file.with_suffix(".csv")


def _violations(item: PeriodDocument, loaded: Loaded, offices: Collection[str] | None) -> Iterator[Problem]:
    """The office is registered; a period ends after it begins, and is published after it has ended."""
    if offices is not None and item.instansi not in offices:
        hint = suggestion(item.instansi, offices)
        message = f"{quoted(item.instansi)} bukan instansi yang ada.{hint} Yang terdaftar: {', '.join(offices)}."
        yield loaded.problem(("instansi",), message)
    if item.sampai < item.mulai:
        yield loaded.problem(("sampai",), f"{item.sampai} mendahului mulai ({item.mulai}).")
    if item.terbit and item.terbit <= item.sampai:
        message = f"{item.terbit} belum lewat masa yang dihitung (sampai {item.sampai}). Muat sesudah masanya selesai."
        yield loaded.problem(("terbit",), message)


def check_overlaps(reader: Reader, items: Iterable[tuple[str, PeriodDocument, Hashable]]) -> None:
    """Two periods of one office about the same thing do not overlap: else something would be counted twice.

    `items` are the file's name, the period, and what it is about.
    """
    kept: dict[Hashable, list[tuple[str, PeriodDocument]]] = {}
    for name, item, about in sorted(items, key=lambda entry: (entry[1].mulai, entry[0])):
        before = kept.setdefault((item.instansi, about), [])
        if before and item.mulai <= before[-1][1].sampai:
            message = f"masa ini ({item.waktu}) sebagian sudah dihitung {before[-1][0]} ({before[-1][1].waktu})."
            reader.problems.append(reader.files[name].problem(("mulai",), message))
        before.append((name, item))


def check_governing(items: Collection[Governing], loaded: Loaded, portal: Portal) -> Iterator[Problem]:
    """The SOPs that govern a part of the site, and the steps that are meant, are there."""
    for index, item in enumerate(items):
        sop = portal.sops.get(item.sop)
        if sop is None:
            yield loaded.problem(("sop", index, "sop"), unknown_sop(item.sop, portal.sops))
        elif item.langkah and item.langkah not in {step.no for step in sop.langkah}:
            yield loaded.problem(("sop", index, "langkah"), unknown_step(item.langkah, sop))
