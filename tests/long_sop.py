"""A made-up SOP of many steps that goes over several pages, with arrows that pass more than one page end."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import EXAMPLE

STEPS = 40
ACTORS = ("pemohon", "pengadministrasi-umum", "kepala-bidang", "sekretaris", "kepala-dinas")
BACK = {9: 4, 14: 12, 18: 3, 19: 2, 20: 1, 27: 16, 33: 32, 38: 22}
"""Decision -> the earlier step its second exit leads to."""


def write_long_sop(project: Path) -> str:
    """Give the example SOP of a project folder `STEPS` steps; its id comes back."""
    file = project / EXAMPLE
    head, rest = file.read_text(encoding="utf-8").split("\npelaksana:\n")
    source = rest[rest.index("\nsumber:") :]
    lines = ["", "pelaksana:", *(f"  - id: {actor}" for actor in ACTORS), "langkah:"]
    for number in range(1, STEPS + 1):
        # The actor changes every third step, so that some arrows run straight down and some sideways.
        lines += [
            f"  - no: {number}",
            f"    kegiatan: Mengerjakan bagian ke-{number} dari urusan yang panjang ini sampai selesai",
            f"    pelaksana: [{ACTORS[number // 3 % len(ACTORS)]}]",
            "    kelengkapan: Berkas permohonan dan lampirannya",
            f"    waktu: {number} menit",
            "    output: Berkas yang sudah diperiksa",
            "    keterangan: Awal catatan yang cukup panjang sehingga tinggi barisnya lebih dari tiga baris tulisan, akhir",
        ]
        if number in BACK:
            lines += ["    jenis: keputusan", "    berikutnya:"]
            lines += [f"      - {{ ke: {number + 1}, label: Ya }}", f"      - {{ ke: {BACK[number]}, label: Tidak }}"]
    file.write_text(head + "\n".join(lines) + "\n" + source, encoding="utf-8")
    return "polewali-mandar/99"
