"""What can be edited in the browser: which files, with which model, under which name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from macros.agenda.models import EventDocument
from macros.cms.choices import Choices, choices_of, choices_of_office
from macros.cms.fields import Field, Upload, fields_of
from macros.cms.labels import pattern_message
from macros.content import Content
from macros.layanan.models import GroupRegister, ServiceDocument
from macros.models.sop import SopDocument
from macros.portal import Portal
from macros.ppid.documents import KINDS as DOCUMENTS
from macros.ppid.documents import MAX_BYTES as DOCUMENT_BYTES
from macros.ppid.models.announcement import AnnouncementDocument
from macros.ppid.models.exclusion import ExclusionDocument
from macros.ppid.models.information import InformationDocument
from macros.statistik.models.indicator import IndicatorDocument
from macros.warta.magazine_models import MagazineDocument
from macros.warta.models import ArticleDocument, BriefDocument, CategoryRegister
from macros.warta.photos import MAX_BYTES as PHOTO_BYTES
from macros.warta.video_models import VideoDocument

FILE_NAME = "nama_berkas"
"""The field in which an editor names a new file; it stands in no file."""

SHORT_NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SOP_NAME = r"^([0-9]{2,4}[a-z]?-[a-z0-9]+(-[a-z0-9]+)*|tetap)$"

DATE = "date"
"""What Decap has to find as the name of the field that says in which year's folder a new file lies."""

PHOTO = Upload(PHOTO_BYTES, ("jpg", "jpeg", "png", "webp"))

BODY: Field = {
    "name": "body",
    "label": "Isi",
    "widget": "markdown",
    "modes": ["rich_text", "raw"],
    "buttons": ["bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list"],
    "editor_components": ["image"],
}
"""The text below the front matter, with what the portal's Markdown knows."""


@dataclass(frozen=True)
class Kind:
    """Files of one kind in one folder."""

    nama: str
    """Its name in addresses and branches."""
    label: str
    satuan: str
    """What one of them is called."""
    folder: str
    model: type[BaseModel]
    pengenal: str
    """The field that names an entry in lists."""
    skema: str = ""
    """The JSON Schema beside the data, for the first line of a new file; Markdown files have none."""
    tanggal: str = ""
    """The field whose year is the folder of a new file; without it files lie in the folder itself."""
    isi: Literal["", "boleh", "wajib"] = ""
    """Whether a text may or must stand below the fields."""
    saring: str = ""
    """The value of `jenis`, where files of another kind lie in the same folder."""
    dokumen: Upload | None = None
    """What may lie beside its files besides photos."""
    nama_berkas: Literal["bebas", "nomor", "sop"] = "bebas"
    """How a new file is named: as the editor says, after the field `nomor`, or as an SOP with its number."""
    pratinjau: bool = False
    """Whether the form shows how it will be read."""
    bersama: bool = False
    """Whether an office without files of its own uses those that all offices share."""

    def fields(self, choices: Choices) -> list[Field]:
        """Its form."""
        fields = fields_of(self.model, choices, PHOTO, self.dokumen)
        for field in fields:
            if field["name"] == self.tanggal:
                field |= {"name": DATE, "kunci": self.tanggal}
                if field["widget"] == "string":
                    field["widget"] = "date"  # the text field under the name by which Decap takes it for a date
        fields.sort(key=lambda field: field["name"] != self.pengenal)  # what names it comes first
        named = [] if self.nama_berkas == "nomor" else [self._name()]
        return [*named, *fields, *([BODY | {"required": self.isi == "wajib"}] if self.isi else [])]

    def _name(self) -> Field:
        of_sop = self.nama_berkas == "sop"
        pattern = SOP_NAME if of_sop else SHORT_NAME
        example = "31-nama-singkat" if of_sop else "banjir-di-wonomulyo"
        hint = (
            f"Menjadi alamat halamannya dan tidak diganti lagi, misalnya {example}. Yang sudah ada bertulisan: tetap."
        )
        message = (
            "nama berkas SOP berbentuk nomor-nama-singkat, misalnya 31-nama-singkat"
            if of_sop
            else pattern_message(pattern)
        )
        return {
            "name": FILE_NAME,
            "label": "Nama singkat",
            "widget": "string",
            "required": True,
            "hint": hint,
            "pattern": [pattern, message],
            "hanya_nama": True,
        }

    def collection(self, choices: Choices) -> dict[str, Any]:
        """As Decap's configuration states it: https://decapcms.org/docs/collection-folder/."""
        slug = "{{fields.nomor}}" if self.nama_berkas == "nomor" else f"{{{{fields.{FILE_NAME}}}}}"
        fields = self.fields(choices)
        up = "../" * (1 + bool(self.tanggal))
        first = f"# yaml-language-server: $schema={up}{self.skema}" if self.skema else ""
        return {
            "name": self.nama,
            "label": self.label,
            "label_singular": self.satuan,
            "folder": self.folder,
            "create": True,
            # what was published is withdrawn with its reason, never deleted; drafts are thrown away in the workflow
            "delete": False,
            "extension": "md" if self.isi or self.saring else "yml",
            "format": f"portal-{self.nama}",
            "identifier_field": self.pengenal,
            "slug": slug,
            "path": "{{year}}/{{slug}}" if self.tanggal else "{{slug}}",
            "media_folder": "",
            "public_folder": "",
            "awal": first,
            "editor": {"preview": self.pratinjau},
            **({"filter": {"field": "jenis", "value": self.saring}} if self.saring else {}),
            **({"sortable_fields": [{"field": DATE, "default_sort": "desc"}, self.pengenal]} if self.tanggal else {}),
            **_views(fields),
            "fields": fields,
        }


