"""The Daftar Informasi Publik as pages, tables to search in, and paper."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.pages import Asset
from macros.portal import Portal
from macros.ppid.content import load_ppid
from macros.ppid.entry import size_text
from macros.ppid.finder import INDEX, PIECE
from macros.ppid.lists import PAGE_SIZE
from macros.ppid.paper import year_list
from macros.ppid.section import PpidSection
from macros.problems import ContentError
from macros.search import Record, SearchError, start_index
from macros.site import Site
from tests.conftest import ROOT, TODAY

ENTRY = """judul: {judul}
ringkasan: Contoh isi.
kategori: berkala
perangkat_daerah: dinas-kesehatan
bentuk: softcopy
tahun: 2025
status: terbit
terbit: 2026-01-05
"""

GUESS = "disimpulkan: { kategori: Contoh alasan menebak. }\n"

Make = Callable[..., PpidSection]


@pytest.fixture
def make(tmp_path: Path, portal: Portal) -> Make:
    """A PPID of entries given by id; `today` is the day the site is built for, `other` further files in ppid_data."""

    def section(today: date = TODAY, other: dict[str, str] | None = None, **entries: str) -> PpidSection:
        folder = tmp_path / "ppid_data/informasi"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in entries.items():
            (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
        for name, text in (other or {}).items():
            (tmp_path / "ppid_data" / name).write_text(text, encoding="utf-8")
        return PpidSection(load_ppid(tmp_path, portal), portal, today)

    return section


def entry(title: str = "Contoh laporan", *changes: tuple[str, str], more: str = "") -> str:
    """One entry's file."""
    text = ENTRY.format(judul=title)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text + more


def html_of(section: PpidSection) -> dict[str, str]:
    """Every page of the list and of its entries, by address."""
    return {page.alamat: page.html for page in section.pages()}


def tables_of(section: PpidSection) -> dict[str, Any]:
    """The tables that the browser searches in, by name."""
    return {
        asset.alamat.removeprefix("ppid/daftar/cari/"): json.loads(asset.isi)
        for asset in section.assets()
        if isinstance(asset, Asset) and asset.alamat.startswith("ppid/daftar/cari/")
    }


def words(html: str) -> str:
    """The text of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_collected_entry_is_in_with_its_source(site: Site) -> None:
    """The real list: one page per entry, each names where its facts were read; guesses are no facts."""
    pages = html_of(site.ppid)
    entries = site.content.ppid.information
    assert len(entries) >= 55
    for item in entries.values():
        page = pages[f"ppid/informasi/{item.id}/"]
        assert item.sumber is not None
        assert item.sumber.nama in words(page).replace("&amp;", "&")
        if not item.kategori_ditetapkan:
            assert f"belum ditetapkan (usulan: {item.kategori})" in page
    listed = "".join(html for address, html in pages.items() if re.fullmatch(r"ppid/daftar/(hal/\d+/)?", address))
    assert all(f"ppid/informasi/{name}/" in listed for name in entries)


def test_drafts_and_what_is_to_come_appear_nowhere(make: Make) -> None:
    """Neither as page, nor in a list, nor in what the browser or the site's search fetches."""
    section = make(
        tampil=entry("Contoh tampil", more="diganti_oleh: rahasia-draf\n"),
        rahasia_draf=entry("RAHASIA draf", ("status: terbit", "status: draf")),
        rahasia_nanti=entry("RAHASIA nanti", ("2026-01-05", "2026-11-22")),
    )
    everything = [page.alamat + page.judul + page.html for page in section.pages()]
    everything += [asset.isi.decode(errors="replace") for asset in section.assets() if isinstance(asset, Asset)]
    everything += [str(record) for record in section.records()]
    everything.append(year_list(section.listing, 2026))
    assert any("Contoh tampil" in text for text in everything)
    assert not [text for text in everything if re.search(r"rahasia[ _-](draf|nanti)", text, re.IGNORECASE)]


