"""SOPs on paper before they are printed: which rows share a page, where pentagons stand, what may be linked."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, islice, pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings

from bench.alur import FLOWS, load
from macros.diagrams.cells import Crossing, Drawing, draw
from macros.diagrams.measures import PENTAGON_NARROW, PENTAGON_WIDTH, TRACK
from macros.diagrams.pentagons import Strip, letters, strip, strips
from macros.models.sop import SopDocument
from macros.pages import FileAsset
from macros.paper.pages import Measured, TooWideError, broken, document, front, in_order, on_paper, unbroken
from macros.paper.pagination import Heights, RowTooTallError, paginate
from macros.paper.sizes import IDENTITY_PT, PAPERS, TYPES
from macros.portal import Portal
from macros.site import Site
from macros.views.common import pdf_address
from macros.views.sop import sop_view
from macros.warta.magazine_pages import FOLDER as MAGAZINES
from scripts.pdf import FOLDERS
from tests.conftest import TODAY
from tests.test_diagrams import documents


@pytest.mark.parametrize(
    ("rows", "strips_", "pairs", "pages"),
    [
        pytest.param([10, 10, 10], [0, 0], [0, 0], ["012"], id="all on one page"),
        pytest.param([50, 50], [5, ], [1], ["0", "1"], id="no room for both"),
        pytest.param([30, 30, 30, 30], [0] * 3, [1, 1, 1], ["01", "23"], id="earlier pages are fuller"),
        pytest.param([20, 20, 20, 20], [0] * 3, [2, 1, 2], ["01", "23"], id="fewer pentagons before fuller pages"),
        pytest.param([20, 20, 20, 20], [0] * 3, [0, 1, 1], ["0", "123"], id="a break without pentagons is best"),
        pytest.param([40, 40, 10], [0, 0], [0, 9], ["0", "12"], id="a row goes over as a whole"),
        pytest.param([40, 40], [0], [0], ["0", "1"], id="what follows the table needs room too"),
        pytest.param([40, 30, 30], [0, 10], [0, 0], ["01", "2"], id="a strip that just fits"),
        pytest.param([40, 30, 30], [0, 11], [0, 0], ["0", "12"], id="a strip that does not fit moves the break"),
        pytest.param([80], [], [], ["0"], id="a row as tall as the page"),
        pytest.param([20] * 7, [0] * 6, [5, 5, 5, 5, 5, 0], ["0123", "456"], id="fewest pages before fewer pentagons"),
    ],
)  # fmt: skip
def test_rows_are_given_to_pages(rows: list[float], strips_: list[float], pairs: list[int], pages: list[str]) -> None:
    """A page holds 90: 10 for its header and, on the last one, 10 below the table; rows stay whole."""
    heights = Heights(kepala=10, baris=tuple(rows), kaki=0 if len(rows) == 1 else 10, sambungan=tuple(strips_))
    found = ["".join(map(str, page)) for page in paginate(heights, 90, pairs)]
    assert found == pages


@pytest.mark.parametrize(("rows", "row"), [([81.0], 0), ([10.0, 95.0, 10.0], 1), ([10.0, 78.0], 1)])
def test_a_row_that_fits_on_no_page_is_named(rows: list[float], row: int) -> None:
    """Taller than the page, or too tall for the strip of pentagons or the last page's foot."""
    heights = Heights(kepala=10, baris=tuple(rows), kaki=5 if len(rows) > 1 else 0, sambungan=(5.0,) * (len(rows) - 1))
    with pytest.raises(RowTooTallError) as error:
        paginate(heights, 90, [1] * (len(rows) - 1))
    assert error.value.row == row


def test_letters_go_on_after_z() -> None:
    """A to Z, then AA, AB."""
    names = list(islice(letters(), 29))
    assert (names[0], names[25], names[26], names[27]) == ("A", "Z", "AA", "AB")


