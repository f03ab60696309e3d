"""What a mistake in an article is answered with: file, line, key, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import load_content
from macros.portal import Portal
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import TODAY
from tests.warta.conftest import ARTICLE, BRIEF, Write, load

NAME = "warta_data/artikel/2026/contoh.md"


def problems(project: Path, portal: Portal) -> list[str]:
    """Every mistake that loading tells."""
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    return [str(problem) for problem in caught.value.problems]


MISTAKES = [
    # (what is replaced, by what, the whole message after the file's name)
    ("---\nContoh", "jdul: Contoh\n---\nContoh", '9: jdul: kunci ini tidak dikenal. Maksud Anda "judul"?'),
    ("penulis: Contoh Penulis\n", "", "2: penulis: wajib ada, tetapi tidak ditulis."),
    ("tanggal: 2026-11-20", "tanggal: 20-11-2026", '4: tanggal: "20-11-2026" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("kategori: budaya", "kategori: buday", '6: kategori: "buday" tidak ada di warta_data/kategori.yml. Maksud Anda "budaya"?'),
    ("status: terbit", "status: terbi", '7: status: "terbi" bukan pilihan yang ada. Maksud Anda "terbit"? Pilihannya: draf, ditinjau, terjadwal, terbit, ralat, ditarik.'),
    ("terbit: 2026-11-20\n", "", '2: status "terbit" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'),
    ("terbit: 2026-11-20", "terbit: 2026-11-19", "8: terbit: mendahului tanggal beritanya. Periksa keduanya."),
    ("status: terbit", "status: ditarik", '7: status: status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'),
    ("---\nContoh", "penarikan: {tanggal: 2026-11-21, alasan: Contoh}\n---\nContoh", '9: penarikan: ada penarikan, tetapi statusnya "terbit". Tulis status: ditarik.'),
    ("---\nContoh", "ralat: [{tanggal: 2026-11-19, uraian: Contoh}]\n---\nContoh", "9: ralat: tanggal tidak urut: terbit, ralat dari yang terlama, lalu penarikan."),
    ("---\nContoh", "tag: [contoh, Contoh Dua]\n---\nContoh", '9: tag[2]: "Contoh Dua" salah bentuk: id ditulis dengan huruf kecil, angka dan tanda hubung, misalnya kepala-dinas.'),
    ("---\nContoh", "tag: [contoh, contoh]\n---\nContoh", '9: tag[2]: "contoh" ditulis dua kali; hapus salah satu.'),
    ("---\nContoh", "perangkat_daerah: [diskominfo]\n---\nContoh", '9: perangkat_daerah[1]: "diskominfo" tidak ada di register perangkat daerah. Maksud Anda "diskominfo-sp"?'),
    ("---\nContoh", "jenis: opini\n---\nContoh", '9: jenis: "opini" bukan pilihan yang ada. Pilihannya: artikel, kilas.'),
    ("---\nContoh", "foto: [{berkas: contoh.jpg, alt: Contoh}]\n---\nContoh", "9: foto[1].kredit: wajib ada, tetapi tidak ditulis."),
    ("---\nContoh", "foto: [{berkas: contoh.jpg, alt: Contoh, kredit: Contoh}]\n---\nContoh", '9: foto[1].berkas: "contoh.jpg" tidak ada di folder ini. Letakkan fotonya di samping berkas ini.'),
    ("ringkasan: Contoh ringkasan.", f"ringkasan: {'a' * 301}", "3: ringkasan: 301 huruf; paling banyak 300. Persingkat."),
    ("Contoh isi.\n", "", '2: artikel tanpa isi. Tulis isinya di bawah "---" kedua.'),
    ("Contoh isi.", "a\n\n![](x.jpg)", '12: isi: "x.jpg" tidak ada di folder ini. Letakkan fotonya di samping berkas ini.'),
    ("Contoh isi.", "a\n\n[a](javascript:b)", '12: isi: tautan "javascript:b" tidak diizinkan. Alamat diawali https:// atau mailto:.'),
    ("Contoh isi.", "a\n\nb <b onclick=x>c</b>", '12: isi: HTML "<b onclick=x>" tidak diizinkan. Tulis dengan Markdown; yang boleh, tanpa atribut: br, del, ins, kbd, mark, q, s, small, sub, sup.'),
    ("Contoh isi.", "a\n\nb 19800101 200501 1 001", "12: memuat NIP. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("---\njudul", "judul", '1: baris pertama harus "---", lalu kunci: nilai.'),
    ("---\nContoh isi.\n", "", '1: "---" tidak ditutup: tulis "---" lagi sebelum isi.'),
    ("judul: Contoh judul", "judul: Contoh: judul", '2: bukan YAML yang sah: indentasi tidak rata dengan baris di atasnya, atau ada titik dua di tengah teks (apit seluruh teks dengan tanda kutip: "...: ...").'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_line(write: Write, portal: Portal, old: str, new: str, message: str) -> None:
    """One mistake, one line, and nothing else is said."""
    assert old in ARTICLE
    assert problems(write("2026/contoh.md", ARTICLE.replace(old, new, 1)), portal) == [f"{NAME}:{message}"]


def test_mistakes_above_and_below_are_told_in_one_go(write: Write, portal: Portal) -> None:
    """A wrong key does not hide a wrong link, nor one file the other."""
    write("2026/satu.md", ARTICLE.replace("judul:", "jdul:").replace("Contoh isi.", "[a](lain.md)"))
    told = problems(write("2026/dua.md", ARTICLE.replace("budaya", "x")), portal)
    assert [line.split(" ")[0] for line in told] == [
        "warta_data/artikel/2026/dua.md:6:",
        "warta_data/artikel/2026/satu.md:2:",
        "warta_data/artikel/2026/satu.md:2:",
        "warta_data/artikel/2026/satu.md:10:",
    ]


def test_a_brief_is_one_fact_with_its_source(write: Write, portal: Portal) -> None:
    """No text below, no missing source, no author needed."""
    write("2025/a.md", f"{BRIEF}Isi.\n")
    write("2025/b.md", BRIEF.replace("    url: https://contoh.example/berita\n", ""))
    told = problems(write("2025/c.md", BRIEF), portal)
    assert told == [
        "warta_data/artikel/2025/a.md:2: jenis: kilas hanya satu kalimat fakta, tanpa isi di bawahnya. Hapus isinya, atau tulis jenis: artikel.",
        "warta_data/artikel/2025/b.md:7: sumber[1].url: wajib ada, tetapi tidak ditulis.",
    ]


def test_what_lies_where_no_article_lies(write: Write, portal: Portal) -> None:
    """Strange files, folders and names are told: nothing is overlooked."""
    write("2026/contoh.md")
    write("catatan.md")
    write("2026/Salah Nama.md")
    write("2026/dalam/contoh.md")
    write("2025/contoh.md")
    project = write("2026/naskah.docx")
    assert problems(project, portal) == [
        "warta_data/artikel/2025/contoh.md:4: tanggal: tahunnya 2026, tetapi berkasnya di folder 2025. Samakan.",
        "warta_data/artikel/2026/Salah Nama.md:1: nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .md.",
        "warta_data/artikel/2026/dalam:1: di folder tahun hanya ada berkas berita dan fotonya, tanpa folder dan symlink.",
        "warta_data/artikel/2026/naskah.docx:1: berkas ini bukan berita (.md) dan bukan foto (.jpg, .png, .webp). Pindahkan.",
        "warta_data/artikel/catatan.md:1: di sini hanya ada folder tahun, misalnya 2026, dan berita di dalamnya.",
    ]


def test_categories_are_unique(write: Write, portal: Portal) -> None:
    """An id stands for one category."""
    project = write("2026/contoh.md")
    (project / "warta_data/kategori.yml").write_text(
        "kategori:\n  - {id: budaya, nama: Budaya}\n  - {id: budaya, nama: Adat}\n", encoding="utf-8"
    )
    assert problems(project, portal) == [
        'warta_data/kategori.yml:3: kategori[2].id: "budaya" sudah dipakai. Ganti salah satu.'
    ]


def test_a_link_to_no_page_of_the_portal_is_told(project: Path, write: Write) -> None:
    """Pages, files and prose pages are known; whatever else a link names is a mistake with its line."""
    (project / "docs").mkdir()
    for name in ("index.md", "data.md"):
        (project / "docs" / name).write_text("# Contoh\n", encoding="utf-8")
    links = "[a](/sop/) [b](/sop/sop.json) [c](/data/) [d](/warta/2026/contoh/#x) [e](/)\n\n[f](/spo/) [g](/sop/?x=1)\n"
    write("2026/contoh.md", ARTICLE.replace("Contoh isi.\n", links))
    site = Site(load_content(project), TODAY)
    with pytest.raises(ContentError) as caught:
        site.check()
    assert [str(problem) for problem in caught.value.problems] == [
        f'{NAME}:12: isi: tautan "/spo/" tidak ada di portal. Maksud Anda "/sop/"?'
    ]


def test_links_in_drafts_are_checked_too(project: Path, write: Write) -> None:
    """Whoever writes a draft wants to know before it is public."""
    write("2026/contoh.md", ARTICLE.replace("Contoh isi.", "[a](/tidak-ada/)"), status="draf")
    with pytest.raises(ContentError, match="tidak ada di portal"):
        Site(load_content(project), TODAY).check()
