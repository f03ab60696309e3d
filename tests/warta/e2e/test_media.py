"""Photos, magazine and videos as visitors meet them, and the magazine as it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from macros.content import load_content
from macros.paper.sizes import PAPERS
from macros.site import Site
from scripts.press import chapters, print_document
from tests.accessibility import beyond_the_screen, violations
from tests.conftest import ROOT, TODAY
from tests.serving import build_site, copy_of_project, served
from tests.warta.conftest import ARTICLE
from tests.warta.test_magazines import EDITION
from tests.warta.test_videos import CAPTIONS, OWN, VIDEO

PHOTOS = "".join(f"  - {{berkas: foto-{n}.jpg, alt: Contoh alt, kredit: Contoh kredit}}\n" for n in (1, 2, 3))
PAGES = {
    "galeri": "warta/2026/satu/",
    "rak": "warta/majalah/",
    "edisi": "warta/majalah/3/",
    "daftar-video": "warta/video/",
    "youtube": "warta/video/contoh/",
    "video-sendiri": "warta/video/sendiri/",
}


def picture(file: Path, size: tuple[int, int]) -> None:
    """A made-up photo."""
    image = Image.new("RGB", size, "#2a6f97")
    ImageDraw.Draw(image).ellipse((50, 50, size[0] - 50, size[1] - 50), fill="#e9d8a6")
    ImageDraw.Draw(image).text((20, 20), file.name, font_size=90)  # no two alike: a PDF holds the same one once
    image.save(file)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a gallery, an edition and two videos, all made up."""
    project = copy_of_project(ROOT, tmp_path_factory.mktemp("media") / "proyek")
    folder = project / "warta_data"
    news = folder / "artikel/2026"
    (news / "satu.md").write_text(
        ARTICLE.replace("Contoh judul", 'Contoh </style> "satu"').replace("status:", f"foto:\n{PHOTOS}status:"),
        encoding="utf-8",
    )
    long = "Contoh kalimat yang mengisi halaman. " * 20
    (news / "dua.md").write_text(
        ARTICLE.replace("Contoh judul", "Contoh dua").replace(
            "Contoh isi.", "\n\n".join([long] * 12) + "\n\n![Contoh](foto-1.jpg)"
        ),
        encoding="utf-8",
    )
    for number in (1, 2, 3):
        picture(news / f"foto-{number}.jpg", (1800, 1200))
    (folder / "majalah").mkdir()
    picture(folder / "majalah/sampul.jpg", (900, 1200))
    (folder / "majalah/3.yml").write_text(EDITION, encoding="utf-8")
    (folder / "video").mkdir()
    picture(folder / "video/sampul.jpg", (1280, 720))
    (folder / "video/contoh.md").write_text(VIDEO, encoding="utf-8")
    (folder / "video/sendiri.md").write_text(OWN, encoding="utf-8")
    (folder / "video/contoh.mp4").write_bytes(b"\0\0\0\x18ftypmp42contoh")
    (folder / "video/contoh.vtt").write_text(CAPTIONS, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(build_site(project, TODAY.isoformat())) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", PAGES)
def test_accessible_and_nothing_foreign_before_a_click(
    browser: Browser, address: str, kind: str, width: int, scheme: str
) -> None:
    """Axe finds nothing; nothing is wider than the screen; nobody else is asked for anything."""
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    foreign: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else foreign.append(request.url)
    )
    page.goto(address + PAGES[kind], wait_until="networkidle")
    found = violations(page)
    wide = beyond_the_screen(page)
    context.close()
    assert (found, wide, foreign) == ([], [], [])


def test_the_browser_takes_the_smallest_photo_that_is_sharp(browser: Browser, address: str) -> None:
    """AVIF, and on a phone not the large one."""
    for width, name in ((320, "foto-1.jpg.480.avif"), (1280, "foto-1.jpg.960.avif")):
        context = browser.new_context(viewport={"width": width, "height": 740})
        page = context.new_page()
        page.goto(address + PAGES["galeri"])
        chosen = page.locator(".warta-foto img").first.evaluate("image => image.currentSrc")
        context.close()
        assert chosen.endswith(name)


def test_a_photo_in_the_gallery_opens_large_without_a_script(browser: Browser, address: str) -> None:
    """A plain link to the largest JPEG."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["galeri"])
    page.locator(".warta-galeri a").first.click()
    expect(page).to_have_url(f"{address}warta/2026/satu/foto-2.jpg.1600.jpg")
    context.close()


def test_youtube_is_asked_after_a_click_and_not_before(page: Page, address: str) -> None:
    """The frame comes from the address without cookies, and takes the place of the cover."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<title>contoh</title>", content_type="text/html")

    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.route(lambda url: not url.startswith((address, "data:")), answer)
    page.goto(address + PAGES["youtube"], wait_until="networkidle")
    assert asked == []
    page.get_by_role("button", name="Putar dari YouTube (mengirim data ke Google)").click()
    expect(page.locator("iframe")).to_have_attribute("title", "Contoh video")
    assert page.locator("[data-pemutar] img").count() == 0
    assert [url.split("?")[0] for url in asked] == ["https://www.youtube-nocookie.com/embed/CONTOH_vide"]
    assert errors == []  # the page's policy lets this frame in


def test_without_javascript_a_link_leads_to_youtube(browser: Browser, address: str) -> None:
    """No button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["youtube"])
    expect(page.get_by_role("link", name="Buka di YouTube")).to_be_visible()
    expect(page.locator("[data-putar-youtube]")).to_be_hidden()
    context.close()


def test_the_magazine_is_printed_with_page_numbers_and_running_heads(project: Path, page: Page) -> None:
    """Cover, contents that say where each article begins, its title on top of its pages; tagged, with bookmarks."""
    (document,) = [item for item in Site(load_content(project), TODAY).printables if item.alamat.startswith("warta/")]
    assert document.alamat == "warta/majalah/3/majalah-3.pdf"
    page.emulate_media(media="print")
    printed = print_document(page, document, PAPERS["A4"])
    reader = PdfReader(BytesIO(printed))
    texts = [one.extract_text() for one in reader.pages]
    first, second = chapters(printed)[2:]
    assert chapters(printed)[:2] == [1, 2]
    assert [str(item.title) for item in reader.outline if not isinstance(item, list)][2:] == [  # type: ignore[union-attr]
        'Contoh </style> "satu"',
        "Contoh dua",
    ]
    contents = texts[1].split()
    for number in (first, second):
        assert str(number) in contents
    assert "000" not in contents
    assert second < len(texts)
    for number, text in enumerate(texts[1:], start=2):
        head = None if number == 2 else "Contoh dua" if number >= second else 'Contoh </style> "satu"'
        assert "Warta KominfoSP · Edisi 3, November 2026" in text
        assert head is None or head.replace(" ", "") in "".join(text.split()), number  # blanks get lost on the way back
    assert "Edisi 3, November 2026" in texts[0]
    assert "Warta KominfoSP ·" not in texts[0]
    root = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "id")
    assert round(float(reader.pages[0].mediabox.width) / 72 * 25.4) == 210
    assert sum(len(one.images) for one in reader.pages) == 5
