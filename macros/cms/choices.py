"""What an editor chooses instead of typing an id: the entries of the registers, with their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import Content
from macros.models.registers import Office
from macros.models.sop import Step
from macros.problems import quoted
from macros.publishing.routes import Route


@dataclass(frozen=True)
class Choice:
    """One entry of a register."""

    id: str
    nama: str

    @property
    def option(self) -> dict[str, str]:
        """As Decap lists it."""
        return {"label": self.nama, "value": self.id}


Choices = Mapping[str, tuple[Choice, ...]]
"""The key of a field, or the last two of its path -> what may be chosen there."""


MOST = 2_000
"""A register longer than this is no list to choose from: its ids are typed."""


def _named(entries: Mapping[str, Any], attribute: str = "nama") -> tuple[Choice, ...]:
    return tuple(Choice(id_, str(getattr(entry, attribute))) for id_, entry in entries.items())


def _own(entries: Iterable[Any]) -> tuple[Choice, ...]:
    return tuple(Choice(entry.id, str(entry.nama)) for entry in entries)


def choices_of(content: Content) -> Choices:
    """What may be chosen in any file. A register without entries offers nothing."""
    portal, statistics = content.portal, content.statistics
    agencies = _named(portal.agencies)
    sops = tuple(Choice(sop.id, f"{sop.nama} ({sop.id})") for sop in portal.sops.values())
    actors = _named(portal.actors)
    sources = _named(statistics.sources)
    found = {
        "kategori": _named(content.warta.categories),
        "perangkat_daerah": agencies,
        "produsen": agencies,
        "sop": sops,
        "dokumen_sop": sops,
        "diganti_oleh": _named(content.ppid.information, "judul"),
        "golongan": _named(content.layanan.groups),
        "pelaksana": actors,
        "pelaksana.id": actors,
        "peran": actors,
        "peraturan": tuple(
            Choice(id_, f"{item.jenis} {item.nomor}/{item.tahun} {item.judul}")
            for id_, item in portal.regulations.items()
        ),
        "kelompok": _named(statistics.groups),
        "satuan": tuple(Choice(name, name) for name in statistics.units),
        "wilayah": tuple(Choice(code, district.nama) for code, district in statistics.districts.items()),
        "acuan": sources,
        "sumber_catatan": sources,
        "data.sumber": sources,
        "tanpa_tahun.sumber": sources,
        "isi.artikel": tuple(
            Choice(f"{article.tahun}/{article.slug}", article.judul)
            for article in content.warta.articles
            if article.artikel
        ),
    }
    return {key: entries for key, entries in found.items() if 0 < len(entries) <= MOST}


def choices_of_office(office: Office) -> Choices:
    """What may be chosen in an SOP of one office besides."""
    return {
        "bidang": _own(office.bidang),
        "pejabat": tuple(Choice(item.id, item.nama) for item in office.pejabat),
        "dokumen": tuple(Choice(item.id, item.judul) for item in office.dokumen),
    }


def choices_of_route(route: Route) -> Choices:
    """What may be chosen in `alur` of the kind that goes this way: only the SOP's own steps, actors and decisions."""
    sop = route.sop
    marks = {required.step.no: f" ({required.mark})" for required in route.required}
    exits = dict.fromkeys(exit_.label for step in sop.langkah for exit_ in step.berikutnya or () if exit_.label)
    found = {
        "alur.langkah": tuple(
            Choice(step.no, f"{step.no}{marks.get(step.no, '')}, {_who(route, step)}: {quoted(step.kegiatan, 80)}")
            for step in sop.langkah
        ),
        "alur.peran": tuple(Choice(id_, title) for id_, title in route.titles.items()),
        "alur.putusan": tuple(Choice(label, label) for label in exits),
    }
    return {key: entries for key, entries in found.items() if entries}


def _who(route: Route, step: Step) -> str:
    """Who does a step: whoever chooses it then knows which role to choose."""
    return " atau ".join(route.titles[actor] for actor in step.pelaksana)