def crossing(column: int, track: int, arrow: int, down: bool = True) -> Crossing:
    """A line in a track; track 1000 is the middle of the column, as the drawing counts."""
    return Crossing(column, track, "xc" if track == 1000 else f"x{track}", arrow, down)


@pytest.mark.parametrize(
    ("crossings", "pentagons"),
    [
        pytest.param([], [], id="nothing crosses"),
        pytest.param([crossing(1, 1000, 4)], ["A:4 turun"], id="one line"),
        pytest.param([crossing(1, 1000, 4, down=False)], ["A:4 naik"], id="a loop back runs up"),
        pytest.param([crossing(2, 1, 5), crossing(0, 1000, 6)], ["A:6 turun", "B:5 turun"], id="lettered from the left"),
        pytest.param([crossing(1, 1000, 2), crossing(1, 1000, 3)], ["A:2+3 turun"], id="arrows on one line share a pair"),
        pytest.param([crossing(1, 1, 7), crossing(1, 2, 8), crossing(1, 3, 9)], ["A:7 turun sempit", "B:8 turun sempit 1", "C:9 turun sempit"], id="neighbours stand staggered"),
        pytest.param([crossing(1, 1, 7), crossing(1, 6, 8)], ["A:7 turun", "B:8 turun"], id="far apart in one channel"),
    ],
)  # fmt: skip
def test_pentagons_of_a_break(crossings: list[Crossing], pentagons: list[str]) -> None:
    """Letter, arrows, direction, width and level of each."""

    def told(strip_: Strip) -> list[str]:
        return [
            f"{p.huruf}:{'+'.join(map(str, p.panah))} {'turun' if p.turun else 'naik'}"
            + " sempit" * p.sempit
            + f" {p.tingkat}" * bool(p.tingkat)
            for p in strip_.segilima
        ]

    assert told(strip(crossings, letters())) == pentagons


def crossing_pieces(drawing: Drawing, row: int) -> tuple[set[tuple[int, str, int]], set[tuple[int, str, int]]]:
    """(column, place, arrow) of what is drawn to the lower edge of a row, and from the upper edge of the next."""
    edges: list[set[tuple[int, str, int]]] = []
    for where, edge in ((row, "b0"), (row + 1, "t0")):
        found = set()
        for (cell_row, column), cell in drawing.sel.items():
            for piece in cell.garis:
                words = piece.kelas.split()
                if cell_row == where and words[0] == "dv" and edge in words:
                    found.add((column, words[1], piece.panah))
        edges.append(found)
    return edges[0], edges[1]


def check_every_break(drawing: Drawing) -> None:
    """Wherever the page ends, the pentagons are those of the lines drawn across, each once, and do not touch."""
    rows = range(len(drawing.kelas_baris) - 1)
    cut = strips(drawing, rows)
    names = [pentagon.huruf for item in cut.values() for pentagon in item.segilima]
    assert len(names) == len(set(names))
    for row, item in cut.items():
        above, below = crossing_pieces(drawing, row)
        paired = [(p.kolom, p.kelas, arrow) for p in item.segilima for arrow in p.panah]
        assert above == below == set(paired)
        assert len(paired) == len(set(paired))
        assert len({(p.kolom, p.kelas) for p in item.segilima}) == len(item.segilima)
        check_room(item)


def check_room(item: Strip) -> None:
    """Pentagons of one channel neither overlap nor stand on each other's lines."""
    for one, other in combinations(item.segilima, 2):
        if one.kolom != other.kolom or "xc" in (one.kelas, other.kelas) or one.kelas[1] != other.kelas[1] == "e":
            continue
        numbers = [int(p.kelas.removeprefix("x").removeprefix("e")) for p in (one, other)]
        apart = abs(numbers[0] - numbers[1]) * TRACK
        half = [(PENTAGON_NARROW if p.sempit else PENTAGON_WIDTH) / 2 for p in (one, other)]
        if one.tingkat == other.tingkat:
            assert apart > sum(half)
        else:
            nearer = half[0] if one.tingkat < other.tingkat else half[1]
            assert apart > nearer


