"""The command line: `python -m macros impor ...`, `... perubahan`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros.dates import build_day
from macros.portal import Portal, load_portal
from macros.ppid.content import Ppid, load_ppid
from macros.ppid.exchange.changes import changes_json
from macros.ppid.exchange.importing import plan
from macros.ppid.exchange.plans import Plan, Planned
from macros.ppid.exchange.selection import Selection
from macros.ppid.exchange.sheets import read_sheet
from macros.ppid.exchange.writing import contents_of, write_all
from macros.problems import ContentError, quoted
from macros.sheets.grids import SheetError


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add this part's commands; each sets `jalankan`, which takes the options and gives the exit code."""
    importing = commands.add_parser(
        "impor",
        help="memasukkan Daftar Informasi Publik dari XLSX atau CSV",
        description="Membandingkan lembar dengan isi portal. Tanpa --tulis tidak ada yang ditulis. "
        "Keluar dengan kode 0 bila benar, 1 bila ada kesalahan atau ada butir berbeda yang tidak ditulis.",
    )
    importing.add_argument("berkas", type=Path, metavar="BERKAS", help="lembar .xlsx atau .csv")
    importing.add_argument("--tulis", action="store_true", help="menulis butir baru, hanya bila semua baris benar")
    importing.add_argument("--perbarui", action="store_true", help="dengan --tulis: menulis juga butir yang berubah")
    importing.add_argument("--uraian", metavar="TEKS", help="apa yang berubah; wajib dengan --perbarui")
    importing.set_defaults(jalankan=run_import)
    changes = commands.add_parser(
        "perubahan",
        help="menulis perubahan Daftar Informasi Publik sebagai JSON",
        description="Menulis apa yang baru, berubah dan ditarik, bentuknya seperti /ppid/perubahan.json.",
    )
    changes.add_argument("--sejak", type=date.fromisoformat, metavar="TTTT-BB-HH", help="hari pertama (bawaan: semua)")
    changes.set_defaults(jalankan=run_changes)
    for parser in (importing, changes):
        parser.add_argument(
            "--tanggal", type=date.fromisoformat, default=build_day(None), metavar="TTTT-BB-HH", help="bawaan: hari ini"
        )


def run_changes(options: Namespace) -> int:
    """Print the changes since a day."""
    try:
        portal, ppid = _content(options.akar)
    except ContentError:
        return 1
    selection = Selection(ppid.information, portal.agencies, options.tanggal)
    sys.stdout.write(changes_json(selection, options.sejak).decode())
    return 0


def run_import(options: Namespace) -> int:
    """Compare a sheet with the content, print what it would do, and do it where that is asked for."""
    note = " ".join((options.uraian or "").split()) or None
    if options.perbarui and not (options.tulis and note):
        print('--perbarui dipakai bersama --tulis dan --uraian "apa yang berubah".', file=sys.stderr)
        return 2
    try:
        portal, ppid = _content(options.akar)
        sheet = read_sheet(options.berkas)
    except ContentError:
        return 1
    except SheetError as error:
        print(error)
        return 1
    found = plan(sheet, ppid.information, portal, options.tanggal, note)
    rows = [*found.of("baru"), *(found.of("berubah") if options.perbarui else ())]
    contents, unchangeable = contents_of(options.akar, rows)
    problems = sorted([*found.problems, *unchangeable])
    for line in report(found, written=options.tulis, updated=options.perbarui):
        print(line)
    for problem in problems:
        print(problem)
    if problems:
        print(f"\n{len(problems)} kesalahan. Tidak ada yang ditulis.", file=sys.stderr)
        return 1
    if not options.tulis:
        print("Uji coba: tidak ada yang ditulis. Ulangi dengan --tulis untuk menulis.")
        return 0
    try:
        write_all(options.akar, contents, rows)
    except (OSError, ContentError) as error:
        reason = f"galat sistem {error.errno}: {quoted(error.filename)}" if isinstance(error, OSError) else f"\n{error}"
        print(f"Tidak ada yang ditulis: {reason}", file=sys.stderr)
        return 1
    print("\n".join(f"ditulis: {row.file}" for row in rows) or "Tidak ada yang perlu ditulis.")
    left = 0 if options.perbarui else len(found.of("berubah"))
    if left:
        print(f"{left} butir berbeda tidak ditulis. Tambahkan --perbarui dan --uraian.", file=sys.stderr)
    return 1 if left else 0


def report(found: Plan, *, written: bool, updated: bool) -> Iterator[str]:
    """What each row does, the notes on the sheet, and the sums."""
    for row in found.rows:
        state = "berbeda, tidak ditulis" if row.state == "berubah" and written and not updated else row.state
        yield f"baris {row.row}: {state}: {row.id} {quoted(row.document.judul)}"
        yield from _differences(row)
    for note in found.notes:
        yield f"catatan: {note}"
    counts = ", ".join(f"{len(found.of(state))} {state}" for state in ("baru", "berubah", "sama"))
    yield f"{len(found.rows)} baris benar: {counts}."


def _differences(row: Planned) -> Iterator[str]:
    for item in row.differences:
        yield f'    kolom "{item.column.heading}": {quoted(item.old)} -> {quoted(item.new)}'
        if item.guessed:
            yield "        bertanda disimpulkan; hapus tandanya dari berkas bila PPID sudah menetapkannya"


def _content(root: Path) -> tuple[Portal, Ppid]:
    """The content to compare with; prints what must be put right first, and raises ContentError."""
    try:
        portal = load_portal(root)
        return portal, load_ppid(root, portal)
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan dalam isi portal. Perbaiki lebih dahulu.", file=sys.stderr)
        raise
