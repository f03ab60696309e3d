"""Workbooks to change by hand, and what an import makes of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from macros.models.sop import Sop
from macros.portal import Portal
from macros.sheets.grids import Grid
from macros.sop_exchange.planning import Plan, plan
from macros.sop_exchange.reading import read_sheets, read_workbook
from macros.sop_exchange.workbook import Form, sop_xlsx

HandWork = Callable[[Any], None]
"""Changes an open workbook as a person would."""


def as_form(sop: Sop, portal: Portal) -> Form:
    """What a workbook is made from."""
    return Form(sop.id, sop, portal.offices[sop.instansi], portal)


def exported(sop: Sop, portal: Portal) -> bytes:
    """The workbook of an SOP."""
    return sop_xlsx(as_form(sop, portal))


def changed(book: bytes, change: HandWork) -> bytes:
    """A workbook after somebody worked on it."""
    opened = load_workbook(io.BytesIO(book))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def imported(book: bytes, sop_id: str, portal: Portal, folder: Path, register_new: bool = False) -> Plan:
    """What an import of a workbook would do."""
    return planned(opened(book, folder), sop_id, portal, register_new)


def opened(book: bytes, folder: Path) -> dict[str, Grid]:
    """The sheets of a workbook."""
    file = folder / "sop.xlsx"
    file.write_bytes(book)
    return read_sheets(file)


def planned(sheets: dict[str, Grid], sop_id: str, portal: Portal, register_new: bool = False) -> Plan:
    """What an import of sheets would do."""
    return plan(read_workbook(sheets, sop_id, portal, register_new), portal)


def without(portal: Portal, sop_id: str) -> Portal:
    """The same portal before it had an SOP; others may name it all the same."""
    return replace(portal, sops={id_: sop for id_, sop in portal.sops.items() if id_ != sop_id})


def cell_with(sheet: Any, text: object) -> Any:
    """The first cell of a sheet that says just this."""
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)