def _views(fields: list[Field]) -> dict[str, Any]:
    """Filters of the list by state, where entries have one."""
    states = next((field["options"] for field in fields if field["name"] == "status"), ())
    filters = [{"label": state.capitalize(), "field": "status", "pattern": f"^{state}$"} for state in states]
    return {"view_filters": filters} if filters else {}


KINDS = (
    Kind(
        "artikel", "Artikel", "artikel", "warta_data/artikel", ArticleDocument, "judul",
        tanggal="tanggal", isi="wajib", saring="artikel", pratinjau=True,
    ),
    Kind(
        "kilas", "Kilas", "kilas", "warta_data/artikel", BriefDocument, "fakta",
        tanggal="tanggal", saring="kilas",
    ),
    Kind(
        "video", "Video", "video", "warta_data/video", VideoDocument, "judul",
        isi="boleh", dokumen=Upload(DOCUMENT_BYTES, ("mp4", "webm", "vtt")),
    ),
    Kind(
        "majalah", "Majalah", "edisi majalah", "warta_data/majalah", MagazineDocument, "judul",
        skema="majalah.schema.json", dokumen=Upload(DOCUMENT_BYTES, ("pdf",)), nama_berkas="nomor",
    ),
    Kind(
        "agenda", "Agenda", "acara", "warta_data/agenda", EventDocument, "judul",
        skema="agenda.schema.json", tanggal="mulai",
    ),
    Kind(
        "informasi", "Informasi publik", "informasi publik", "ppid_data/informasi", InformationDocument, "judul",
        skema="informasi.schema.json", dokumen=Upload(DOCUMENT_BYTES, tuple(DOCUMENTS)),
    ),
    Kind(
        "dikecualikan", "Informasi yang dikecualikan", "pengecualian", "ppid_data/dikecualikan", ExclusionDocument,
        "judul", skema="dikecualikan.schema.json",
    ),
    Kind(
        "serta-merta", "Pengumuman serta merta", "pengumuman", "ppid_data/serta-merta", AnnouncementDocument, "judul",
        skema="serta-merta.schema.json",
    ),
    Kind(
        "layanan", "Layanan", "layanan", "layanan_data/layanan", ServiceDocument, "ringkasan",
        skema="layanan.schema.json", bersama=True,
    ),
    Kind(
        "indikator", "Indikator", "indikator", "statistik_data/indikator", IndicatorDocument, "nama",
        skema="indikator.schema.json",
    ),
)  # fmt: skip
"""The kinds in the order of the menu; the SOPs of each office follow them."""

REGISTERS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "warta_data/kategori.yml": ("Kategori warta", CategoryRegister),
    "layanan_data/golongan.yml": ("Golongan peminta layanan", GroupRegister),
}
"""Registers that editors keep: file -> its name and model."""


def collections(content: Content) -> Iterator[dict[str, Any]]:
    """Every collection, as Decap's configuration states it."""
    portal = content.portal
    choices = choices_of(content)
    for kind in KINDS:
        yield replace(kind, folder=place(portal, kind.folder, kind.bersama)).collection(choices)
    for office in portal.offices.values():
        kind = sop_kind(office.id, office.singkatan)
        yield kind.collection({**choices, **choices_of_office(office)})
    yield from (register(file, place(portal, file, shared=True), choices) for file in REGISTERS)


def place(portal: Portal, name: str, shared: bool) -> str:
    """Where a file or folder of the portal lies in the repository.

    What may be `shared` is the one that all offices share, unless the office has its own: a first file of its own would
    hide all the others.
    """
    if portal.root == portal.shared or (shared and not (portal.root / name).exists()):
        return name
    return (portal.root / name).relative_to(portal.shared).as_posix()


def sop_kind(office: str, name: str) -> Kind:
    """The SOPs of one office."""
    return Kind(
        f"sop-{office}", f"SOP {name}", "SOP", f"sop_data/{office}", SopDocument, "nama",
        skema="sop.schema.json", nama_berkas="sop",
    )  # fmt: skip


def register(file: str, where: str, choices: Choices) -> dict[str, Any]:
    """A collection of one file, since Decap knows one format for a collection; `where` it lies in the repository."""
    name, model = REGISTERS[file]
    id_ = file.rsplit("/", 1)[-1].removesuffix(".yml")
    fields = fields_of(model, choices)
    return {
        "name": f"register-{id_}",
        "label": name,
        "extension": "yml",
        "format": f"portal-register-{id_}",
        "editor": {"preview": False},
        "files": [{"name": id_, "label": name, "file": where, "fields": fields}],
    }
