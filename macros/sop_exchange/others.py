"""The sheets Cabang, Disimpulkan and Kejanggalan, whose rows belong to steps or to the SOP."""

from __future__ import annotations

from typing import Any, get_args

from macros.models.sop import SopField, StepField
from macros.problems import quoted, suggestion
from macros.sheets.grids import Grid
from macros.sop_exchange import shape
from macros.sop_exchange.tables import Collected, table


def _steps(collected: Collected) -> dict[str, tuple[int, dict[str, Any]]]:
    steps: Any = collected.data.get("langkah", [])
    return {str(step.get("no")): (index, step) for index, step in enumerate(steps)}


def read_exits(grid: Grid | None, collected: Collected) -> None:
    """The arrows, each put into the step it leaves."""
    rows = grid and table(grid, {"Dari Langkah": "dari", "Label": "label", "Ke Langkah": "ke"}, collected)
    if not rows:
        collected.absent.add("langkah.berikutnya")
        return
    steps = _steps(collected)
    for row in rows.rows():
        source = rows.text(row, "dari", collected) or ""
        label, target = rows.text(row, "label", collected), rows.text(row, "ke", collected)
        if source not in steps:
            message = f"tidak ada langkah {quoted(source)} di lembar Prosedur.{suggestion(source, steps)}"
            collected.problem(rows.place(row, "dari"), message)
            continue
        index, step = steps[source]
        exits = step.setdefault("berikutnya", [])
        path = ("langkah", index, "berikutnya")
        collected.at(path, rows.place(row, "dari"))
        if target == "":
            continue
        place = (*path, len(exits))
        for key in ("ke", "label"):
            collected.at((*place, key), rows.place(row, key))
        collected.at(place, rows.place(row, "ke"))
        exits.append({"ke": target} | ({"label": label} if label is not None else {}))


def read_conclusions(grid: Grid | None, collected: Collected) -> None:
    """What was concluded, each put into its step, or into the SOP."""
    rows = grid and table(grid, {"Langkah": "langkah", "Bagian": "bagian", "Alasan": "alasan"}, collected)
    if not rows:
        collected.absent |= {"disimpulkan", "langkah.disimpulkan"}
        return
    steps = _steps(collected)
    for row in rows.rows():
        no = rows.text(row, "langkah", collected)
        if no is not None and no not in steps:
            message = f"tidak ada langkah {quoted(no)} di lembar Prosedur.{suggestion(no, steps)}"
            collected.problem(rows.place(row, "langkah"), message)
            continue
        index, step = steps[no] if no is not None else (0, collected.data)
        part = rows.text(row, "bagian", collected) or ""
        reasons = step.setdefault("disimpulkan", {})
        assert isinstance(reasons, dict)
        if part in reasons:
            collected.problem(
                rows.place(row, "bagian"), f"bagian {quoted(part)} sudah ditulis di atas. Hapus salah satu."
            )
        reasons[part] = rows.text(row, "alasan", collected)
        path = (*(("langkah", index) if no is not None else ()), "disimpulkan", part)
        known = get_args(StepField) if no is not None else get_args(SopField)
        collected.at(path, rows.place(row, "alasan" if part in known else "bagian"))


def read_irregularities(grid: Grid | None, collected: Collected) -> None:
    """What is odd about the document."""
    rows = grid and table(grid, {"Bagian": "bagian", "Uraian": "uraian"}, collected)
    if not rows:
        collected.absent.add("kejanggalan")
        return
    items: list[dict[str, str]] = []
    for row in rows.rows():
        path = ("kejanggalan", len(items))
        texts = {}
        for key in ("bagian", "uraian"):
            text = rows.text(row, key, collected)
            collected.at((*path, key), rows.place(row, key))
            if text is not None:
                texts[key] = text
        collected.at(path, rows.place(row, "bagian"))
        items.append(texts)
    collected.data["kejanggalan"] = items


SHEETS = {
    shape.EXITS: read_exits,
    shape.CONCLUSIONS: read_conclusions,
    shape.IRREGULARITIES: read_irregularities,
}