def test_a_withdrawn_entry_keeps_its_page_and_leaves_the_list(make: Make) -> None:
    """Its page says when and why, and who follows it; it stands in a list of its own and under its status."""
    withdrawn = entry("Contoh lama", ("status: terbit", "status: ditarik"))
    withdrawn += "penarikan: { tanggal: 2026-10-20, alasan: Contoh alasan penarikan. }\ndiganti_oleh: baru\n"
    section = make(lama=withdrawn, baru=entry("Contoh baru"))
    pages = html_of(section)
    page = words(pages["ppid/informasi/lama/"])
    assert "Ditarik 20 Oktober 2026." in page
    assert "Contoh alasan penarikan." in page
    assert 'href="../../../ppid/informasi/baru/"' in pages["ppid/informasi/lama/"]
    assert "Contoh lama" in pages["ppid/informasi/baru/"]
    assert "Contoh lama" in pages["ppid/daftar/ditarik/"]
    for address in ("ppid/daftar/", "ppid/daftar/kategori/berkala/", "ppid/daftar/tahun/2025/"):
        assert "Contoh lama" not in pages[address], address
    index = tables_of(section)["indeks.json"]
    place = list(index["medan"]).index("status")
    states = {row[0]: index["medan"]["status"][row[3 + place]] for row in index["butir"]}
    assert states == {"lama": "ditarik", "baru": "terbit"}


def test_a_withdrawal_to_come_is_not_told_before_its_day(make: Make) -> None:
    """Until then the entry stands in the list as any other."""
    text = entry("Contoh", ("status: terbit", "status: ditarik"))
    text += "penarikan: { tanggal: 2026-12-01, alasan: Contoh. }\n"
    assert "ppid/daftar/ditarik/" not in html_of(make(butir=text))
    assert "ppid/daftar/ditarik/" in html_of(make(today=date(2026, 12, 1), butir=text))


def test_guesses_are_told_from_what_was_laid_down(make: Make) -> None:
    """The mark in the list, the reason on the entry's page, and the warning only as long as there is a guess."""
    pages = html_of(make(tebak=entry("Contoh tebakan", more=GUESS), pasti=entry("Contoh pasti")))
    assert "Kategori 1 dari 2 butir belum ditetapkan PPID" in words(pages["ppid/daftar/"])
    assert "belum ditetapkan (usulan: berkala)" in pages["ppid/daftar/"]
    assert "Contoh alasan menebak." in pages["ppid/informasi/tebak/"]
    assert 'id="simpulan"' not in pages["ppid/informasi/pasti/"]
    assert "2 butir; 1 di antaranya baru usulan" in words(pages["ppid/daftar/"])
    laid_down = html_of(make(tebak=entry("Contoh tebakan"), pasti=entry("Contoh pasti")))
    assert "Bukan DIP resmi" not in laid_down["ppid/daftar/"]
    assert "belum ditetapkan" not in words(laid_down["ppid/informasi/tebak/"])


def test_columns_that_nobody_filled_in_say_so(make: Make) -> None:
    """No legal column is left out or blank."""
    text = words(html_of(make(butir=entry(more="dibuat: { waktu: Maret 2024 }\n")))["ppid/informasi/butir/"])
    assert "Penanggung jawab pembuatan atau penerbitan belum diisi" in text
    assert "Jangka waktu penyimpanan atau retensi arsip belum diisi" in text
    assert "Waktu dan tempat pembuatan Maret 2024, tempat belum diisi" in text


def test_pages_of_a_long_list(make: Make) -> None:
    """Numbers run on from page to page; previous, numbers and next lead where they say; a page is small."""
    count = 2 * PAGE_SIZE + 3
    long = "Contoh ringkasan yang panjang dan berisi banyak kata yang berlainan. " * 8
    section = make(**{f"b{i:03}": entry(f"Contoh {i:03}", ("Contoh isi.", f"{long}{i * 7919}")) for i in range(count)})
    pages = html_of(section)
    second = pages["ppid/daftar/hal/2/"]
    numbers = re.findall(r'class="kol-no">(\d+)<', second)
    assert numbers == [str(no) for no in range(PAGE_SIZE + 1, 2 * PAGE_SIZE + 1)]
    assert "‹ Sebelumnya Halaman 1 Halaman 2 Halaman 3 Berikutnya ›" in words(second)
    root = "../../../../ppid/daftar/"
    for link in (
        f'<a rel="prev" href="{root}">‹ Sebelumnya</a>',
        '<span aria-current="page"><span class="vh">Halaman </span>2</span>',
        f'<a rel="next" href="{root}hal/3/">Berikutnya ›</a>',
    ):
        assert link in second
    assert 'rel="prev"' not in pages["ppid/daftar/"]
    assert 'rel="next"' not in pages["ppid/daftar/hal/3/"]
    assert "(lanjutan)" in second
    assert "ppid/daftar/hal/4/" not in pages
    assert max(len(gzip.compress(html.encode())) for html in pages.values()) < 100_000


