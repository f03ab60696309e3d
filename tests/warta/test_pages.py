"""The pages of the news: what is listed where, what an article shows, and what never shows."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from macros.pages import FileAsset
from macros.portal import Portal
from macros.warta.lists import PAGE_SIZE, NewsList, sheets
from macros.warta.section import WartaSection
from tests.warta.conftest import ARTICLE, BRIEF, Write, load, section

PHOTO = "foto: [{berkas: contoh.jpg, alt: Contoh alt, kredit: Contoh kredit, keterangan: Contoh keterangan}]"


def pages(part: WartaSection) -> dict[str, str]:
    """Address -> HTML of every page."""
    return {page.alamat: page.html for page in part.pages()}


def text(html: str) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def with_line(line: str, article: str = ARTICLE) -> str:
    """An article with one more line on top of it."""
    return article.replace("status: terbit", f"{line}\nstatus: terbit")


def test_an_article_has_its_page_and_stands_in_every_list(write: Write, portal: Portal) -> None:
    """The address comes from the file; its category, month and tags have lists."""
    part = section(write("2026/contoh.md", with_line("tag: [contoh-satu, contoh-dua]")), portal)
    made = pages(part)
    assert set(made) == {
        "warta/", "warta/kategori/", "warta/kategori/budaya/", "warta/kategori/keuangan/", "warta/arsip/",
        "warta/arsip/2026/11/", "warta/majalah/", "warta/video/", "warta/tag/", "warta/tag/contoh-satu/", "warta/tag/contoh-dua/", "warta/2026/contoh/",
    }  # fmt: skip
    for address in ("warta/", "warta/kategori/budaya/", "warta/arsip/2026/11/", "warta/tag/contoh-dua/"):
        assert 'warta/2026/contoh/">Contoh judul</a>' in made[address], address
    assert "Belum ada warta di sini." in made["warta/kategori/keuangan/"]
    article = text(made["warta/2026/contoh/"])
    for words in (
        "Contoh judul",
        "20 November 2026 · penulis: Contoh Penulis",
        "Contoh isi.",
        "contoh-satu , contoh-dua",
    ):
        assert words in article
    assert "November 1 warta" in text(made["warta/arsip/"])


def test_a_brief_says_that_it_is_one_and_links_its_source(write: Write, portal: Portal) -> None:
    """In lists and on its page; nobody is named as its author."""
    made = pages(section(write("2025/contoh.md", BRIEF), portal))
    for address in ("warta/", "warta/kategori/keuangan/"):
        assert "Kilas sumber: Contoh Penerbit" in text(made[address])
        assert '<a href="https://contoh.example/berita" rel="noopener">Contoh Penerbit</a>' in made[address]
    page = made["warta/2025/contoh/"]
    assert '<h1 class="warta-fakta">Contoh fakta dalam satu kalimat.</h1>' in page
    assert "Kilas memuat satu fakta dengan kata sendiri. Berita selengkapnya ada pada sumbernya." in page
    for words in (
        "Baca di Contoh Penerbit",
        "dimuat 21 November 2026",
        "dibaca 21 November 2026",
        "Tanggal: disebut di teks.",
    ):
        assert words in text(page), words
    assert 'href="https://lain.example/berita"' in page
    assert "penulis" not in page


def test_lists_are_newest_first_and_cut_into_pages(write: Write, portal: Portal) -> None:
    """Twenty on a page; each article once."""
    for number in range(1, 46):
        day = date.fromordinal(date(2026, 1, 1).toordinal() + number).isoformat()
        project = write(f"2026/contoh-{number:02}.md", tanggal=day, terbit=day, judul=f"Contoh {number}")
    made = pages(section(project, portal))
    listed = [
        re.findall(r'class="warta-judul"><a href="[./]*(warta/[^"]+)"', made[address])
        for address in ("warta/", "warta/hal/2/", "warta/hal/3/")
    ]
    assert [len(found) for found in listed] == [20, 20, 5]
    assert [address for found in listed for address in found] == [
        f"warta/2026/contoh-{number:02}/" for number in range(45, 0, -1)
    ]
    assert "warta/hal/4/" not in made
    assert 'rel="next" href="../../../warta/hal/3/"' in made["warta/hal/2/"]
    assert 'rel="prev" href="../../../warta/"' in made["warta/hal/2/"]


@pytest.mark.parametrize(
    ("number", "choices"),
    [
        (1, (1, 2, None, 500)),
        (250, (1, None, 249, 250, 251, None, 500)),
        (500, (1, None, 499, 500)),
        (3, (1, 2, 3, 4, None, 500)),
    ],
)
def test_the_way_to_other_pages_never_grows(number: int, choices: tuple[int | None, ...]) -> None:
    """Five hundred pages: seven choices at most."""
    news = NewsList("warta/", "Warta", "", range(500 * PAGE_SIZE))
    assert list(sheets(news))[number - 1].pilihan == choices


def test_drafts_and_plans_are_nowhere(write: Write, portal: Portal) -> None:
    """Neither on a page nor in a feed nor as a file."""
    write("2026/draf.md", with_line(f"{PHOTO}\ntag: [rahasia]").replace("Contoh", "Rahasia"), status="draf")
    project = write("2026/rencana.md", ARTICLE.replace("Contoh", "Rahasia"), terbit="2026-11-22")
    Image.new("RGB", (4, 3)).save(project / "warta_data/artikel/2026/contoh.jpg")
    part = section(project, portal)
    assert len(part.warta.articles) == 2
    made = pages(part)
    assert not [address for address in made if "rahasia" in address or "2026" in address]
    assert not [address for address, html in made.items() if "ahasia" in html]
    assert not [asset for asset in part.assets() if isinstance(asset, FileAsset) or b"ahasia" in asset.isi]


def test_a_correction_stands_above_the_text_and_in_lists(write: Write, portal: Portal) -> None:
    """Whoever reads the article, reads what was wrong."""
    project = write("2026/contoh.md", with_line("ralat: [{tanggal: 2026-11-21, uraian: Contoh ralat}]"))
    made = pages(section(project, portal))
    page = text(made["warta/2026/contoh/"])
    assert page.index("Ralat 21 November 2026 : Contoh ralat") < page.index("Contoh isi.")
    assert "Diralat" in made["warta/"]


def test_a_withdrawn_article_keeps_title_date_and_reason(write: Write, portal: Portal) -> None:
    """Its address answers for ever; its text, summary, photos and facts for machines are gone."""
    withdrawn = with_line(f"{PHOTO}\npenarikan: {{tanggal: 2026-11-21, alasan: Contoh alasan}}")
    project = write("2026/contoh.md", withdrawn, status="ditarik")
    Image.new("RGB", (4, 3)).save(project / "warta_data/artikel/2026/contoh.jpg")
    part = section(project, portal)
    made = pages(part)
    page = made["warta/2026/contoh/"]
    assert "Contoh judul 20 November 2026 Warta ini ditarik pada 21 November 2026 . Alasan: Contoh alasan" in text(page)
    for gone in ("Contoh isi", "Contoh ringkasan", "contoh.jpg", "ld+json", "og:title"):
        assert gone not in page
        assert gone not in made["warta/"]
    assert "Ditarik" in made["warta/"]
    assert not [asset for asset in part.assets() if isinstance(asset, FileAsset)]
    heads = {page.alamat: page.kepala for page in part.pages()}
    assert "Contoh ringkasan" not in heads["warta/2026/contoh/"]


def test_a_withdrawal_of_a_later_day_is_a_plan(write: Write, portal: Portal) -> None:
    """Until then the article stands."""
    later = with_line("penarikan: {tanggal: 2026-11-22, alasan: Contoh alasan}")
    page = pages(section(write("2026/contoh.md", later, status="ditarik"), portal))["warta/2026/contoh/"]
    assert "Contoh isi." in page
    assert "Contoh alasan" not in page


def test_photos_lie_beside_the_page_with_their_size(write: Write, portal: Portal) -> None:
    """The first leads the article and is fetched first; one in the text has its words; no original is published."""
    project = write("2026/contoh.md", with_line(PHOTO).replace("Contoh isi.", "![Contoh gambar](lain.png)"))
    folder = project / "warta_data/artikel/2026"
    Image.new("RGB", (1000, 750)).save(folder / "contoh.jpg")
    Image.new("RGB", (20, 10)).save(folder / "lain.png")
    part = section(project, portal)
    page = pages(part)["warta/2026/contoh/"]
    here = "../../../warta/2026/contoh/contoh.jpg"
    assert (
        f'<source type="image/avif" srcset="{here}.480.avif 480w, {here}.960.avif 960w, {here}.1000.avif 1000w"' in page
    )
    (lead,) = re.findall(r'<img src="[^"]*contoh.jpg.1000.jpg"[^>]*>', page)
    assert 'alt="Contoh alt" width="1000" height="750" fetchpriority="high"' in lead
    assert f'<a href="{here}.1000.jpg">' in page
    (inner,) = re.findall(r'<picture><source[^>]*><source[^>]*><img [^>]*src="lain.png.20.jpg"[^>]*></picture>', page)
    for attribute in (
        'alt="Contoh gambar"',
        'height="10"',
        'width="20"',
        'loading="lazy"',
        'srcset="lain.png.20.avif 20w"',
    ):
        assert attribute in inner, attribute
    assert "Contoh keterangan Foto: Contoh kredit" in text(page)
    files = {asset.alamat for asset in part.assets() if isinstance(asset, FileAsset)}
    names = [f"contoh.jpg.{width}" for width in (480, 960, 1000)] + ["lain.png.20"]
    assert files == {f"warta/2026/contoh/{name}.{ending}" for name in names for ending in ("avif", "webp", "jpg")}


def test_several_photos_are_a_gallery_that_needs_no_script(write: Write, portal: Portal) -> None:
    """Each with its words and a link to the large one; only the first is not lazy; one photo is no gallery."""
    several = "foto: [{berkas: a.jpg, alt: A, kredit: K}, {berkas: b.jpg, alt: B, kredit: K}, {berkas: c.jpg, alt: C, kredit: K}]"
    project = write("2026/contoh.md", with_line(several))
    write("2026/satu.md", with_line("foto: [{berkas: a.jpg, alt: A, kredit: K}]"))
    for name in "abc":
        Image.new("RGB", (4, 3)).save(project / f"warta_data/artikel/2026/{name}.jpg")
    made = pages(section(project, portal))
    gallery = made["warta/2026/contoh/"].partition('<section class="warta-galeri"')[2].partition("</section>")[0]
    assert re.findall(r'<a href="[^"]*/([^/"]+)">', gallery) == ["b.jpg.4.jpg", "c.jpg.4.jpg"]
    assert (gallery.count("<figcaption>"), gallery.count('loading="lazy"'), gallery.count("fetchpriority")) == (2, 2, 0)
    assert made["warta/2026/contoh/"].count("fetchpriority") == 1
    assert "warta-galeri" not in made["warta/2026/satu/"]
    assert made["warta/"].count("fetchpriority") == 1


def test_an_article_without_photos_leaves_no_empty_place(write: Write, portal: Portal) -> None:
    """Not on its page, not on its card."""
    made = pages(section(write("2026/contoh.md"), portal))
    for address in ("warta/", "warta/2026/contoh/"):
        assert not re.search(r"<img|<picture|<figure|warta-bergambar", made[address])


def test_related_articles_have_most_in_common(write: Write, portal: Portal) -> None:
    """Four at most: shared tags count more than the agency, that more than the category; never the withdrawn."""
    write("2026/ini.md", with_line("tag: [a, b]\nperangkat_daerah: [inspektorat]"))
    write("2026/dua-tag.md", with_line("tag: [a, b]"), kategori="keuangan")
    write("2026/satu-tag.md", with_line("tag: [b]"), kategori="keuangan")
    write("2026/dinas.md", with_line("perangkat_daerah: [inspektorat]"), kategori="keuangan")
    write("2026/kategori.md")
    write("2026/kategori-jauh.md", tanggal="2026-01-01")
    write("2026/asing.md", kategori="keuangan")
    gone = with_line("tag: [a, b]\npenarikan: {tanggal: 2026-11-21, alasan: Contoh}")
    shelves = section(write("2026/ditarik.md", gone, status="ditarik"), portal).shelves
    place = next(place for place, item in enumerate(shelves.articles) if item.slug == "ini")
    assert [item.slug for item in shelves.related(place)] == ["dua-tag", "satu-tag", "dinas", "kategori"]


def test_neighbours_by_date(write: Write, portal: Portal) -> None:
    """From each article to the next newer and the next older one."""
    for day in (18, 19, 20):
        project = write(f"2026/contoh-{day}.md", judul=f"Contoh {day}", tanggal=f"2026-11-{day}")
    page = text(pages(section(project, portal))["warta/2026/contoh-19/"])
    assert "‹ Lebih baru Contoh 20" in page
    assert "Lebih lama › Contoh 18" in page


def test_sharing_needs_no_script_and_tells_nobody_before_a_click(write: Write, portal: Portal) -> None:
    """Plain links, WhatsApp first; without the site's address there is nothing to share but the copy button."""
    project = write("2026/contoh.md", judul="'Contoh & <judul>'")
    page = pages(section(project, portal, "https://contoh.example/portal/"))["warta/2026/contoh/"]
    shares = re.findall(r'<a class="tombol-biasa" href="([^"]+)" rel="noopener noreferrer">(\w+)</a>', page)
    assert [name for _, name in shares] == ["WhatsApp", "Telegram", "Facebook", "Surel"]
    assert (
        shares[0][0]
        == "https://wa.me/?text=Contoh%20%26%20%3Cjudul%3E%20https%3A%2F%2Fcontoh.example%2Fportal%2Fwarta%2F2026%2Fcontoh%2F"
    )
    assert "wa.me" not in pages(section(project, portal))["warta/2026/contoh/"]


