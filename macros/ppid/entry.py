"""The page of one entry of the DIP: all that is known of it, where its document lies, and how it came here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from macros.dates import long_date
from macros.export import sop_address
from macros.models.registers import Agency
from macros.models.sop import Sop
from macros.pages import Page
from macros.ppid.columns import FIELD_NAMES, Row, entry_address
from macros.ppid.dip import Dip
from macros.ppid.documents import Document
from macros.ppid.models.information import Information
from macros.publishing.routes import Route
from macros.publishing.trail import Trail, trail
from macros.rendering import render
from macros.views.common import Link, sop_link

REQUEST = "ppid/permohonan/"
"""Where information is asked for, on sites that have that page."""


@dataclass(frozen=True)
class Download:
    """A document as its reader meets it."""

    url: str
    nama: str
    keterangan: str
    """Format and size: `PDF, 1,2 MB`."""
    sha256: str

    @property
    def baris_periksa(self) -> str:
        """A line for `sha256sum --check`."""
        return f"{self.sha256}  {self.nama}"


@dataclass(frozen=True)
class Outside:
    """A document that lies on another site, or a page there that mentions it."""

    url: str
    situs: str
    naskah: bool


@dataclass(frozen=True)
class Event:
    """One line of an entry's history."""

    tanggal: str
    uraian: str


@dataclass(frozen=True)
class EntryView:
    """What the page of one entry may show."""

    butir: Information
    baris: Row
    unduhan: Download | None
    luar: Outside | None
    dokumen_sop: Link | None
    permohonan: bool
    """Whether there is a page to ask for the document on."""
    alasan_penarikan: str
    pengganti: Link | None
    menggantikan: tuple[Link, ...]
    alasan: tuple[tuple[str, str], ...]
    """Column and reason of everything concluded."""
    riwayat: tuple[Event, ...]
    sop: Link | None
    sop_khusus: bool
    """Named by the entry itself, not the one that governs all."""
    sumber_dibaca: str
    kutipan: str
    alamat: str
    """As complete as it is known."""
    data: Mapping[str, Any]
    """schema.org, only what is laid down."""
    alur: Trail | None
    """The steps that it took; None where none are recorded."""


@dataclass(frozen=True)
class Entries:
    """All that the pages of entries are made from."""

    dip: Dip
    rows: Mapping[str, Row]
    agencies: Mapping[str, Agency]
    sops: Mapping[str, Sop]
    governing: str | None
    """Id of the SOP that governs entries which name none."""
    documents: Mapping[str, Document]
    known: Collection[str]
    """Addresses of the pages that other parts make."""
    address: str
    """The site's own address, ending in a slash; empty where it is not known."""
    nama_portal: str
    """What the portal is called, for citations."""
    route: Route | None = None
    """The steps that an entry goes through."""

    def pages(self) -> Iterator[Page]:
        """One page for each published entry."""
        for item in self.dip.published.values():
            address = entry_address(item.id)
            changed = last_change(item, self.dip.today)
            yield Page(address, item.judul, item.ringkasan, partial(self._html, item), diperbarui=changed)

    def _html(self, item: Information) -> str:
        """The page of one entry, made when it is written."""
        return render("ppid/butir.html", entry_address(item.id), lihat=self.view(item))

    def view(self, item: Information) -> EntryView:
        """The view of one entry."""
        own = item.sop or self.governing
        successor = self.dip.published.get(item.diganti_oleh or "")
        document = self.documents.get(item.id) if item.terlihat(self.dip.today) else None
        line = self.rows[item.id]
        return EntryView(
            butir=item,
            baris=line,
            unduhan=download(item.id, document) if document else None,
            luar=_outside(item),
            dokumen_sop=sop_link(self.sops[item.dokumen_sop]) if item.dokumen_sop else None,
            permohonan=REQUEST in self.known,
            alasan_penarikan=item.penarikan.alasan if item.penarikan and line.ditarik else "",
            pengganti=_link(successor) if successor else None,
            menggantikan=tuple(_link(old) for old in self.dip.replaces.get(item.id, ())),
            alasan=tuple((FIELD_NAMES[key], reason) for key, reason in item.disimpulkan.items()),
            riwayat=tuple(_history(item, self.dip.today)),
            sop=Link(self.sops[own].nama, sop_address(own)) if own else None,
            sop_khusus=item.sop is not None,
            sumber_dibaca=long_date(item.sumber.dibaca) if item.sumber else "",
            kutipan=citation(item, self.agencies[item.perangkat_daerah].nama, self.nama_portal),
            alamat=f"{self.address or '/'}{entry_address(item.id)}",
            alur=trail(item, self.route),
            data=structured(item, self.agencies[item.perangkat_daerah].nama, document, self.address),
        )


