"""What the search knows of services and answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from macros.dates import long_date
from macros.layanan.answers import Answer
from macros.layanan.models import Service
from macros.layanan.service_view import ServiceView
from macros.search import Record, text_of

KIND = "layanan"


def service_records(views: Mapping[str, ServiceView], services: Mapping[str, Service]) -> Iterator[Record]:
    """One record for each service."""
    for view in views.values():
        yield Record(
            alamat=view.url,
            judul=view.nama,
            isi=(
                view.ringkasan,
                f"Untuk {'; '.join(name for name, _ in view.peminta)}",
                *(f"Siapkan: {line.teks}" for line in view.bawa),
                *(f"Hasil: {line.teks}" for line in view.hasil),
            ),
            jenis=KIND,
            meta={"keterangan": f"{view.instansi.singkatan} · {view.waktu or 'waktu tidak disebut'}"},
            kata=(services[view.id].sop.replace("/", " "), view.prosedur.tautan.teks, *services[view.id].kata),
        )


def answer_records(answers: Iterable[Answer], today: date) -> Iterator[Record]:
    """One record for each public answer; of one that was withdrawn its title only."""
    for answer in answers:
        gone = answer.ditarik(today)
        yield Record(
            alamat=answer.alamat,
            judul=answer.isi.judul,
            isi=(),
            jenis="halaman",
            meta={"keterangan": f"Jawaban atas {answer.isi.jenis} · {long_date(answer.isi.tanggal)}"},
            tersirat="" if gone else text_of(answer.body.html),
        )
