"""A planned SOP -> its file, and the register of actors where it got new ones: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.loading import ValuePath, load_yaml
from macros.models.sop import SopDocument
from macros.portal import DATA_FOLDER, REGISTER_FOLDER, Portal, load_portal
from macros.problems import ContentError
from macros.sheets.replacing import replace_all
from macros.sheets.yaml_edit import changed_text
from macros.sheets.yaml_text import block
from macros.sop_exchange import shape
from macros.sop_exchange.planning import Plan
from macros.validation import validate

SCHEMA_LINE = "# yaml-language-server: $schema=../sop.schema.json\n"


def new_text(document: SopDocument) -> str:
    """The file of a new SOP."""
    parts = (block(key, value, (key,), shape.is_flow) for key, value in shape.plain(document).items())
    return SCHEMA_LINE + "".join(parts)


def contents_of(planned: Plan, portal: Portal) -> dict[Path, str]:
    """File -> its new text, for each that changes. Raises HandWrittenError, OSError or UnicodeDecodeError."""
    contents: dict[Path, str] = {}
    assert planned.document is not None
    if planned.existing is None:
        contents[planned.file] = new_text(planned.document)
    elif planned.differences:
        text = planned.file.read_bytes().decode("utf-8")
        before, after = shape.plain(planned.existing), shape.plain(planned.document)
        contents[planned.file] = changed_text(text, before, after, shape.is_flow)
    if planned.new_actors:
        register = portal.shared / DATA_FOLDER / REGISTER_FOLDER / "pelaksana.yml"
        known = [actor.model_dump(exclude_none=True) for actor in portal.actors.values()]
        new = [actor.model_dump(exclude_none=True) for actor in planned.new_actors]
        text = register.read_bytes().decode("utf-8")
        contents[register] = changed_text(text, {"pelaksana": known}, {"pelaksana": known + new}, _actor_on_one_line)
    return contents


def _actor_on_one_line(path: ValuePath) -> bool:
    return len(path) == 2


def write_all(root: Path, contents: Mapping[Path, str], planned: Plan) -> None:
    """Write every file, or none; the SOP's must read as planned. Raises OSError or ContentError."""

    def check(temporary: Mapping[Path, Path]) -> None:
        if planned.file not in temporary:
            return
        loaded = load_yaml(temporary[planned.file], planned.file.name)
        document = validate(SopDocument, loaded)
        if document is None or loaded.problems or shape.plain(document) != shape.plain(planned.document or document):
            message = "tidak terbaca kembali seperti yang direncanakan. Ubah berkas ini dengan tangan."
            raise ContentError([loaded.problem((), message)])

    replace_all(contents, check, lambda: load_portal(root))