def test_facts_for_search_engines(write: Write, portal: Portal) -> None:
    """NewsArticle as JSON-LD; what was typed cannot end the script."""
    project = write("2026/contoh.md", with_line("tag: [contoh]"), judul="'</script><b>Contoh'")
    page = pages(section(project, portal, "https://contoh.example/"))["warta/2026/contoh/"]
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    facts = json.loads(written)
    assert facts == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "</script><b>Contoh",
        "description": "Contoh ringkasan.",
        "datePublished": "2026-11-20",
        "dateModified": "2026-11-20",
        "inLanguage": "id",
        "articleSection": "Budaya",
        "keywords": ["contoh"],
        "isAccessibleForFree": True,
        "author": {"@type": "Person", "name": "Contoh Penulis"},
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
            "url": "https://contoh.example/",
        },
        "url": "https://contoh.example/warta/2026/contoh/",
        "mainEntityOfPage": "https://contoh.example/warta/2026/contoh/",
    }


def test_a_portal_without_news_has_its_page(tmp_path: Path, portal: Portal) -> None:
    """Empty, and saying so."""
    made = pages(WartaSection(load(tmp_path, portal), portal, date(2026, 11, 21)))
    assert set(made) == {"warta/", "warta/arsip/", "warta/kategori/", "warta/majalah/", "warta/video/", "warta/tag/"}
    assert "Belum ada warta di sini." in made["warta/"]
