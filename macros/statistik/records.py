"""What the search knows of figures and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.search import Record
from macros.statistik.datasets import DISTRICTS
from macros.statistik.profile_view import ProfileView
from macros.statistik.views import IndicatorView

KIND = "angka"


def figure_records(views: Iterable[IndicatorView], profile: ProfileView) -> Iterator[Record]:
    """One record for each indicator, and one for each district with the names of its villages."""
    for view in views:
        head = view.terkini
        newest = f"{head.nilai} {head.satuan} ({head.tahun})" if head else view.cakupan
        meta = view.item.metadata
        yield Record(
            alamat=view.url,
            judul=view.item.nama,
            isi=tuple(filter(None, (newest, meta.konsep, meta.definisi, view.item.catatan))),
            jenis=KIND,
            meta={"keterangan": f"Infografis · {view.kelompok}"},
        )
    for district in profile.kecamatan:
        item = district.kecamatan
        names = ", ".join(village.nama for village in item.wilayah)
        yield Record(
            alamat=f"{DISTRICTS}#{district.anchor}",
            judul=f"Kecamatan {item.nama}",
            isi=(f"Desa dan kelurahan: {names}",),
            jenis=KIND,
            meta={"keterangan": f"Kode {item.kode} · {len(item.wilayah)} desa dan kelurahan"},
            kata=(item.nama_lain,) if item.nama_lain else (),
        )
