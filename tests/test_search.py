"""What the search finds: records of every kind, words that mean the same, and what an index page holds."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from macros.content import load_content
from macros.pages import prose_address
from macros.problems import ContentError
from macros.rendering import render
from macros.search import Record, start_index, text_of
from macros.search_parts import ENTRY, LARGEST, UnknownIndexError, settle
from macros.searching.prose import prose_records
from macros.searching.section import KINDS
from macros.searching.synonyms import FILE, SynonymRegister, Thesaurus, load_synonyms, register_groups
from macros.site import Site
from tests.conftest import ROOT

PAIRS = Thesaurus.of([("KTP", "kartu tanda penduduk"), ("UU", "undang-undang")])


@pytest.fixture(scope="module")
def records(site: Site) -> dict[str, Record]:
    """Address -> its record."""
    return {record.alamat: record for record in site.records}


def test_everything_has_its_record(site: Site, records: dict[str, Record]) -> None:
    """Every service, SOP, step, entry, article, agency and regulation is found, and every actor with a duty."""
    portal = site.content.portal
    count = Counter(record.jenis for record in records.values())
    assert count["SOP"] == len(portal.sops)
    assert count["langkah"] == sum(len(sop.langkah) for sop in portal.sops.values())
    assert count["informasi publik"] == len(site.ppid.listing.dip.published)
    assert count["warta"] == len(site.warta.shelves.articles)
    assert count["layanan"] == len(site.content.layanan.services)
    assert count["perangkat daerah"] == len(portal.agencies)
    assert count["peraturan"] == len(portal.regulations)
    assert count["pelaksana"] == len(
        {actor for sop in portal.sops.values() for step in sop.langkah for actor in step.pelaksana}
    )
    assert set(count) == set(KINDS)
    assert {"data/", "tentang/", "ppid/cara-meminta/", "ppid/keberatan/", "temuan/"} <= records.keys()


def test_every_record_leads_to_a_page(site: Site, records: dict[str, Record]) -> None:
    """No address is found twice, and each is that of a page, or of a place on one."""
    assert len(records) == len(list(site.records))
    assert {address.partition("#")[0] for address in records} <= site.addresses
    step = records["sop/mamuju/04/#langkah-4"]
    assert 'id="langkah-4"' in site.pages["sop/mamuju/04/index.md"].html
    assert step.meta["keterangan"] == "Langkah 4 · Pembuatan Surat Ijin / Cuti · Diskominfosip Mamuju"
    places = [address.partition("#") for address in records if address.startswith("ppid/monitoring/#")]
    assert all(f'id="{place}"' in site.pages[f"{page}index.md"].html for page, _, place in places)


def test_lists_are_not_found_beside_what_they_list(records: dict[str, Record]) -> None:
    """Pages of lists, of months and of tags would repeat every title."""
    lists = ("ppid/daftar/hal/", "ppid/daftar/tahun/", "warta/arsip/", "warta/tag/", "cari/")
    assert [address for address in records if address.startswith(lists)] == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Membawa kartu  tanda\npenduduk asli", ("KTP",)),
        ("Fotokopi ktp.", ("kartu tanda penduduk",)),
        ("Undang-Undang Nomor 14", ("UU",)),
        ("KTP atau kartu tanda penduduk", ()),
        ("kartu penduduk", ()),
        ("KTPX", ()),
    ],
)
def test_words_that_mean_the_same(text: str, others: tuple[str, ...]) -> None:
    """Whole words only, in any case and with any signs between them; what stands there already is not added."""
    assert PAIRS.others(text) == others


def test_a_record_is_widened_by_all_its_texts() -> None:
    """Title, paragraphs, what is shown beside it, and the long text that is not."""
    long = PAIRS.widen(Record("a/", "Contoh", (), "warta", tersirat="memakai KTP"))
    assert long.kata == ("kartu tanda penduduk",)
    assert PAIRS.widen(Record("a/", "Contoh UU", (), "SOP", kata=("contoh",))).kata == ("contoh", "undang-undang")


def test_short_names_come_from_the_registers(site: Site) -> None:
    """An agency is found by its abbreviation wherever its name stands."""
    groups = list(register_groups(site.content.portal))
    assert ("Badan Keuangan dan Aset Daerah", "BKAD") in groups
    assert "BKAD" in Thesaurus.of(groups).others("Laporan Badan Keuangan dan Aset Daerah")


def test_real_synonyms_hold_the_abbreviations_of_the_office() -> None:
    """The file that the portal ships."""
    known = Thesaurus.of(load_synonyms(ROOT))
    assert "kartu tanda penduduk" in known.others("KTP")
    assert "anggaran pendapatan dan belanja daerah" in known.others("APBD 2025")
    assert "OPD" in known.others("semua perangkat daerah")


def test_wrong_synonyms_are_told_with_their_line(tmp_path: Path) -> None:
    """All at once, in Indonesian, saying what would be right."""
    file = tmp_path / FILE
    file.parent.mkdir()
    file.write_text("kelompok:\n  - [KTP]\n  - [KK, kartu keluarga]\n  - [k.k., '?']\n  - []\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_synonyms(tmp_path)
    (problem,) = caught.value.problems
    assert str(problem) == f"{FILE}:5: kelompok[4]: daftarnya kosong; isi paling sedikit satu butir."
    file.write_text("kelompok:\n  - [KTP]\n  - [KK, kartu keluarga]\n  - [kk., '?']\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_synonyms(tmp_path)
    assert [str(problem) for problem in caught.value.problems] == [
        f'{FILE}:2: kelompok[1]: "KTP" sendirian. Tulis juga kata yang sama artinya, misalnya [KTP, kartu tanda penduduk].',
        f'{FILE}:4: kelompok[3][1]: "kk." sudah ada di baris 3. Gabungkan kedua kelompok.',
        f'{FILE}:4: kelompok[3][2]: "?" tidak memuat huruf atau angka.',
    ]


def test_a_project_without_synonyms_is_fine(project: Path) -> None:
    """And a mistake in them is told beside all others."""
    assert load_synonyms(project) == ()
    (project / FILE).parent.mkdir()
    (project / FILE).write_text("kelompok: KTP\n", encoding="utf-8")
    with pytest.raises(ContentError, match=f"{FILE}:1: kelompok: seharusnya daftar"):
        load_content(project)
    assert SynonymRegister.model_validate({"kelompok": []}).kelompok == ()


def test_prose_is_found_without_macros_and_code(tmp_path: Path) -> None:
    """Title, summary and text of a page that people write."""
    text = "---\ntitle: Contoh\ndescription: Contoh ringkas.\n---\n\n# Contoh\n\nKata **tebal** & `kode`.\n\n{{ angka() }}\n\n```\nrahasia\n```\n"
    (tmp_path / "contoh.md").write_text(text, encoding="utf-8")
    (record,) = prose_records(tmp_path)
    assert record == Record("contoh/", "Contoh", ("Contoh ringkas.", "Kata tebal & kode ."), "halaman")
    assert record.alamat == prose_address("contoh.md")


def test_text_of_html_keeps_neighbours_apart() -> None:
    """Words of two cells are two words; entities are letters."""
    assert text_of('<p>a</p><script type="application/ld+json">{"x": 1}</script>b') == "a b"
    assert text_of("<td>a&amp;b</td><td>c</td>\n<p>&lt;d&gt;</p>") == "a&b c <d>"


def test_long_texts_are_indexed_as_words() -> None:
    """Each word once, without those shown, and without the filter that would list thousands of pages."""
    record = Record("a/", "Contoh judul", ("Ringkas.",), "warta", tersirat="Zebra gajah judul zebra <b>")
    html = render("indeks.html", record.alamat, butir=record)
    assert record.kata_tersirat == "b gajah zebra"
    assert '<p data-pagefind-meta="tersirat" data-pagefind-ignore>b gajah zebra</p>' in html
    assert 'filter="jenis"' not in html
    assert 'filter="jenis"' in render("indeks.html", "a/", butir=Record("a/", "Contoh", (), "SOP"))


def test_parts_of_an_index_are_cut_between_words(tmp_path: Path) -> None:
    """All words are there once and in order, in parts that are small unless one word is large."""
    words = [f"kata{number}" for number in range(3000)]
    rows = (Record(f"a/{number}/", f"Contoh {number}", (" ".join(words[number : number + 40]),), "uji") for number in range(2900))  # fmt: skip
    index = start_index(rows)
    assert index
    index.finish(tmp_path)
    (listed,) = (tmp_path / "pagefind").glob("*.pf_meta")
    parts = list((tmp_path / "pagefind/index").iterdir())
    content = gzip.decompress(listed.read_bytes())
    assert len(parts) > 20
    assert all(part.stem.encode() in content for part in parts)
    texts = {part.name: gzip.decompress(part.read_bytes()) for part in parts}
    assert [name for name, text in texts.items() if text.count(b"kata") > 1 and len(text) > LARGEST + 20] == []
    found = Counter(word for text in texts.values() for word in re.findall(rb"kata\d+", text))
    assert {word.decode() for word in found} >= set(words[:2900])
    assert set(found.values()) == {1}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"lain", "tanda pengenalnya lain"), (b"pagefind_dcd\x81\x01", "daftar bagian tidak ditemukan")],
)
def test_an_index_of_another_shape_is_told(content: bytes, complaint: str) -> None:
    """Another version of Pagefind ends in words, not in a search that finds nothing."""
    files = {ENTRY: b'{"languages": {"id": {"hash": "id_a"}}}', "pagefind.id_a.pf_meta": gzip.compress(content)}
    with pytest.raises(UnknownIndexError, match=complaint):
        settle(files)


def test_the_same_records_make_the_same_index(records: dict[str, Record], tmp_path: Path) -> None:
    """Byte for byte, filters and sort keys too: who builds the site again can compare."""
    contents = []
    for name in ("satu", "dua"):
        index = start_index([*records.values(), Record("z/", "Contoh", ("kata",), "uji", urut={"b": "1", "a": "2"})])
        assert index
        index.finish(tmp_path / name)
        folder = tmp_path / name / "pagefind"
        contents.append({str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.*")})
    assert len(contents[0]) > len(records)
    assert contents[0] == contents[1]


def test_the_page_leads_to_every_list_without_a_script(site: Site) -> None:
    """SOPs by office, the list by category and year, news, regulations, actors, agencies by name."""
    html = site.pages["cari/index.md"].html
    links = ["sop/#mamuju", "ppid/daftar/kategori/berkala/", "ppid/daftar/tahun/2025/", "warta/arsip/", "peraturan/", "pelaksana/"]  # fmt: skip
    assert [link for link in links if f'href="../{link}"' not in html] == []
    names = [agency.nama for agency in site.content.portal.agencies.values()]
    assert sorted(names, key=html.rindex) == sorted(names)
