"""What changed on the portal, for the public: what was published, changed, corrected and withdrawn, by day."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal

from macros.content import Content
from macros.dates import WITA, weekday_date
from macros.export import inert, sop_address
from macros.history import FileChange, read_history
from macros.layanan.service_view import ADDRESS as SERVICES
from macros.models.publishing import Kind as ContentKind
from macros.pages import Asset, Page
from macros.ppid.columns import entry_address
from macros.publishing.flow import binds
from macros.publishing.models import HIDDEN, Publication
from macros.rendering import render
from macros.statistik.datasets import PROFILE, indicator_address

ADDRESS = "perubahan/"
FILE = f"{ADDRESS}perubahan.csv"
SPAN = timedelta(days=366)
"""How far back the page looks."""

Kind = Literal["dimuat", "diubah", "diralat", "ditarik"]
ORDER: tuple[Kind, ...] = ("ditarik", "diralat", "dimuat", "diubah")
"""What counts where several things happened to a page on a day, and the order within a day."""


@dataclass(frozen=True)
class Source:
    """A file of content and the page that it makes."""

    berkas: Path
    judul: str
    url: str
    isi: Publication | None = None
    """Its state, where it has one."""
    jenis: ContentKind | None = None
    """What it is, where it has a state."""


@dataclass(frozen=True)
class Change:
    """What happened to one page on one day."""

    hari: date
    jenis: Kind
    judul: str
    url: str


@dataclass(frozen=True)
class Day:
    """All that happened on a day, by kind."""

    hari: str
    iso: str
    perubahan: tuple[tuple[Kind, tuple[Change, ...]], ...]


def sources(content: Content) -> Iterator[Source]:
    """Every file of content that has a page of its own."""
    root = content.portal.root
    for article in content.warta.articles:
        yield Source(root / article.berkas, article.judul, article.alamat, article.isi, article.isi.jenis)
    for edition in content.warta.magazines:
        file = root / f"warta_data/majalah/{edition.isi.nomor}.yml"
        yield Source(file, f"Majalah: {edition.isi.judul}", edition.alamat, edition.isi, "majalah")
    for video in content.warta.videos:
        file = root / f"warta_data/video/{video.id}.md"
        yield Source(file, f"Video: {video.isi.judul}", video.alamat, video.isi, "video")
    for entry in content.ppid.information.values():
        address = entry_address(entry.id)
        yield Source(root / entry.nama_berkas, entry.judul, address, entry, "informasi publik")
    for sop in content.portal.sops.values():
        yield Source(root / sop.berkas, f"SOP {sop.nama}", sop_address(sop.id))
    for indicator in content.statistics.indicators.values():
        yield Source(root / indicator.berkas, f"Indikator: {indicator.nama}", indicator_address(indicator.id))
    if content.statistics.profile:
        yield Source(root / "statistik_data/profil.yml", "Profil daerah", PROFILE)
    for service in content.layanan.services.values():
        yield Source(root / service.berkas, f"Layanan: {service.nama}", f"{SERVICES}{service.id}/")


def backdated(content: Content, fresh: Collection[str]) -> Iterator[str]:
    """New content whose day lies before the day from which its SOP binds, so that nothing was asked of it.

    `fresh` are the addresses that were never recorded as published. A date can be mistaken, so it is a warning.
    """
    for source in sources(content):
        route = content.portal.routes.governed.get(source.jenis) if source.jenis else None
        if source.isi is None or route is None or source.isi.status in HIDDEN or binds(source.isi, route):
            continue
        if source.url in fresh:
            name = source.berkas.relative_to(content.portal.root).as_posix()
            yield (
                f"{name}:1: terbit: isi baru bertanggal {source.isi.terbit}, sebelum alur SOP {route.sop.id} berlaku "
                f"({route.since}), jadi langkahnya tidak diperiksa. Periksa tanggalnya."
            )


def left_from_example(content: Content) -> Iterator[str]:
    """Content on its way to the public whose steps still name the people of the example that it was copied from."""
    for source in sources(content):
        if source.isi is None or source.isi.status in HIDDEN:
            continue
        names = dict.fromkeys(step.oleh for step in source.isi.alur if step.oleh.startswith("Contoh "))
        if names:
            name = source.berkas.relative_to(content.portal.root).as_posix()
            told = f"masih memuat {', '.join(names)} dari contoh. Catat yang sungguh menjalani langkahnya."
            yield f"{name}:1: alur: {told}"


@dataclass(frozen=True)
class Changes:
    """The page of changes on one day."""

    content: Content
    today: date
    known: Callable[[], Collection[str]]
    """Gives the address of every page that there is."""

    @cached_property
    def _history(self) -> Sequence[FileChange] | None:
        """What Git knows; None where it knows nothing."""
        roots = dict.fromkeys((self.content.portal.root, self.content.portal.shared))
        folders = [folder for root in roots for folder in sorted(root.glob("*_data"))]
        return read_history(folders, datetime.combine(self.today, time.max, WITA))

    @cached_property
    def all(self) -> tuple[Change, ...]:
        """Every change, the newest day first; one for each page and day."""
        pages = self.known()
        known = {source.berkas.resolve(): source for source in sources(self.content) if source.url in pages}
        found: dict[tuple[date, str], Change] = {}
        for source in known.values():
            if source.isi:
                for day, kind in _dated(source.isi, self.today):
                    self._keep(found, source, day, kind)
        for change in self._history or ():
            changed = known.get(change.berkas)
            if changed and (changed.isi is None or _public(changed.isi, change.hari)):
                new = change.baru and changed.isi is None
                self._keep(found, changed, change.hari, "dimuat" if new else "diubah")
        order = {kind: place for place, kind in enumerate(ORDER)}
        return tuple(sorted(found.values(), key=lambda item: (-item.hari.toordinal(), order[item.jenis], item.judul)))

    def _keep(self, found: dict[tuple[date, str], Change], source: Source, day: date, kind: Kind) -> None:
        """Keep a change unless it is too old, or the page has a weightier one on that day."""
        if day < self.today - SPAN or day > self.today:
            return
        known = found.get((day, source.url))
        if known is None or ORDER.index(kind) < ORDER.index(known.jenis):
            found[day, source.url] = Change(day, kind, source.judul, source.url)

    def pages(self) -> Iterator[Page]:
        """The one page, made when it is written."""
        summary = "Apa yang dimuat, diubah, diralat dan ditarik dari portal, menurut hari."
        yield Page(ADDRESS, "Perubahan portal", summary, self._html)

    def _html(self) -> str:
        incomplete = self._history is None
        return render("perubahan.html", ADDRESS, hari=list(days(self.all)), tanpa_riwayat=incomplete, data=FILE)

    def assets(self) -> Iterator[Asset]:
        """The same as data."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(("tanggal", "jenis", "judul", "alamat"))
        writer.writerows((item.hari, item.jenis, inert(item.judul), f"/{item.url}") for item in self.all)
        yield Asset(FILE, out.getvalue().encode("utf-8-sig"))


def _public(item: Publication, day: date) -> bool:
    """Whether content could be seen before a day: what changed on the way to the public is nobody's news."""
    return item.terbit is not None and item.terbit < day and item.terlihat(day)


def _dated(item: Publication, today: date) -> Iterator[tuple[date, Kind]]:
    """What its own file says happened to it."""
    if not item.tampil(today) or item.terbit is None:
        return
    yield item.terbit, "dimuat"
    yield from ((day, "diralat") for day in item.hari_ralat)
    if item.penarikan:
        yield item.penarikan.tanggal, "ditarik"


def days(changes: Iterable[Change]) -> Iterator[Day]:
    """The changes by day, those of a day by kind."""
    by_day: dict[date, dict[Kind, list[Change]]] = {}
    for change in changes:
        by_day.setdefault(change.hari, {}).setdefault(change.jenis, []).append(change)
    for day, kinds in by_day.items():
        yield Day(weekday_date(day), day.isoformat(), tuple((kind, tuple(items)) for kind, items in kinds.items()))