def test_each_part_of_the_list_holds_its_entries(make: Make) -> None:
    """Per category, agency, year and form; what lacks a value has a page too."""
    section = make(
        satu=entry("Contoh satu"),
        dua=entry("Contoh dua", ("berkala", "setiap saat"), ("tahun: 2025\n", ""), ("bentuk: softcopy\n", "")),
        tiga=entry("Contoh tiga", ("dinas-kesehatan", "inspektorat"), ("softcopy", "softcopy dan hardcopy")),
    )
    pages = html_of(section)
    expected = {
        "kategori/berkala": {"satu", "tiga"},
        "kategori/setiap-saat": {"dua"},
        "perangkat-daerah/dinas-kesehatan": {"satu", "dua"},
        "perangkat-daerah/inspektorat": {"tiga"},
        "tahun/2025": {"satu", "tiga"},
        "tahun/tanpa-tahun": {"dua"},
        "bentuk/softcopy": {"satu"},
        "bentuk/softcopy-dan-hardcopy": {"tiga"},
        "bentuk/belum-diisi": {"dua"},
    }
    found = {
        address.removeprefix("ppid/daftar/").removesuffix("/"): set(re.findall(r'informasi/(\w+)/">', html))
        for address, html in pages.items()
        if re.fullmatch(r"ppid/daftar/[a-z-]+/[a-z0-9-]+/", address)
    }
    assert found == expected
    for part in expected:
        assert f"ppid/daftar/{part}/" in pages["ppid/daftar/"]


def test_where_the_document_is(make: Make, tmp_path: Path) -> None:
    """On the portal with format, size and checksum; elsewhere with its host; an SOP; or nowhere yet."""
    folder = tmp_path / "ppid_data/informasi"
    folder.mkdir(parents=True)
    (folder / "contoh-data.csv").write_text("tahun,jumlah\n2025,12\n", encoding="utf-8")
    pages = html_of(
        make(
            berkas=entry("Contoh berkas", more="berkas: contoh-data.csv\n"),
            luar=entry("Contoh luar", more="tautan: { url: https://contoh.example/a.pdf }\n"),
            sebut=entry(
                "Contoh sebut", more="tautan: { url: https://contoh.example/berita, jenis: menyebut dokumen }\n"
            ),
            sop=entry("Contoh SOP", more="dokumen_sop: polewali-mandar/04\n"),
            tiada=entry("Contoh tiada"),
        )
    )
    stored = pages["ppid/informasi/berkas/"]
    (sha,) = set(re.findall(r"[0-9a-f]{64}", stored))
    assert 'href="../../../ppid/informasi/berkas/contoh-data.csv"' in stored
    assert "(CSV, 21 byte)" in stored
    assert f"{sha}  contoh-data.csv" in stored
    assert "Buka dokumen di contoh.example" in pages["ppid/informasi/luar/"]
    assert "membuka situs lain" in pages["ppid/informasi/luar/"]
    assert "Naskah belum ada di portal." in pages["ppid/informasi/sebut/"]
    assert "Disebut di" in pages["ppid/informasi/sebut/"]
    assert 'href="../../../sop/polewali-mandar/04/"' in pages["ppid/informasi/sop/"]
    assert 'href="../../../ppid/permohonan/"' in pages["ppid/informasi/tiada/"]


