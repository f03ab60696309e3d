"""The part of the site made from datasets: catalogue, calendar, fulfilment, Data Award, statistics book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from macros.charts.view import Figure
from macros.dates import long_date
from macros.models.sop import Sop
from macros.pages import Asset, Page, Printable
from macros.rendering import render
from macros.satu_data.award import Ranking, counted, history, judged
from macros.satu_data.book import FOLDER as BOOKS
from macros.satu_data.book import Book, book_address
from macros.satu_data.catalogue import CATALOGUE, FIELD_NAMES, Entry, catalogue
from macros.satu_data.charts import award_chart, fulfilment_chart
from macros.satu_data.content import SatuData
from macros.satu_data.export import (
    DCAT,
    FULFILMENT_CSV,
    SCHEMA,
    Publisher,
    catalogue_jsonld,
    dataset_json,
    fulfilment_csv,
    schema_org,
    summary,
)
from macros.satu_data.fulfilment import Fulfilment, fulfilment
from macros.satu_data.models import Part
from macros.satu_data.opendata import OpenDataset
from macros.satu_data.records import dataset_records
from macros.satu_data.renewal import Renewal, renewals
from macros.schema import schema_text
from macros.search import Record
from macros.statistik.citations import references
from macros.statistik.section import StatisticsSection
from macros.statistik.views import UNDATED, Row, metadata_rows
from macros.views.common import Link
from macros.views.opendata import data_keys

CALENDAR = f"{CATALOGUE}kalender/"
FULFILMENT = f"{CATALOGUE}pemenuhan/"
AWARD = "data-award/"

PREVIEW = 10
"""Rows of a dataset that its page shows."""


@dataclass(frozen=True)
class SatuDataSection:
    """The pages and files of Satu Data on one day."""

    satu_data: SatuData
    figures: StatisticsSection
    today: date
    publisher: Publisher
    printed: frozenset[str] = frozenset()
    """Addresses of the printed documents that there are."""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every dataset by id."""
        return catalogue(self.figures.statistics, self.figures.portal.agencies)

    @cached_property
    def renewals(self) -> tuple[Renewal, ...]:
        """What comes next."""
        return renewals(self.entries.values(), self.today)

    @cached_property
    def fulfilments(self) -> tuple[Fulfilment, ...]:
        """What is owed and what is there, by year of data, the newest first."""
        demanded, agencies = self.satu_data.settings.metadata_wajib, self.figures.portal.agencies
        years = self.satu_data.owed.items()
        return tuple(fulfilment(year, lists, self.entries, demanded, agencies) for year, lists in years)

    @cached_property
    def rankings(self) -> tuple[Ranking, ...]:
        """The rankings by the jury's scores, the newest year first."""
        agencies, criteria = self.figures.portal.agencies, self.satu_data.criteria
        years = self.satu_data.scores.items()
        return tuple(judged(year, scores, criteria[scores.kriteria], agencies) for year, scores in years)

    @cached_property
    def counted(self) -> Ranking | None:
        """The newest formula applied to the newest lists, as far as the portal can count it."""
        newest = next(iter(self.satu_data.criteria.values()), None)
        return counted(self.fulfilments[0], newest) if newest and self.fulfilments else None

    @cached_property
    def charts(self) -> Mapping[str, Figure]:
        """Every chart by its id: fulfilment of each year, award of each year."""
        day = f"hitungan portal ini, {long_date(self.today)}"
        found = [fulfilment_chart(item, FULFILMENT, day) for item in self.fulfilments]
        for ranking in self.rankings:
            sources = (source.nama for source in self.satu_data.scores[ranking.tahun].sumber)
            found.append(award_chart(ranking, AWARD, "; ".join(dict.fromkeys(sources))))
        return {figure.chart.id: figure for figure in found}

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a page -> ids of the SOPs that govern it, as the settings say."""
        parts = self.satu_data.settings
        pages = dict.fromkeys((CATALOGUE, *(entry.url for entry in self.entries.values())), parts.katalog.sop)
        pages |= {CALENDAR: parts.kalender.sop, FULFILMENT: parts.pemenuhan.sop}
        pages |= {AWARD: parts.data_award.sop, BOOKS: parts.buku_statistik.sop}
        return {address: ids for address, ids in pages.items() if ids}

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[Link, ...]]:
        """Id of an agency -> the datasets that it produces, for its own page."""
        found: dict[str, list[Link]] = {}
        for entry in self.entries.values():
            if entry.metadata.produsen:
                found.setdefault(entry.metadata.produsen, []).append(Link(entry.dataset.nama, entry.url))
        return {agency: tuple(links) for agency, links in found.items()}

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        name = self.figures.nama
        parts = self.satu_data.settings
        yield self._page(
            CATALOGUE,
            f"Satu Data {name}".strip(),
            f"Katalog {len(self.entries)} dataset dengan metadata, angka, tahun dan sumbernya.",
            "katalog.html",
            parts.katalog,
            topik=self._by(lambda entry: entry.topik),
            produsen=self._by(lambda entry: entry.produsen or ""),
            dasar=parts.dasar,
            buku=BOOKS,
            dcat=DCAT,
            skema=SCHEMA,
        )
        for entry in self.entries.values():
            yield self._dataset(entry)
        yield self._page(
            CALENDAR,
            "Kalender pemutakhiran data",
            "Tahun data berikutnya setiap dataset, dihitung dari tahun terakhir dan periodenya.",
            "kalender.html",
            parts.kalender,
            berikutnya=self.renewals,
            tanpa_periode=[entry for entry in self.entries.values() if not entry.metadata.periode],
            hari_ini=self.today,
        )
        yield self._page(
            FULFILMENT,
            "Pemenuhan data sektoral",
            "Data yang wajib disediakan setiap perangkat daerah dan yang sudah terpenuhi, dihitung dari isi portal.",
            "pemenuhan.html",
            parts.pemenuhan,
            tahunan=self.fulfilments,
            grafik=self.charts,
            wajib=[FIELD_NAMES[name] for name in parts.metadata_wajib],
            dasar=parts.dasar,
            csv_url=FULFILMENT_CSV,
            hari_ini=self.today,
            contoh=self.satu_data.contoh,
        )
        yield self._award(parts.data_award)
        yield self._books(parts.buku_statistik)

    def _by(self, name_of: Callable[[Entry], str]) -> list[tuple[str, list[Entry]]]:
        """The datasets under a name each, in the order in which the names turn up; those without one come last."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(name_of(entry), []).append(entry)
        return sorted(found.items(), key=lambda item: not item[0])

    def _dataset(self, entry: Entry) -> Page:
        view = self.figures.views.get(entry.id)
        rows: tuple[Row, ...] = ()
        if view:
            rows = tuple(row for row in reversed(view.baris) if row.tahun != UNDATED)
        territory = self.figures.statistics.territory
        return self._page(
            entry.url,
            f"Dataset {entry.dataset.nama}",
            summary(entry),
            "dataset.html",
            self.satu_data.settings.katalog,
            entri=entry,
            lihat=view,
            baris=rows[:PREVIEW],
            jumlah=len(rows),
            indikator=tuple(metadata_rows(view.item, view.satuan, self.figures.portal.agencies)) if view else (),
            kecamatan=territory.kecamatan if territory and not view else (),
            sumber=references(self.figures.statistics.sources, (*entry.dataset.sumber, *entry.metadata.acuan)),
            fakta=schema_org(entry, territory.nama if territory else "", self.publisher),
            pembaruan=next((item for item in self.renewals if item.entry is entry), None),
        )

    def _award(self, part: Part) -> Page:
        newest = next(iter(self.satu_data.criteria), None)
        return self._page(
            AWARD,
            "Data Award",
            "Rumus penilaian data sektoral perangkat daerah, nilainya menurut tahun, dan hitungannya.",
            "data-award.html",
            part,
            tahun_kriteria=newest,
            kriteria=self.satu_data.criteria[newest] if newest else None,
            peringkat=self.rankings,
            nilai=self.satu_data.scores,
            hitungan=self.counted,
            grafik=self.charts,
            riwayat=history(self.rankings),
            hari_ini=self.today,
            contoh=self.satu_data.contoh,
        )

    def _books(self, part: Part) -> Page:
        address = book_address(self.today.year)
        return self._page(
            BOOKS,
            "Buku statistik",
            "Buku statistik daerah untuk dibaca dan dicetak, dan cara penyusunannya.",
            "buku.html",
            part,
            buku=self.book,
            pdf_url=address if address in self.printed else None,
            publikasi=sorted(self.satu_data.settings.publikasi, key=lambda item: -item.tahun),
            hari_ini=self.today,
        )

    def _page(self, address: str, title: str, summary: str, template: str, part: Part, **context: Any) -> Page:
        """A page whose HTML is made when it is written."""

        def html() -> str:
            return render(f"satu-data/{template}", address, judul=title, sop=self._sops(part), **context)

        return Page(address, title, summary, html, render("satu-data/kepala.html", address))

    def _sops(self, part: Part) -> tuple[Sop, ...]:
        return tuple(self.figures.portal.sops[id_] for id_ in part.sop)

    @property
    def book(self) -> Book | None:
        """The statistics book of the year; None without figures."""
        profile = self.figures.profile
        if profile is None:
            return None
        sops = self._sops(self.satu_data.settings.buku_statistik)
        return Book(profile, self.entries, sops, self.today.year, long_date(self.today))

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        for entry in self.entries.values():
            yield Asset(entry.json_url, dataset_json(entry, self.figures.statistics))
        yield Asset(SCHEMA, schema_text(OpenDataset).encode())
        yield Asset(DCAT, catalogue_jsonld(self.entries.values(), self.publisher, f"Satu Data {self.figures.nama}"))
        yield Asset(FULFILMENT_CSV, fulfilment_csv(self.fulfilments))
        for figure in self.charts.values():
            yield figure.asset

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of a dataset's JSON, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenDataset))

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        return dataset_records(self.entries.values())

    def printables(self) -> Iterator[Printable]:
        """Everything of this part that is printed."""
        if self.book:
            yield self.book.printable()
