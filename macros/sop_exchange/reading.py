"""A workbook -> the values it states, each with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.portal import Portal
from macros.problems import quoted
from macros.sheets.cells import normal_heading
from macros.sheets.grid_xlsx import xlsx_grids
from macros.sheets.grids import Grid, SheetError, locked_or_old, read_bytes
from macros.sop_exchange import shape
from macros.sop_exchange.identity import read_identity, read_register
from macros.sop_exchange.names import ActorNames
from macros.sop_exchange.others import SHEETS
from macros.sop_exchange.procedure import ActorFinder, read_procedure
from macros.sop_exchange.tables import Collected, plain

ENDINGS = (".xlsx", ".xlsm")
NOT_READ = (shape.GUIDE, shape.CHOICES)


@dataclass(frozen=True)
class Stated:
    """What a workbook says: of which SOP, its values, and the actors that the register does not have."""

    sop_id: str
    collected: Collected
    new_actors: Mapping[str, str]


def read_sheets(file: Path) -> dict[str, Grid]:
    """The sheets of a workbook by the names that this module knows, others by their own; raises SheetError."""
    data = read_bytes(file)
    locked_or_old(data, file)
    if file.suffix.lower() not in ENDINGS:
        raise SheetError(f"akhiran {quoted(file.suffix)} tidak dibaca. Simpan sebagai .xlsx.")
    if not data.startswith(b"PK"):
        raise SheetError(f"{quoted(file.name)} bukan buku kerja Excel, atau rusak. Simpan ulang sebagai .xlsx.")
    known = {normal_heading(name): name for name in (*NOT_READ, *_SHEETS)}
    sheets = {known.get(normal_heading(grid.name), grid.name): grid for grid in xlsx_grids(data, file.name)}
    if shape.IDENTITY not in sheets and shape.PROCEDURE not in sheets:
        raise SheetError(
            f"{quoted(file.name)} tidak memuat lembar {shape.IDENTITY} dan {shape.PROCEDURE}. "
            "Lembar kosongnya dibuat dengan: .venv/bin/python -m macros sop-ekspor --kosong mamuju"
        )
    return sheets


_SHEETS = tuple(dict.fromkeys((*shape.SHEET_OF.values(), *shape.STEP_SHEET_OF.values())))


def stated_id(sheets: Mapping[str, Grid]) -> str | None:
    """The SOP's id, as the sheet Register gives it."""
    grid = sheets.get(shape.REGISTER)
    for row in grid.rows if grid else ():
        cells = [plain(cell) for cell in row]
        if shape.SOP_ID in cells[:-1]:
            return cells[cells.index(shape.SOP_ID) + 1] or None
    return None


def read_workbook(sheets: Mapping[str, Grid], sop_id: str, portal: Portal, register_new: bool) -> Stated:
    """All that the sheets say of an SOP of a known office; raises SheetError where no procedure is found."""
    office = portal.offices[sop_id.split("/")[0]]
    collected = Collected()
    finder = ActorFinder(ActorNames(portal, office.id), register_new)
    register = read_register(sheets.get(shape.REGISTER), collected)
    read_identity(sheets.get(shape.IDENTITY), office, register, collected)
    finder.read_list(sheets.get(shape.ACTORS), collected)
    read_procedure(sheets.get(shape.PROCEDURE), finder, collected)
    for name, read in SHEETS.items():
        read(sheets.get(name), collected)
    for name in sheets:
        if name not in (*NOT_READ, *_SHEETS):
            collected.notes.append(f"lembar {quoted(name)} tidak dibaca.")
    return Stated(sop_id, collected, finder.new)