def test_the_checksum_is_the_documents(make: Make, tmp_path: Path) -> None:
    """Worked out from the bytes that are published."""
    folder = tmp_path / "ppid_data/informasi"
    folder.mkdir(parents=True)
    (folder / "contoh.csv").write_bytes(b"tahun,jumlah\n2025,12\n")
    page = html_of(make(butir=entry(more="berkas: contoh.csv\n")))["ppid/informasi/butir/"]
    assert hashlib.sha256(b"tahun,jumlah\n2025,12\n").hexdigest() in page


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 byte"), (999, "999 byte"), (1000, "1 KB"), (12_345, "12,3 KB"), (999_960, "1 MB"), (1_234_567, "1,2 MB")],
)
def test_sizes_as_people_read_them(size: int, text: str) -> None:
    """Thousands of bytes, a comma before the tenth."""
    assert size_text(size) == text


def test_history_citation_and_governing_sop(make: Make) -> None:
    """What happened in order, how to cite without guesses, and the SOP that governs publishing."""
    changed = entry(more="perubahan: [{ tanggal: 2026-03-01, uraian: Contoh perubahan. }]\nsop: polewali-mandar/03\n")
    guessed = entry("Contoh tebakan", more="disimpulkan: { perangkat_daerah: Contoh., tahun: Contoh. }\n")
    section = make(ubah=changed, tebak=guessed, other={"ppid.yml": "sop: polewali-mandar/04\n"})
    pages = html_of(section)
    text = words(pages["ppid/informasi/ubah/"])
    assert text.index("5 Januari 2026 : Dimuat di portal.") < text.index("1 Maret 2026 : Contoh perubahan.")
    assert "Dinas Kesehatan. Contoh laporan (2025). Daftar Informasi Publik, Portal KominfoSP" in text
    assert "sop/polewali-mandar/03/" in pages["ppid/informasi/ubah/"]
    assert "berlaku umum" not in text
    cited = words(pages["ppid/informasi/tebak/"].split('id="kutipan"')[1])
    assert "Contoh tebakan. Daftar Informasi Publik" in cited
    assert "Dinas Kesehatan" not in cited
    assert "sop/polewali-mandar/04/" in pages["ppid/informasi/tebak/"]
    assert "(berlaku umum)" in pages["ppid/informasi/tebak/"]


def test_hostile_text_stays_text(make: Make) -> None:
    """Neither in the page nor in the data for search engines does an entry's text become markup."""
    title = "'Contoh </script><script>alert(1)</script> & <b>tebal</b>'"
    page = html_of(make(butir=entry(title)))["ppid/informasi/butir/"]
    assert "<script>alert" not in page
    assert "<b>" not in page
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["name"] == title.strip("'")
    assert data["@type"] == "DigitalDocument"


def test_the_governing_sop_must_exist(make: Make) -> None:
    """A wrong id in ppid.yml is told with its line."""
    with pytest.raises(ContentError) as error:
        make(other={"ppid.yml": "# Contoh\nsop: polewali-mandar/777\n"})
    assert 'ppid_data/ppid.yml:2: sop: "polewali-mandar/777" tidak ada di daftar SOP.' in str(error.value)


def test_an_empty_list_is_a_page(make: Make) -> None:
    """Before the first entry the list says that there is none."""
    pages = html_of(make())
    assert "Belum ada butir." in pages["ppid/daftar/"]
    assert tables_of(make())["indeks.json"]["butir"] == []


def test_the_door_leads_only_to_what_there_is(make: Make) -> None:
    """Errands whose pages are not built are left out."""
    section = make(butir=entry())
    pages = html_of(section)
    links = set(re.findall(r'href="\.\./([^"]+)"', pages["ppid/"]))
    assert "ppid/daftar/" in links
    assert links <= set(pages) | {"data/"}


def test_what_the_browser_searches_in(make: Make) -> None:
    """Titles and numbers first, texts apart, columns in pieces; each entry at the same place in all of them."""
    entries = {f"b{i:02}": entry(f"Contoh {i:02}") for i in range(PIECE + 2)}
    entries["b00"] = entry("Contoh 00", ("Contoh isi.", "Contoh ISI <b>lain</b>."), more=GUESS)
    section = make(**entries)
    tables = tables_of(section)
    assert set(tables) == {"indeks.json", "teks.json", "0.json", "1.json"}
    assert len(tables["0.json"]) == PIECE
    index = tables["indeks.json"]
    assert index["potongan"] == PIECE
    assert [row[0] for row in index["butir"]] == sorted(entries)
    assert index["butir"][0][1:3] == ["Contoh 00", 20260105]
    values = {key: choices[index["butir"][0][3 + i]] for i, (key, choices) in enumerate(index["medan"].items())}
    assert values == {
        "kategori": "berkala", "perangkat_daerah": "dinas-kesehatan", "tahun": "2025", "bentuk": "softcopy",
        "penetapan": "belum-ditetapkan", "status": "terbit",
    }  # fmt: skip
    assert "contoh isi <b>lain</b>." in tables["teks.json"][0]
    assert tables["0.json"][0]["tebakan"] == "kategori"
    assert tables["1.json"][1]["ringkasan"] == "Contoh isi."