def size_text(size: int) -> str:
    """`812 byte`, `12 KB`, `1,2 MB`: thousands of bytes, as sizes of files are sold."""
    if size < 1000:
        return f"{size} byte"
    kilo = round(size / 1000, 1)
    number, unit = (kilo, "KB") if kilo < 1000 else (round(size / 1_000_000, 1), "MB")
    return f"{number:.1f}".removesuffix(".0").replace(".", ",") + f" {unit}"


def download(entry_id: str, document: Document) -> Download:
    """The document of an entry, published beside the entry's page."""
    return Download(
        url=document.alamat(entry_id),
        nama=document.nama,
        keterangan=f"{document.jenis}, {size_text(document.ukuran)}",
        sha256=document.sha256,
    )


def _outside(item: Information) -> Outside | None:
    if item.tautan is None:
        return None
    return Outside(item.tautan.url, urlsplit(item.tautan.url).netloc, item.tautan.jenis == "dokumen")


def _link(item: Information) -> Link:
    return Link(item.judul, entry_address(item.id))


def _history(item: Information, today: date) -> Iterator[Event]:
    if item.terbit:
        yield Event(long_date(item.terbit), "Dimuat di portal.")
    for change in item.perubahan:
        if change.tanggal <= today:
            yield Event(long_date(change.tanggal), change.uraian)
    if item.penarikan and item.penarikan.tanggal <= today:
        yield Event(long_date(item.penarikan.tanggal), f"Ditarik: {item.penarikan.alasan}")


def last_change(item: Information, today: date) -> date | None:
    """The day on or before `today` that an entry was published, changed or withdrawn last."""
    days = [item.terbit, *(change.tanggal for change in item.perubahan), item.penarikan and item.penarikan.tanggal]
    return max((day for day in days if day and day <= today), default=None)


def citation(item: Information, agency: str, portal: str) -> str:
    """How to cite an entry: who, when, what, where; what is only a guess is left out."""
    who = "" if "perangkat_daerah" in item.disimpulkan else f"{agency}. "
    year = f" ({item.tahun})" if item.tahun and "tahun" not in item.disimpulkan else ""
    return f"{who}{item.judul}{year}. Daftar Informasi Publik, {portal}, dimuat {long_date(item.terbit)}."


def structured(item: Information, agency: str, document: Document | None, site: str) -> Mapping[str, Any]:
    """An entry as schema.org's DigitalDocument; columns that are only guesses are left out."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": item.judul,
        "description": item.ringkasan,
        "identifier": item.id,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "datePublished": item.terbit.isoformat() if item.terbit else None,
        "dateModified": item.diperbarui.isoformat() if item.diperbarui else None,
        "license": item.lisensi,
        "url": f"{site}{entry_address(item.id)}" if site else None,
    }
    if "perangkat_daerah" not in item.disimpulkan:
        data["sourceOrganization"] = {"@type": "GovernmentOrganization", "name": agency}
    if "tahun" not in item.disimpulkan and item.tahun:
        data["temporalCoverage"] = str(item.tahun)
    if document:
        data |= {"encodingFormat": document.media, "contentSize": f"{document.ukuran} B"}
    return {key: value for key, value in data.items() if value is not None}
