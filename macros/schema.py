"""JSON Schemas, generated from the models so that they cannot drift from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from macros.addressing.models import RedirectDocument
from macros.addressing.security import SecurityDocument
from macros.agenda.models import EventDocument
from macros.layanan import models as layanan_models
from macros.layanan.complaint_models import Guide, RecapDocument
from macros.layanan.survey_models import Questionnaire, SurveyDocument
from macros.models.base import json_schema
from macros.models.opendata import OpenSops
from macros.models.parts import PartRegister
from macros.models.publishing import PublishingRegister
from macros.models.registers import ActorRegister, AgencyRegister, OfficeRegister, RegulationRegister
from macros.models.settings import Settings
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
from macros.satu_data.models import CriteriaDocument, OwedDataDocument, SatuDataSettings, ScoresDocument
from macros.searching.synonyms import SynonymRegister
from macros.spbe.models.index import IndexDocument
from macros.spbe.models.policy import ActivityRegister, PolicyDocument
from macros.spbe.models.settings import SourceRegister as SpbeSourceRegister
from macros.spbe.models.settings import SpbeSettings
from macros.spbe.situs.models import FormDocument, PeriodDocument
from macros.statistik.models.common import SourceRegister, UnitRegister
from macros.statistik.models.indicator import IndicatorDocument
from macros.statistik.models.profile import Profile
from macros.statistik.models.settings import StatisticsSettings
from macros.statistik.models.territory import Territory
from macros.trust.words import WordRegister
from macros.warta.magazine_models import MagazineDocument
from macros.warta.models import CategoryRegister

EDITOR_SCHEMAS: Mapping[str, type[BaseModel]] = {
    "portal.schema.json": Settings,
    "sop_data/sop.schema.json": SopDocument,
    "sop_data/register/instansi.schema.json": OfficeRegister,
    "sop_data/register/perangkat_daerah.schema.json": AgencyRegister,
    "sop_data/register/pelaksana.schema.json": ActorRegister,
    "sop_data/register/peraturan.schema.json": RegulationRegister,
    "sop_data/register/bagian.schema.json": PartRegister,
    "sop_data/register/penerbitan.schema.json": PublishingRegister,
    "ppid_data/informasi.schema.json": InformationDocument,
    "warta_data/kategori.schema.json": CategoryRegister,
    "warta_data/majalah.schema.json": MagazineDocument,
    "warta_data/agenda.schema.json": EventDocument,
    "alamat_data/alih.schema.json": RedirectDocument,
    "alamat_data/keamanan.schema.json": SecurityDocument,
    "pencarian_data/sinonim.schema.json": SynonymRegister,
    "keamanan_data/kata-judi.schema.json": WordRegister,
    "statistik_data/indikator.schema.json": IndicatorDocument,
    "statistik_data/profil.schema.json": Profile,
    "statistik_data/satuan.schema.json": UnitRegister,
    "statistik_data/statistik.schema.json": StatisticsSettings,
    "statistik_data/sumber.schema.json": SourceRegister,
    "statistik_data/wilayah.schema.json": Territory,
    "statistik_data/satu-data.schema.json": SatuDataSettings,
    "statistik_data/daftar-data.schema.json": OwedDataDocument,
    "statistik_data/kriteria-award.schema.json": CriteriaDocument,
    "statistik_data/nilai-award.schema.json": ScoresDocument,
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
    "spbe_data/sumber.schema.json": SpbeSourceRegister,
    "spbe_data/indeks.schema.json": IndexDocument,
    "spbe_data/kegiatan.schema.json": ActivityRegister,
    "spbe_data/kebijakan.schema.json": PolicyDocument,
    "spbe_data/situs/formulir.schema.json": FormDocument,
    "spbe_data/situs/periode.schema.json": PeriodDocument,
    "layanan_data/layanan.schema.json": layanan_models.ServiceDocument,
    "layanan_data/golongan.schema.json": layanan_models.GroupRegister,
    "layanan_data/aduan.schema.json": Guide,
    "layanan_data/rekap.schema.json": RecapDocument,
    "layanan_data/kuesioner.schema.json": Questionnaire,
    "layanan_data/survei.schema.json": SurveyDocument,
}
"""Files beside the data that give editors completion -> the model they describe."""


def schema_text(model: type[BaseModel]) -> str:
    """The JSON Schema of a model as text, the same for the same model."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **json_schema(model)}
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
