"""What the search knows of datasets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.satu_data.catalogue import Entry
from macros.satu_data.export import summary
from macros.search import Record

KIND = "dataset"


def dataset_records(entries: Iterable[Entry]) -> Iterator[Record]:
    """One record for each dataset."""
    for entry in entries:
        years = entry.dataset.tahun
        told = str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
        texts = (entry.metadata.konsep, summary(entry), entry.produsen)
        yield Record(
            alamat=entry.url,
            judul=entry.dataset.nama,
            isi=tuple(text for text in texts if text),
            jenis=KIND,
            meta={"keterangan": f"Dataset · {entry.topik} · data {told}"},
        )