def test_every_crossing_line_has_one_pair_wherever_a_real_sop_is_cut(site: Site) -> None:
    """On all 49 SOPs and after every row."""
    for drawing in site.procedures.drawings.values():
        check_every_break(drawing)


@pytest.mark.parametrize("document_", [pytest.param(flow, id=name) for name, flow in load(FLOWS)])
def test_every_crossing_line_has_one_pair_on_test_flows(document_: SopDocument) -> None:
    """On flows with more loops than real SOPs have."""
    check_every_break(draw(document_))


@given(documents())
@settings(max_examples=40, deadline=None)
def test_every_crossing_line_has_one_pair_on_any_flow(document_: SopDocument) -> None:
    """On any flow up to 40 steps x 15 actors."""
    check_every_break(draw(document_))


def measured(sop_rows: int, height: float, width: float = 900) -> Measured:
    """What a browser might say of a table with rows of one height."""
    return Measured(width, (10.0,) * 9, 40, (height,) * sop_rows, 20, (500,) * len(IDENTITY_PT))


def test_pages_carry_the_strip_of_the_break_between_them(portal: Portal, site: Site) -> None:
    """All rows in order, each once; the strip below a page is the one above the next; none at either end."""
    for sop in portal.sops.values():
        drawing = site.procedures.drawings[sop.id]
        whole = unbroken(on_paper(sop_view(sop, portal, drawing, ())), TYPES[0])
        sheets = broken(whole, drawing, measured(len(sop.langkah), 200), PAPERS["A4"]).lembar
        assert [row.no for sheet in sheets for row in sheet.baris] == [step.no for step in sop.langkah]
        assert len(sheets) > 1
        assert sheets[0].atas is None
        assert sheets[-1].bawah is None
        assert all(before.bawah is not None and before.bawah is after.atas for before, after in pairwise(sheets))


def test_a_table_wider_than_the_page_is_refused(portal: Portal, site: Site) -> None:
    """So that smaller type is tried."""
    sop = portal.sops["mamuju/17"]
    whole = unbroken(on_paper(sop_view(sop, portal, site.procedures.drawings[sop.id], ())), TYPES[0])
    for paper, width in (("A4", 1100), ("F4", 1300)):
        with pytest.raises(TooWideError):
            broken(whole, site.procedures.drawings[sop.id], measured(11, 20, width), PAPERS[paper])
    assert broken(whole, site.procedures.drawings[sop.id], measured(11, 20, 1100), PAPERS["F4"]).lembar


@pytest.mark.parametrize(("heights", "pt"), [((600, 500, 400, 300, 200), 9), ((800, 700, 600, 500, 400), 8), ((900,) * 5, 9)])  # fmt: skip
def test_the_identity_sheet_shrinks_to_one_page(
    portal: Portal, site: Site, heights: tuple[float, ...], pt: float
) -> None:
    """To the largest type that fits one page; where none does, it keeps its size and takes two."""
    sop = portal.sops["mamuju/17"]
    whole = unbroken(on_paper(sop_view(sop, portal, site.procedures.drawings[sop.id], ())), TYPES[0])
    found = Measured(900, (10.0,) * 9, 40, (20.0,) * 11, 20, heights)
    assert broken(whole, site.procedures.drawings[sop.id], found, PAPERS["A4"]).identitas == pt


def test_links_on_paper_stay_within_the_document(portal: Portal, site: Site) -> None:
    """In the document of all SOPs of an office no id occurs twice, and every link leads to one of its ids."""
    for office in portal.offices.values():
        sops = in_order(office, portal.sops_of(office.id))
        views = [on_paper(sop_view(sop, portal, site.procedures.drawings[sop.id], ())) for sop in sops]
        cover = front(office, sops, {sop.id: 7 for sop in sops}, TODAY)
        html = document("x", [unbroken(view, TYPES[0]) for view in views], cover)
        ids = Counter(re.findall(r'\bid="([^"]+)"', html))
        links = re.findall(r'\bhref="([^"]*)"', html)
        assert {name for name, count in ids.items() if count > 1} == set()
        assert len(links) > len(sops)
        assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()