def test_the_index_changes_with_what_it_names(make: Make) -> None:
    """A browser that kept old columns must not show them beside a new index."""
    before = tables_of(make(butir=entry()))["indeks.json"]["versi"]
    same = tables_of(make(butir=entry()))["indeks.json"]["versi"]
    after = tables_of(make(butir=entry("Contoh laporan", ("Contoh isi.", "Contoh lain."))))["indeks.json"]["versi"]
    assert before == same != after


def test_the_list_of_a_year_on_paper(make: Make) -> None:
    """What stood in it on its last day; what a decree says of itself is left blank."""
    withdrawn = entry("Contoh ditarik", ("status: terbit", "status: ditarik"), ("2026-01-05", "2025-03-01"))
    section = make(
        awal=entry("Contoh awal", ("2026-01-05", "2025-12-31")),
        ditarik=withdrawn + "penarikan: { tanggal: 2026-02-01, alasan: Contoh. }\n",
        sekarang=entry("Contoh sekarang", ("berkala", "setiap saat"), more=GUESS),
    )
    assert section.listing.dip.years == (2026, 2025)
    last, this = (year_list(section.listing, year) for year in (2025, 2026))
    titles = ("Contoh awal", "Contoh ditarik", "Contoh sekarang")
    assert [title in last for title in titles] == [True, True, False]
    assert [title in this for title in titles] == [True, False, True]
    assert "Daftar Informasi Publik Tahun 2025" in last
    assert "keadaan" not in words(last).split("A. ")[0]
    assert "keadaan 21 November 2026" in this
    assert "Rancangan: kategori 1 butir belum ditetapkan PPID." in this
    assert "Rancangan" not in last
    assert re.search(r"Nomor : \.{20,}", words(this))
    assert "A. Informasi yang wajib disediakan" in this
    assert "B. Informasi yang wajib tersedia setiap saat" in this


def test_the_index_of_the_site_finds_addresses(tmp_path: Path) -> None:
    """The index lies in the site's folder, without the search boxes that the portal does not use."""
    index = start_index([Record("a/b/", "Contoh <b>", ("kata & lain",), "uji", saring={"warna": ("biru",)})])
    assert index
    index.finish(tmp_path)
    (fragment,) = (tmp_path / "pagefind/fragment").iterdir()
    data = gzip.decompress(fragment.read_bytes()).decode().removeprefix("pagefind_dcd")
    page = json.loads(data)
    assert page["url"] == "/a/b/"
    assert page["meta"]["title"] == "Contoh <b>"
    assert "kata & lain" in page["content"]
    assert page["filters"] == {"jenis": ["uji"], "warna": ["biru"]}
    assert not [file.name for file in (tmp_path / "pagefind").iterdir() if "ui" in file.name]


def test_a_site_with_nothing_to_search_gets_no_index() -> None:
    """And no error."""
    assert start_index([]) is None


def test_an_index_that_fails_says_why(tmp_path: Path) -> None:
    """In Pagefind's own words."""
    indexing = start_index([Record("a/", "Contoh", ("kata",), "uji")])
    assert indexing
    indexing.process.kill()
    with pytest.raises(SearchError, match="Indeks pencarian \\(1 halaman\\) tidak jadi"):
        indexing.finish(tmp_path)


def test_the_default_sop_stands_in_the_data() -> None:
    """The office's own choice, not the program's."""
    assert "sop: polewali-mandar/04" in (ROOT / "ppid_data/ppid.yml").read_text(encoding="utf-8")
    assert INDEX == "ppid/daftar/cari/indeks.json"
