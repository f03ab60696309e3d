"""The announcements serta merta as pages, and as the banner on top of every page while they are in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.dates import long_moment
from macros.pages import Page
from macros.portal import Portal
from macros.ppid.announcements import Announcements
from macros.ppid.models.announcement import PART_TITLES, Announcement, Phase
from macros.rendering import render, render_below

ADDRESS = "ppid/serta-merta/"


@dataclass(frozen=True)
class AnnouncementView:
    """One announcement as templates see it; moments in words."""

    entri: Announcement
    url: str
    perangkat_daerah: str
    keadaan: Phase
    mulai: str
    sampai: str
    menunggu: bool
    """Whether its day has not come: it is on the page, hidden, for a script to show in time."""
    sebut_mulai: bool
    """Whether its beginning still matters to readers."""
    bagian: tuple[tuple[str, str, str], ...]
    """Key, heading and text of the eight parts."""
    perubahan: tuple[tuple[str, str], ...]
    dicabut: str


@dataclass(frozen=True)
class AnnouncementPages:
    """The pages made from announcements on one day, and the banner."""

    announcements: Announcements
    portal: Portal
    today: date

    def pages(self) -> Iterator[Page]:
        """The list, and a page for each announcement that is no draft; what has ended keeps its page."""
        yield Page(
            ADDRESS,
            "Pengumuman serta merta",
            "Pengumuman bahaya bagi orang banyak: yang berlaku, yang akan datang, dan arsipnya.",
            render(
                "ppid/serta-merta-daftar.html",
                ADDRESS,
                berlaku=self._views("berlaku"),
                akan_datang=self._views("akan datang"),
                arsip=self._views("berakhir", "dicabut"),
                bahaya=self.announcements.hazards,
            ),
        )
        for view in self._all(self.announcements.published):
            yield Page(
                view.url,
                view.entri.judul,
                f"Pengumuman serta merta: {view.entri.judul}. Berlaku {view.mulai} sampai {view.sampai}.",
                render("ppid/serta-merta.html", view.url, item=view),
            )

    def banner(self, root: str) -> str:
        """The banner of a page from which `root` leads to the site's root; empty where there is nothing to announce.

        A build knows the day, not the hour: what ends today is still in it, and a script hides it in time.
        """
        return render_below("ppid/pengumuman.html", root, pengumuman=self._shown) if self._shown else ""

    @cached_property
    def _shown(self) -> tuple[AnnouncementView, ...]:
        return self._views("berlaku", "akan datang")

    def _views(self, *phases: Phase) -> tuple[AnnouncementView, ...]:
        return self._all(self.announcements.of_phase(self.today, *phases))

    def _all(self, entries: Iterable[Announcement]) -> tuple[AnnouncementView, ...]:
        return tuple(self._view(entry) for entry in entries)

    def _view(self, entry: Announcement) -> AnnouncementView:
        phase = entry.keadaan(self.today)
        return AnnouncementView(
            entri=entry,
            url=f"{ADDRESS}{entry.id}/",
            perangkat_daerah=self.portal.agencies[entry.perangkat_daerah].nama,
            keadaan=phase,
            mulai=long_moment(entry.berlaku.mulai),
            sampai=long_moment(entry.berlaku.sampai),
            menunggu=phase == "akan datang",
            sebut_mulai=entry.berlaku.mulai.date() >= self.today,
            bagian=tuple((key, title, getattr(entry.bagian, key)) for key, title in PART_TITLES.items()),
            perubahan=tuple((long_moment(change.waktu), change.uraian) for change in entry.perubahan),
            dicabut=long_moment(entry.pencabutan.waktu) if entry.pencabutan else "",
        )
