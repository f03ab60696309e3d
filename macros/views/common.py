"""Addresses and small values that all views share. Addresses are relative to the site's root."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from macros.durations import Total
from macros.export import sop_address
from macros.models.sop import Sop, StepKind

KIND_NAMES: dict[StepKind, str] = {
    "mulai": "Mulai",
    "proses": "Kegiatan",
    "keputusan": "Keputusan",
    "selesai": "Selesai",
}


@dataclass(frozen=True)
class Link:
    """A text with the address it leads to, relative to the site's root."""

    teks: str
    url: str


def yaml_address(sop_id: str) -> str:
    """Where an SOP's own file can be downloaded."""
    return f"sop/{sop_id}.yml"


def xlsx_address(sop_id: str) -> str:
    """Where an SOP can be downloaded as a workbook."""
    return f"sop/{sop_id}.xlsx"


def svg_address(sop_id: str) -> str:
    """Where an SOP's flowchart can be downloaded as a picture."""
    return f"sop/{sop_id}.svg"


def bpmn_address(sop_id: str) -> str:
    """Where an SOP's flowchart can be downloaded for BPMN editors."""
    return f"sop/{sop_id}.bpmn"


def pdf_address(name: str) -> str:
    """Where the printed SOP `name`, or all SOPs of the office `name`, can be downloaded."""
    return f"sop/{name}.pdf"


def pdf_link(name: str, printed: Collection[str]) -> str | None:
    """The same, where that PDF is among the printed ones."""
    address = pdf_address(name)
    return address if address in printed else None


def actor_address(actor_id: str) -> str:
    """Address of an actor's page."""
    return f"pelaksana/{actor_id}/"


def regulation_address(regulation_id: str) -> str:
    """Address of a regulation's page."""
    return f"peraturan/{regulation_id}/"


def rule_address(kode: str) -> str:
    """Address of the page of one rule's findings."""
    return f"temuan/{kode}/"


def sop_link(sop: Sop) -> Link:
    """A link to an SOP."""
    return Link(f"{sop.nn} · {sop.nama}", sop_address(sop.id))


def total_text(total: Total) -> str:
    """`45 menit`, or `1–3 minggu` where a time is a range."""
    low, high = (decimal_text(value) for value in (total.minimum, total.maximum))
    return f"{low} {total.satuan}" if low == high else f"{low}–{high} {total.satuan}"


def decimal_text(value: Decimal) -> str:
    """`2.093` and `1,5`, as Indonesians write numbers."""
    return f"{value.normalize():,f}".translate(str.maketrans(".,", ",."))


def step_anchor(no: str) -> str:
    """Id of a step's row on the SOP's page."""
    return f"langkah-{no}"
