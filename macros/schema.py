"""JSON Schemas, generated from the models so that they cannot drift from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from macros.models.opendata import OpenSops
from macros.models.registers import ActorRegister, AgencyRegister, OfficeRegister, RegulationRegister
from macros.models.sop import SopDocument
from macros.perangkat.models import DirectorySettings
from macros.ppid.models.announcement import AnnouncementDocument
from macros.ppid.models.deadlines import DeadlineDocument
from macros.ppid.models.emonev import Criteria, Results
from macros.ppid.models.exclusion import ExclusionDocument
from macros.ppid.models.holidays import HolidayDocument
from macros.ppid.models.information import InformationDocument
from macros.ppid.models.legal_list import LegalList
from macros.ppid.models.links import LinkReport
from macros.ppid.models.report import ReportDocument
from macros.ppid.models.service import ServiceDocument
from macros.ppid.models.settings import PpidSettings
from macros.searching.synonyms import SynonymRegister
from macros.spbe.models.index import IndexDocument
from macros.spbe.models.policy import ActivityRegister, PolicyDocument
from macros.spbe.models.settings import SourceRegister, SpbeSettings
from macros.spbe.situs.models import FormDocument, PeriodDocument
from macros.warta.magazine_models import MagazineDocument
from macros.warta.models import CategoryRegister

EDITOR_SCHEMAS: Mapping[str, type[BaseModel]] = {
    "sop_data/sop.schema.json": SopDocument,
    "sop_data/register/instansi.schema.json": OfficeRegister,
    "sop_data/register/perangkat_daerah.schema.json": AgencyRegister,
    "sop_data/register/pelaksana.schema.json": ActorRegister,
    "sop_data/register/peraturan.schema.json": RegulationRegister,
    "ppid_data/informasi.schema.json": InformationDocument,
    "warta_data/kategori.schema.json": CategoryRegister,
    "warta_data/majalah.schema.json": MagazineDocument,
    "pencarian_data/sinonim.schema.json": SynonymRegister,
    "ppid_data/ppid.schema.json": PpidSettings,
    "ppid_data/laporan.schema.json": ReportDocument,
    "ppid_data/tautan.schema.json": LinkReport,
    "ppid_data/e-monev-kriteria.schema.json": Criteria,
    "ppid_data/e-monev-hasil.schema.json": Results,
    "ppid_data/hari-libur.schema.json": HolidayDocument,
    "ppid_data/tenggat.schema.json": DeadlineDocument,
    "ppid_data/layanan.schema.json": ServiceDocument,
    "ppid_data/dikecualikan.schema.json": ExclusionDocument,
    "ppid_data/serta-merta.schema.json": AnnouncementDocument,
    "ppid_data/daftar-hukum.schema.json": LegalList,
    "perangkat_data/perangkat.schema.json": DirectorySettings,
    "spbe_data/spbe.schema.json": SpbeSettings,
    "spbe_data/sumber.schema.json": SourceRegister,
    "spbe_data/indeks.schema.json": IndexDocument,
    "spbe_data/kegiatan.schema.json": ActivityRegister,
    "spbe_data/kebijakan.schema.json": PolicyDocument,
    "spbe_data/situs/formulir.schema.json": FormDocument,
    "spbe_data/situs/periode.schema.json": PeriodDocument,
}
"""Files beside the data that give editors completion -> the model they describe."""


def schema_text(model: type[BaseModel]) -> str:
    """The JSON Schema of a model as text, the same for the same model."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def open_data_schema() -> str:
    """The JSON Schema of `/sop/sop.json`."""
    return schema_text(OpenSops)


def write_editor_schemas(root: Path) -> list[str]:
    """Write every schema file that is not current; gives the names of those written."""
    written = []
    for name, model in EDITOR_SCHEMAS.items():
        text = schema_text(model)
        file = root / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            written.append(name)
    return written
