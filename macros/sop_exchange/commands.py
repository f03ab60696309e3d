"""The command line: `python -m macros sop-ekspor ...`, `... sop-impor`."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

from macros.portal import Portal, load_portal
from macros.problems import ContentError, quoted, suggestion
from macros.sheets.grids import SheetError
from macros.sheets.yaml_edit import HandWrittenError
from macros.sop_exchange.planning import Plan, plan
from macros.sop_exchange.reading import read_sheets, read_workbook, stated_id
from macros.sop_exchange.workbook import Form, sop_xlsx
from macros.sop_exchange.writing import contents_of, write_all

SOP_ID = re.compile(r"([a-z0-9-]+)/([0-9]{2,4}[a-z]?)")

EXPORT_EXAMPLES = """contoh:
  python -m macros sop-ekspor polewali-mandar/03            menulis polewali-mandar-03.xlsx
  python -m macros sop-ekspor polewali-mandar/03 sop.xlsx   menulis sop.xlsx
  python -m macros sop-ekspor --kosong mamuju               formulir kosong dengan nomor berikutnya
"""

IMPORT_EXAMPLES = """contoh:
  python -m macros sop-impor sop.xlsx                       uji coba: tidak ada yang ditulis
  python -m macros sop-impor sop.xlsx --tulis               menulis SOP-nya
  python -m macros sop-impor sop.xlsx --sop mamuju/21       bukan id pada lembar Register
