"""The flow of an SOP: what is implied, which symbol a step has, what cannot be walked."""

from __future__ import annotations

from macros.flow import Flow
from macros.models.sop import Exit, Step


def step(no: str, *exits: tuple[str, str | None], decision: bool = False) -> Step:
    """A step with the exits that are written in the file; none written means the row below."""
    written = tuple(Exit(ke=target, label=label) for target, label in exits) or None
    return Step(no=no, kegiatan="x", pelaksana=("a",), jenis="keputusan" if decision else None, berikutnya=written)


LOOP = Flow(
    (
        step("1"),
        step("2", ("3", "Ya"), ("1", "Tidak"), decision=True),
        step("3", ("4", "Lengkap"), ("selesai", "Batal"), decision=True),
        step("4"),
    )
)


def test_unwritten_exits_lead_to_the_row_below() -> None:
    """Rows follow each other unless the file says otherwise; the last one ends."""
    assert [[exit_.ke for exit_ in LOOP.exits[no]] for no in "1234"] == [["2"], ["3", "1"], ["4", "selesai"], []]


def test_entries_mirror_exits() -> None:
    """Where a step is come from, loop-backs included."""
    assert LOOP.entries == {"1": ("2",), "2": ("1",), "3": ("2",), "4": ("3",)}


def test_symbols() -> None:
    """The first step starts, a step without a way on ends, decisions are written, the rest are activities."""
    flow = Flow((step("1"), step("2"), step("3", ("5", "Ya"), ("4", "Tidak"), decision=True), step("4", ("selesai", None)), step("5")))  # fmt: skip
    assert [flow.kind(item) for item in flow.steps] == ["mulai", "proses", "keputusan", "selesai", "selesai"]


def test_back_means_an_earlier_row_or_the_same() -> None:
    """Direction follows the rows of the table, not the size of numbers."""
    assert LOOP.is_back("2", "1")
    assert LOOP.is_back("2", "2")
    assert not LOOP.is_back("2", "3")
    assert not LOOP.is_back("3", "selesai")


def test_unreachable_and_trapped() -> None:
    """Steps nothing leads to, and steps that never end."""
    flow = Flow((step("1", ("3", None)), step("2"), step("3", ("1", None)), step("4")))
    assert flow.unreachable() == ["2", "4"]
    assert flow.trapped() == ["1", "2", "3"]
    assert LOOP.unreachable() == LOOP.trapped() == []