def test_an_office_is_printed_whole_and_in_the_order_of_its_contents(portal: Portal) -> None:
    """Every SOP has its line in the table of contents; the pages follow the lines."""
    for office in portal.offices.values():
        sops = portal.sops_of(office.id)
        ordered = in_order(office, sops)
        cover = front(office, ordered, {sop.id: number for number, sop in enumerate(ordered)}, TODAY)
        assert [entry.halaman for chapter in cover.bab for entry in chapter.isi] == list(range(len(sops)))
        assert {sop.id for sop in ordered} == {sop.id for sop in sops}


def test_only_printed_sops_are_linked(site: Site, tmp_path: Path) -> None:
    """The normal site has no PDF and no link to one; with a folder, exactly what lies there is linked and published."""
    links = re.compile(r'href="[^"]*?(sop/[^"]+\.pdf)"')
    assert not [page.alamat for page in site.pages.values() if links.search(page.html)]
    names = ("mamuju/17", "mamuju")
    for name in names:
        file = tmp_path / pdf_address(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%PDF " + name.encode())
    printed = Site(site.content, TODAY, tmp_path)
    found = {page.alamat: set(links.findall(page.html)) for page in printed.pages.values() if links.search(page.html)}
    assert found.pop("sop/") == {"sop/mamuju/17.pdf", "sop/mamuju.pdf"}
    assert found.pop("sop/mamuju/17/") == {"sop/mamuju/17.pdf", "sop/mamuju.pdf"}
    assert set(found) == {f"sop/{sop.id}/" for sop in site.content.portal.sops_of("mamuju")} - {"sop/mamuju/17/"}
    assert set().union(*found.values()) == {"sop/mamuju.pdf"}
    files = {asset.alamat: asset.letak for asset in printed.assets if isinstance(asset, FileAsset)}
    files = {address: place for address, place in files.items() if place.is_relative_to(tmp_path)}
    assert files == {pdf_address(name): tmp_path / pdf_address(name) for name in names}


def test_every_printed_document_is_published_and_linked(site: Site, tmp_path: Path) -> None:
    """Whatever the site names as printable: its PDF is a file of the site, and some page leads to it."""
    addresses = {document.alamat for document in site.printables}
    assert {"ppid/formulir-permohonan.pdf", "ppid/formulir-keberatan.pdf", "ppid/dip-2026.pdf"} <= addresses
    for address in addresses:
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_bytes(b"%PDF")
    (tmp_path / "ppid/catatan.txt").write_text("bukan hasil cetak", encoding="utf-8")
    printed = Site(site.content, TODAY, tmp_path)
    assert printed.printed == addresses
    assert {asset.alamat for asset in printed.assets if asset.alamat.endswith(".pdf")} == addresses
    linked = {
        urljoin(page.alamat, link)
        for page in printed.pages.values()
        for link in re.findall(r'href="([^"]+\.pdf)"', page.html)
        if not link.startswith("http")
    }
    assert linked == addresses


def test_what_is_printed_lies_where_the_next_printing_clears(site: Site) -> None:
    """An address of its own for each, in a folder that is emptied first; style sheets that are there."""
    addresses = [document.alamat for document in site.printables]
    assert len(addresses) == len(set(addresses))
    assert {address.split("/")[0] for address in (*addresses, pdf_address("mamuju"), MAGAZINES)} == set(FOLDERS)
    for item in site.printables:
        assert all(style.is_file() for style in item.gaya), item.judul
        assert any("@page" in style.read_text(encoding="utf-8") for style in item.gaya), item.judul
