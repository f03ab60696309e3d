"""What holds for the PPID's pages as a whole."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Model
from macros.models.sop import SopId


class PpidSettings(Model):
    """`ppid_data/ppid.yml`."""

    sop: SopId | None = Field(
        None, description="Id SOP yang mengatur penerbitan informasi, untuk butir yang tidak menyebut SOP lain."
    )