"""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add this part's commands; each sets `jalankan`, which takes the options and gives the exit code."""
    export = commands.add_parser(
        "sop-ekspor",
        help="menulis satu SOP, atau formulir kosong, sebagai XLSX",
        description="Menulis satu SOP sebagai buku kerja Excel seperti formulir kantor. Berkas yang ada tidak ditimpa.",
        epilog=EXPORT_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    export.add_argument("sop", metavar="SOP", help="id SOP; dengan --kosong boleh id instansi saja")
    export.add_argument("berkas", nargs="?", type=Path, metavar="BERKAS", help="bawaan: instansi-nomor.xlsx")
    export.add_argument("--kosong", action="store_true", help="formulir kosong untuk SOP baru")
    export.set_defaults(jalankan=run_export)
    importing = commands.add_parser(
        "sop-impor",
        help="memasukkan satu SOP dari XLSX",
        description="Membandingkan lembar dengan isi portal. Tanpa --tulis tidak ada yang ditulis. "
        "Keluar dengan kode 0 bila benar, 1 bila ada kesalahan.",
        epilog=IMPORT_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    importing.add_argument("berkas", type=Path, metavar="BERKAS", help="lembar .xlsx atau .xlsm")
    importing.add_argument("--sop", metavar="ID", help="id SOP, bila lain dari yang ditulis pada lembar Register")
    importing.add_argument("--tulis", action="store_true", help="menulis berkas SOP, hanya bila semuanya benar")
    importing.add_argument(
        "--daftarkan", action="store_true", help="pelaksana yang belum ada di register dijadikan pelaksana baru"
    )
    importing.set_defaults(jalankan=run_import)


def run_export(options: Namespace) -> int:
    """Write one workbook."""
    portal = _content(options.akar)
    if portal is None:
        return 1
    sop_id = _new_id(options.sop, portal) if options.kosong else options.sop
    mistake = _wrong_id(sop_id, portal)
    if not mistake and (sop_id in portal.sops) == options.kosong:
        mistake = (
            f"SOP {quoted(sop_id)} sudah ada. Hapus --kosong untuk menulis isinya."
            if options.kosong
            else f"tidak ada SOP {quoted(sop_id)}.{suggestion(sop_id, portal.sops)}"
        )
    if mistake:
        print(mistake, file=sys.stderr)
        return 1
    file = options.berkas or Path(f"{sop_id.replace('/', '-')}.xlsx")
    try:
        with file.open("xb") as out:
            out.write(sop_xlsx(Form(sop_id, portal.sops.get(sop_id), portal.offices[sop_id.split("/")[0]], portal)))
    except FileExistsError:
        print(f"{quoted(file)} sudah ada. Hapus dahulu, atau sebut nama lain.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{quoted(file)} tidak dapat ditulis (galat sistem {error.errno}).", file=sys.stderr)
        return 1
    print(f"ditulis: {file}")
    return 0


def run_import(options: Namespace) -> int:
    """Compare a workbook with the content, print what it would do, and do it where that is asked for."""
    portal = _content(options.akar)
    if portal is None:
        return 1
    try:
        sheets = read_sheets(options.berkas)
        sop_id = options.sop or stated_id(sheets)
        if sop_id is None:
            raise SheetError("id SOP tidak ada pada lembar Register. Tulis di sana, atau sebut dengan --sop.")
        if mistake := _wrong_id(sop_id, portal):
            raise SheetError(mistake)
        found = plan(read_workbook(sheets, sop_id, portal, options.daftarkan), portal)
    except SheetError as error:
        print(error)
        return 1
    for line in report(found):
        print(line)
    for problem in found.problems:
        print(problem)
    if found.problems or found.document is None:
        print(f"\n{len(found.problems)} kesalahan. Tidak ada yang ditulis.", file=sys.stderr)
        return 1
    if not options.tulis:
        print("Uji coba: tidak ada yang ditulis. Ulangi dengan --tulis untuk menulis.")
        return 0
    return _write(options.akar, found, portal)


def _write(root: Path, found: Plan, portal: Portal) -> int:
    try:
        contents = contents_of(found, portal)
        write_all(root, contents, found)
    except (HandWrittenError, UnicodeDecodeError):
        print(f"{found.file} ditulis dengan cara yang tidak diubah otomatis. Ubah dengan tangan.", file=sys.stderr)
        return 1
    except (OSError, ContentError) as error:
        reason = f"galat sistem {error.errno}: {quoted(error.filename)}" if isinstance(error, OSError) else f"\n{error}"
        print(f"Tidak ada yang ditulis: {reason}", file=sys.stderr)
        return 1
    print("\n".join(f"ditulis: {file}" for file in contents) or "Tidak ada yang perlu ditulis.")
    return 0


def report(found: Plan) -> Iterator[str]:
    """What the workbook would do, value by value."""
    name = found.document.nama if found.document else ""
    yield f"{found.sop_id}: {found.state}: {quoted(name)}" if name else f"{found.sop_id}:"
    for item in found.differences:
        where = f" ({item.place})" if str(item.place) else ""
        old, new = ("tidak ada" if value is None else quoted(value) for value in (item.old, item.new))
        yield f"    {item.part}{where}: {old} -> {new}"
        if item.concluded:
            yield "        bertanda disimpulkan; hapus barisnya dari lembar Disimpulkan bila sudah pasti"
    for actor in found.new_actors:
        yield f"    pelaksana baru di register: {actor.id} ({actor.nama})"
    for note in found.notes:
        yield f"catatan: {note}"


def _new_id(typed: str, portal: Portal) -> str:
    """An office's next free number; what already is an SOP's id stays."""
    if "/" in typed or typed not in portal.offices:
        return typed
    taken = [int(re.sub(r"\D", "", sop.nn)) for sop in portal.sops_of(typed)]
    return f"{typed}/{max(taken, default=0) + 1:02}"


def _wrong_id(sop_id: str, portal: Portal) -> str | None:
    found = SOP_ID.fullmatch(sop_id)
    if not found:
        return f"{quoted(sop_id)} bukan id SOP. Bentuknya instansi/nomor, misalnya polewali-mandar/03."
    if found[1] not in portal.offices:
        return f"{quoted(found[1])} bukan instansi di register.{suggestion(found[1], portal.offices)}"
    return None


def _content(root: Path) -> Portal | None:
    """The content to compare with; prints what must be put right first."""
    try:
        return load_portal(root)
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan dalam isi portal. Perbaiki lebih dahulu.", file=sys.stderr)
        return None
