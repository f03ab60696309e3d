"""Nothing of an SOP is left behind, also not what is added to the model one day."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.models.base import Day, Text
from macros.models.sop import Actor, Exit, Irregularity, LegalBasis, Relation, SopDocument, Step
from macros.sop_exchange import shape


def test_every_field_of_an_sop_travels() -> None:
    """In a cell of its own, or on the sheet that is named for it. A new list or record needs a sheet: see SHEET_OF."""
    carried = {key.split(".")[0] for key in shape.SOP_VALUES} | set(shape.SHEET_OF)
    assert carried == set(SopDocument.model_fields)


def test_every_field_of_a_step_travels() -> None:
    """A new field of one value gets a column by itself; a new list or record needs a sheet: see STEP_SHEET_OF."""
    assert set(shape.STEP_VALUES) | set(shape.STEP_SHEET_OF) == set(Step.model_fields)
    assert not set(shape.STEP_VALUES) & set(shape.STEP_SHEET_OF)


def test_the_records_in_lists_have_no_more_fields_than_their_sheets() -> None:
    """Their columns are written one by one; a field that is added has to get one."""
    assert set(Actor.model_fields) == {"id", "tertulis"}
    assert set(Exit.model_fields) == {"ke", "label"}
    assert set(Irregularity.model_fields) == {"bagian", "uraian"}
    assert set(LegalBasis.model_fields) == {"teks", shape.ITEM_ID["dasar_hukum"]}
    assert set(Relation.model_fields) == {"teks", shape.ITEM_ID["keterkaitan"]}


def test_new_values_get_columns_by_themselves() -> None:
    """A choice, a text, a day, a number: found in the model, with what the model says of them."""

    class Richer(Step):
        syarat: Literal["naskah", "foto"] | None = Field(None, description="Yang harus ada.")
        catatan: Text | None = None
        sejak: Day | None = None
        jumlah: int | None = None

    new = {value.key: value for value in shape.values_of(Richer) if value.key not in Step.model_fields}
    assert list(new) == ["syarat", "catatan", "sejak", "jumlah"]
    assert (new["syarat"].choices, new["syarat"].help, new["syarat"].required) == (
        ("naskah", "foto"),
        "Yang harus ada.",
        False,
    )
    assert new["sejak"].kind == "tanggal"
    assert shape.heading("syarat_baru") == "Syarat baru"
