"""The ground all models stand on."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.dates import WITA


class Model(BaseModel):
    """A frozen record whose unknown keys are refused; what checks it is made when it is first needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


@cache  # made anew it takes ten milliseconds, and one build asks for the same several times
def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model; to be read, never changed."""
    return model.model_json_schema()


Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that is not empty."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: small letters and digits, words joined by single hyphens."""

WEB_ADDRESS = r"^https?://[^\s/?#]+\S*$"

WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
"""An address on the web, with its scheme and a host, without blanks."""

CONTACT = r"^(https://[^\s/?#]+\S*|mailto:[^@\s]+@[^@\s.]+(\.[^@\s.]+)+|tel:\+[0-9][0-9-]+)$"

Contact = Annotated[str, StringConstraints(pattern=CONTACT)]
"""How somebody is reached, as an address that a browser opens."""

DOCUMENT_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$"

DocumentName = Annotated[str, StringConstraints(pattern=DOCUMENT_NAME)]
"""Name of a file that lies beside the content's own: never a path, and fit to be part of an address for ever."""

Year = Annotated[int, Field(ge=1945, le=2100)]
"""A year of the republic."""


DAY = r"^(19|20)\d\d-\d\d-\d\d$"


def _iso(value: object) -> object:
    """Only TTTT-BB-HH is a date: anything else would be taken for seconds, or for another order."""
    if isinstance(value, str) and not re.fullmatch(DAY, value):
        raise PydanticCustomError("date_form", "TTTT-BB-HH")
    return value


Day = Annotated[date, BeforeValidator(_iso)]
"""A day between 1900 and 2099, written TTTT-BB-HH."""


MOMENT = r"^(19|20)\d\d-\d\d-\d\d \d\d:\d\d$"


def _moment(value: object) -> object:
    """Only TTTT-BB-HH JJ:MM is a moment; it is meant in WITA."""
    if value is None:
        return value  # told of as an empty value
    if isinstance(value, str) and re.fullmatch(MOMENT, value):
        try:
            return datetime.strptime(value, "%Y-%m-%d %H:%M").replace(tzinfo=WITA)
        except ValueError:
            pass
    raise PydanticCustomError("moment_form", "TTTT-BB-HH JJ:MM")


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    PlainSerializer(lambda moment: f"{moment:%Y-%m-%d %H:%M}", when_used="json"),
    WithJsonSchema({"type": "string", "pattern": MOMENT}),
]
"""A minute of a day, written TTTT-BB-HH JJ:MM; always WITA."""


def _when(value: object) -> object:
    """A day or a moment, by what was typed."""
    if isinstance(value, str):
        if re.fullmatch(MOMENT, value):
            return _moment(value)
        if re.fullmatch(DAY, value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
    raise PydanticCustomError("when_form", "TTTT-BB-HH, TTTT-BB-HH JJ:MM")


When = Annotated[
    datetime | date, BeforeValidator(_when), WithJsonSchema({"type": "string", "pattern": f"{DAY}|{MOMENT}"})
]
"""A whole day, written TTTT-BB-HH, or a minute of it, written TTTT-BB-HH JJ:MM and always WITA."""
