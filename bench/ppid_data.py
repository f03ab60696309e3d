"""A project folder with any number of made-up entries of public information, and documents beside some.

Each has words of its own, drawn from the real list: entries that are all alike would pack too well and be found
too fast.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from bench.measuring import ROOT, copy_of_project
from bench.samples import docx, pdf
from macros.portal import load_portal

CATEGORIES = ("berkala", "serta merta", "setiap saat")
WITH_DOCUMENT = 10
"""Every tenth entry has a document."""

WORDS = 5
"""So many words of its own has the title and the summary of an entry; a title is then as long as real ones."""

ENTRY = """judul: Contoh laporan {number} {title}
ringkasan: Contoh isi laporan nomor {number} ({words}), dibuat untuk pengukuran dan bukan informasi sungguhan.
kategori: {category}
perangkat_daerah: {agency}
penanggung_jawab: Kepala perangkat daerah
dibuat:
  waktu: Maret {year}
  tempat: Polewali
bentuk: softcopy
retensi: 2 tahun aktif, 3 tahun inaktif
media:
  - situs web
tahun: {year}
status: terbit
terbit: 2026-01-05
perubahan:
  - tanggal: 2026-07-01
    uraian: Contoh perubahan.
lisensi: CC BY 4.0
{document}
disimpulkan:
  kategori: contoh alasan
"""


def vocabulary() -> list[str]:
    """The words in the real list."""
    files = sorted((ROOT / "ppid_data/informasi").rglob("*.yml"))
    return sorted({word for file in files for word in re.findall(r"\b[a-z]{4,}\b", file.read_text(encoding="utf-8"))})


def project(folder: Path, count: int) -> Path:
    """The real project with `count` made-up entries in the place of the real ones, a folder for each year."""
    copy_of_project(folder, without=("informasi",))
    agencies = list(load_portal(ROOT).agencies)
    words = vocabulary()
    chance = random.Random(count)  # noqa: S311 - for measuring
    for number in range(count):
        year = 2015 + number % 10
        home = folder / f"ppid_data/informasi/{year}"
        home.mkdir(parents=True, exist_ok=True)
        document = f"tautan: {{ url: https://contoh.go.id/{number}.pdf }}"
        if number % WITH_DOCUMENT == 0:
            name = f"contoh-{number}.{'docx' if number % (2 * WITH_DOCUMENT) else 'pdf'}"
            text = f"Contoh isi dokumen nomor {number}"
            (home / name).write_bytes(docx(text) if name.endswith("docx") else pdf(*[text] * 5))
            document = f"berkas: {name}"
        text = ENTRY.format(
            number=number,
            title=" ".join(chance.choices(words, k=WORDS)),
            words=" ".join(chance.choices(words, k=WORDS)),
            category=CATEGORIES[number % 3],
            agency=agencies[number % len(agencies)],
            year=year,
            document=document,
        )
        (home / f"contoh-{number}.yml").write_text(text, encoding="utf-8")
    return folder
