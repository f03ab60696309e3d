"""The pages about electronic government: door, policies, activities, regulations in time, maturity index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.pages import Asset, Page
from macros.portal import Portal
from macros.rendering import render
from macros.spbe.content import Spbe
from macros.spbe.models.index import Framework, IndexValue
from macros.spbe.models.policy import Policy
from macros.spbe.models.settings import Topic
from macros.spbe.situs.opendata import ROOT as SITES
from macros.spbe.timeline import Story, of_sops, stories, years
from macros.views.common import Link, regulation_address
from macros.views.parts import governing_links

ROOT = "spbe/"
POLICIES = f"{ROOT}kebijakan/"
ACTIVITIES = f"{ROOT}kegiatan/"
REGULATIONS = f"{ROOT}peraturan/"
INDEX = f"{ROOT}indeks/"
INDEX_FILE, POLICY_FILE = f"{ROOT}indeks.json", f"{ROOT}kebijakan.json"

TOPICS: Mapping[str, tuple[Topic, ...]] = {
    ROOT: ("kebijakan", "kegiatan", "indeks"),
    POLICIES: ("kebijakan",),
    ACTIVITIES: ("kegiatan",),
    REGULATIONS: ("kebijakan", "kegiatan", "indeks"),
    INDEX: ("indeks",),
}
"""Folder -> what its pages are about; the settings say which SOPs govern that."""


@dataclass(frozen=True)
class Measured:
    """A framework with its values, the newest first, and their chart where there are any."""

    kerangka: Framework
    nilai: tuple[IndexValue, ...]
    grafik: Figure | None


@dataclass(frozen=True)
class SpbePages:
    """Made from `spbe_data/` and the register of regulations on one day."""

    spbe: Spbe
    portal: Portal
    today: date
    entries: Mapping[str, Link]
    """Published entry of the DIP -> the link to it."""

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Every regulation of the register."""
        return stories(self.portal)

    @cached_property
    def _own(self) -> tuple[Story, ...]:
        """The regulations that electronic government stands on."""
        governing = self.spbe.settings.sop
        named = [basis.peraturan for item in self.spbe.index.kerangka for basis in item.dasar if basis.peraturan]
        named += [id_ for policy in self.spbe.policies.values() for id_ in policy.dasar]
        return of_sops(self.stories, {*governing.kebijakan, *governing.kegiatan, *governing.indeks}, named)

    @cached_property
    def _by_regulation(self) -> Mapping[str, Story]:
        return {story.peraturan.id: story for story in self.stories}

    @cached_property
    def _replaced_by(self) -> Mapping[str, list[Policy]]:
        """Policy -> those that replace it."""
        found: dict[str, list[Policy]] = {}
        for policy in self.spbe.policies.values():
            for id_ in policy.menggantikan:
                found.setdefault(id_, []).append(policy)
        return found

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Every framework, the newest first."""
        found = []
        for framework in reversed(self.spbe.index.kerangka):
            values = [item for item in self.spbe.index.nilai if item.kerangka == framework.id]
            values.sort(key=lambda item: -item.tahun)
            found.append(Measured(framework, tuple(values), self._chart(framework, values)))
        return tuple(found)

    def _chart(self, framework: Framework, values: list[IndexValue]) -> Figure | None:
        """All years from the first value to the last; one without a value stays empty."""
        if not values:
            return None
        known = {item.tahun: item.nilai for item in values}
        span = range(min(known), max(known) + 1)
        sources = dict.fromkeys(id_ for item in values for id_ in item.sumber)
        chart = Chart(
            id=framework.id,
            judul=f"Indeks {framework.singkatan} kabupaten menurut tahun",
            jenis="kolom",
            judul_kategori="Tahun",
            kategori=tuple(map(str, span)),
            seri=(Series("Indeks", tuple(known.get(year) for year in span), f"skala sampai {framework.maksimum}"),),
            sumber="; ".join(self.spbe.sources[id_].penerbit for id_ in sources),
            tahun=str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}",
        )
        return figure(chart, f"{INDEX}grafik/")

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        newest = max(self.spbe.index.nilai, key=lambda item: item.tahun, default=None)
        frameworks = {item.id: item for item in self.spbe.index.kerangka}
        own = {story.peraturan.id for story in self._own}
        yield self._page(
            ROOT,
            "SPBE dan Pemerintah Digital",
            "Kebijakan, kegiatan, peraturan dan indeks kematangan pemerintahan berbasis elektronik.",
            "spbe/pintu.html",
            terbaru=newest,
            kerangka=frameworks.get(newest.kerangka) if newest else None,
            tujuan=self._ways(tuple(frameworks.values())),
            sumber=self.spbe.sources,
        )
        yield self._page(
            POLICIES,
            "Kebijakan SPBE",
            "Kebijakan teknis SPBE kabupaten: rancangan, yang berlaku, dan yang dicabut.",
            "spbe/kebijakan-daftar.html",
            kebijakan=tuple(self.spbe.policies.values()),
        )
        yield from map(self._policy, self.spbe.policies.values())
        yield self._page(
            ACTIVITIES,
            "Kegiatan SPBE",
            "Sosialisasi, rapat koordinasi dan monitoring SPBE.",
            "spbe/kegiatan.html",
            kegiatan=tuple(sorted(self.spbe.activities.kegiatan, key=lambda item: item.tanggal, reverse=True)),
            sumber=self.spbe.sources,
            butir=self.entries,
        )
        yield self._page(
            REGULATIONS,
            "Peraturan SPBE menurut waktu",
            "Peraturan mana menggantikan yang mana, dan SOP yang berdiri di atasnya.",
            "spbe/peraturan.html",
            cerita=self._own,
            tahun=years(self._own),
            lain=tuple(story for story in self.stories if story.peristiwa and story.peraturan.id not in own),
        )
        yield self._page(
            INDEX,
            "Indeks kematangan",
            "Indeks kematangan pemerintahan berbasis elektronik menurut tahun, dengan sumber setiap nilai.",
            "spbe/indeks.html",
            kerangka=self.measured,
            sumber=self.spbe.sources,
        )

    def assets(self) -> Iterator[Asset]:
        """Index and policies as open data, data of charts."""
        index = {**self.spbe.index.model_dump(mode="json"), "sumber": _dumped(self.spbe.sources)}
        yield Asset(INDEX_FILE, _json(index))
        policies = [policy.model_dump(mode="json") for policy in self.spbe.policies.values()]
        yield Asset(POLICY_FILE, _json({"kebijakan": policies}))
        for item in self.measured:
            if item.grafik:
                yield item.grafik.asset

    def _ways(self, frameworks: tuple[Framework, ...]) -> tuple[tuple[str, str, str], ...]:
        """Where the door leads: (address, name, what is found there)."""
        policies, activities = len(self.spbe.policies), len(self.spbe.activities.kegiatan)
        told = "; ".join(f"{item.nama} {item.masa}" for item in frameworks)
        return (
            (
                POLICIES,
                "Kebijakan",
                f"{policies} kebijakan dengan status dan naskahnya" if policies else "Belum ada kebijakan yang dimuat",
            ),
            (INDEX, "Indeks kematangan", told or "Belum ada nilai yang dimuat"),
            (
                REGULATIONS,
                "Peraturan menurut waktu",
                f"{len(self._own)} peraturan: mana menggantikan yang mana, dan SOP di atasnya",
            ),
            (
                ACTIVITIES,
                "Kegiatan",
                f"{activities} sosialisasi, rapat koordinasi dan monitoring"
                if activities
                else "Belum ada kegiatan yang dimuat",
            ),
            (SITES, "Pemantauan situs", "Nilai, peringkat dan tindak lanjut situs perangkat daerah"),
        )

    def governing(self, address: str) -> tuple[str, ...]:
        """Ids of the SOPs that govern the page at an address, each once."""
        folder = address if address in TOPICS else f"{address.rstrip('/').rpartition('/')[0]}/"
        topics = TOPICS[folder]
        return tuple(dict.fromkeys(id_ for topic in topics for id_ in getattr(self.spbe.settings.sop, topic)))

    def _page(self, address: str, title: str, summary: str, template: str, **context: Any) -> Page:
        """A page whose HTML is made when it is written."""
        governing = governing_links(self.portal, self.governing(address))
        shared = {"sop": governing, "hari_ini": self.today}
        html = partial(render, template, address, **shared, **context)
        return Page(address, title, summary, html)

    def _policy(self, policy: Policy) -> Page:
        register = self.portal.regulations
        standing = self._by_regulation.get(policy.peraturan) if policy.peraturan else None
        return self._page(
            policy.alamat,
            policy.nama,
            f"{policy.nama}: status, dasar hukum, naskah dan riwayatnya.",
            "spbe/kebijakan.html",
            satu=policy,
            dasar=tuple(Link(register[id_].nama, regulation_address(id_)) for id_ in policy.dasar),
            berdasar=tuple(sop.tautan for sop in standing.sop) if standing else (),
            menggantikan=tuple(self.spbe.policies[id_] for id_ in policy.menggantikan),
            digantikan=tuple(self._replaced_by.get(policy.id, ())),
            butir=self.entries.get(policy.informasi) if policy.informasi else None,
            sumber=tuple(self.spbe.sources[id_] for id_ in policy.sumber),
        )


def _dumped(sources: Mapping[str, Any]) -> dict[str, Any]:
    return {id_: source.model_dump(mode="json") for id_, source in sources.items()}


def _json(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
