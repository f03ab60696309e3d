"""The DIK as pages and as open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.dates import long_date
from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.exclusions import Exclusions
from macros.ppid.models.exclusion import Exclusion
from macros.ppid.models.exclusion_data import OpenExclusion, OpenExclusions
from macros.rendering import render
from macros.schema import schema_text

ADDRESS = "ppid/dikecualikan/"


@dataclass(frozen=True)
class RetestView:
    """A later test as its page tells it."""

    tanggal: str
    nomor: str
    hasil: str
    sampai: str
    alasan: str


@dataclass(frozen=True)
class ExclusionView:
    """One entry as templates see it; dates in words."""

    entri: Exclusion
    url: str
    perangkat_daerah: str
    alasan: tuple[tuple[str, str], ...]
    """Letter and wording of each ground."""
    mulai: str
    akhir: str
    tanggal_uji: str
    keadaan: str
    hari_lewat: int
    pengujian_ulang: tuple[RetestView, ...]


@dataclass(frozen=True)
class ExclusionPages:
    """The pages and files made from the DIK on one day."""

    exclusions: Exclusions
    portal: Portal
    today: date

    def pages(self) -> Iterator[Page]:
        """The list, and a page for each entry that is no draft."""
        views = tuple(self._view(entry) for entry in self.exclusions.published)
        yield Page(
            ADDRESS,
            "Informasi yang dikecualikan",
            "Informasi yang ditutup untuk umum: alasan, uji konsekuensi, dan jangka waktunya.",
            render(
                "ppid/dikecualikan-daftar.html",
                ADDRESS,
                entri=views,
                lewat=tuple(view for view in views if view.hari_lewat),
                alasan=self.exclusions.grounds,
            ),
        )
        for view in views:
            yield Page(
                view.url,
                view.entri.judul,
                f"Informasi yang dikecualikan: {view.entri.judul}. Alasan, uji konsekuensi, dan jangka waktunya.",
                render("ppid/dikecualikan.html", view.url, item=view),
            )

    def assets(self) -> Iterator[Asset]:
        """The open data and its JSON Schema."""
        records = tuple(self._record(entry) for entry in self.exclusions.published)
        data = OpenExclusions(dihitung_pada=self.today, dikecualikan=records)
        yield Asset("ppid/dik.json", (data.model_dump_json(indent=1) + "\n").encode())
        yield Asset("ppid/dik.schema.json", schema_text(OpenExclusions).encode())

    def _view(self, entry: Exclusion) -> ExclusionView:
        grounds = self.exclusions.grounds
        return ExclusionView(
            entri=entry,
            url=f"{ADDRESS}{entry.id}/",
            perangkat_daerah=self.portal.agencies[entry.perangkat_daerah].nama,
            alasan=tuple((letter, grounds.uraian(letter) if grounds else "") for letter in entry.dasar.huruf),
            mulai=long_date(entry.jangka_waktu.mulai),
            akhir=long_date(entry.berakhir) or entry.jangka_waktu.selama or "",
            tanggal_uji=long_date(entry.uji_konsekuensi.tanggal),
            keadaan=entry.keadaan(self.today),
            hari_lewat=entry.lewat(self.today),
            pengujian_ulang=tuple(
                RetestView(
                    long_date(retest.tanggal), retest.nomor, retest.hasil, long_date(retest.sampai), retest.alasan
                )
                for retest in entry.pengujian_ulang
            ),
        )

    def _record(self, entry: Exclusion) -> OpenExclusion:
        return OpenExclusion(
            id=entry.id,
            url=f"{ADDRESS}{entry.id}/",
            judul=entry.judul,
            ringkasan=entry.ringkasan,
            perangkat_daerah=entry.perangkat_daerah,
            nama_perangkat_daerah=self.portal.agencies[entry.perangkat_daerah].nama,
            dasar=entry.dasar,
            uji_konsekuensi=entry.uji_konsekuensi,
            jangka_waktu=entry.jangka_waktu,
            status=entry.status,
            pengujian_ulang=entry.pengujian_ulang,
            berakhir=entry.berakhir,
            keadaan=entry.keadaan(self.today),
            hari_lewat=entry.lewat(self.today),
        )
