"""The flowchart before it is drawn: routes, tracks, sizes; on the test flows, on all SOPs, and on any."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.alur import FLOWS, load
from macros.diagrams.cells import draw
from macros.diagrams.grid import Grid
from macros.diagrams.measures import label_lines, steps
from macros.diagrams.routing import Chooser
from macros.diagrams.svg import svg_file
from macros.diagrams.tracks import Layout, lay_out
from macros.models.sop import Actor, Exit, SopDocument, Step
from macros.portal import Portal

FLOW_FILES = dict(load(FLOWS))


def layout_of(document: SopDocument) -> Layout:
    """The drawing's routes and tracks."""
    grid = Grid.of(document)
    return lay_out(grid, Chooser(grid).choose())


def flow(actors: str, *rows: tuple[str, str] | tuple[str, str, str]) -> SopDocument:
    """A flow from (number, actors) rows; a third text is its exits: `3:Ya 1:Tidak`."""
    written = []
    for number, who, *rest in rows:
        exits = None
        if rest:
            exits = tuple(Exit(ke=part.split(":")[0], label=part.split(":")[1] or None) for part in rest[0].split())
        written.append(
            Step(
                no=number,
                kegiatan="x",
                pelaksana=tuple(who),
                jenis="keputusan" if exits and len(exits) > 1 else None,
                berikutnya=exits,
            )
        )
    columns = tuple(Actor(id=actor) for actor in actors)
    return SopDocument.model_construct(pelaksana=columns, langkah=tuple(written))


def corners(document: SopDocument) -> list[list[tuple[int, int]]]:
    """The corners of all routes."""
    return [list(route.points) for route in layout_of(document).routes]


def test_steps_below_each_other_are_joined_by_a_straight_line() -> None:
    """Same actor, next row: no bend."""
    assert corners(flow("a", ("1", "a"), ("2", "a"))) == [[(1, 1), (1, 3)]]


def test_another_actor_is_reached_with_one_bend() -> None:
    """Along the row, then down into the symbol."""
    assert corners(flow("ab", ("1", "a"), ("2", "b"))) == [[(1, 1), (3, 1), (3, 3)]]


def test_a_loop_back_runs_beside_the_symbols_it_passes() -> None:
    """Back to step 1 past step 2 of the same actor: through a channel, not through the symbol."""
    back = layout_of(flow("a", ("1", "a"), ("2", "a"), ("3", "a", "4:Ya 1:Tidak"), ("4", "a"))).routes[3]
    assert [point for point in back.points if point == (1, 3)] == []
    assert {segment.at % 2 for segment in back.segments if not segment.level} == {0}


def test_exits_of_a_decision_leave_from_different_sides() -> None:
    """Both adjacent decisions go back to step 1, and each sends its exits out on two sides."""
    document = flow("ab", ("1", "a"), ("2", "b", "3:Ya 1:Tidak"), ("3", "b", "4:Ya 1:Tidak"), ("4", "a"))
    routes = layout_of(document).routes
    for number in ("2", "3"):
        sides = [r.source_side for r, e in zip(routes, Grid.of(document).edges, strict=True) if e.source == number]
        assert len(sides) == len(set(sides)) == 2


def test_a_step_of_several_actors_may_be_left_from_any_of_them() -> None:
    """Five actors that are not neighbours: the next step is reached from the nearest symbol."""
    document = flow("abcdefghi", ("1", "acegi"), ("2", "h"))
    (route,) = layout_of(document).routes
    assert route.points[0][0] // 2 in (6, 8)
    assert route.bends == 1


@pytest.mark.parametrize("name", FLOW_FILES)
def test_test_flows_are_clean(name: str) -> None:
    """No overlap, no false contact, no crossing on any of the flows that peers were measured on."""
    layout = layout_of(FLOW_FILES[name])
    assert (layout.contacts, layout.crossings) == (0, 0)


def test_test_flows_bend_less_than_once_per_arrow() -> None:
    """214 arrows, at most 214 bends."""
    layouts = [layout_of(document) for document in FLOW_FILES.values()]
    assert sum(len(layout.routes) for layout in layouts) == 214
    assert sum(layout.bends for layout in layouts) <= 214


def test_all_sops_are_clean(portal: Portal) -> None:
    """The same holds for the real SOPs."""
    for sop in portal.sops.values():
        layout = layout_of(sop)
        assert (layout.contacts, layout.crossings) == (0, 0), sop.id


@st.composite
def documents(draw_: st.DrawFn) -> SopDocument:
    """Any flow up to 40 steps, 15 actors and 10 decisions, with steps of up to 5 actors and exits anywhere."""
    count, actors = draw_(st.integers(1, 40)), draw_(st.integers(1, 15))
    names = [f"a{number}" for number in range(actors)]
    decisions = draw_(st.sets(st.integers(0, count - 1), max_size=10))
    written = []
    for row in range(count):
        who = draw_(st.lists(st.sampled_from(names), min_size=1, max_size=min(5, actors), unique=True))
        following = str(row + 2) if row + 1 < count else "selesai"
        exits = None
        if row in decisions and count > 2:
            other = str(draw_(st.integers(1, count).filter(lambda no, f=following: str(no) != f)))
            exits = (Exit(ke=following, label="Ya"), Exit(ke=other, label="Tidak setuju"))
        written.append(
            Step(
                no=str(row + 1),
                kegiatan="x",
                pelaksana=tuple(who),
                jenis="keputusan" if exits else None,
                berikutnya=exits,
            )
        )
    return SopDocument.model_construct(pelaksana=tuple(Actor(id=name) for name in names), langkah=tuple(written))


@given(documents())
@settings(max_examples=60, deadline=None, derandomize=True)  # the same flows every time: a red run can be repeated
def test_any_flow_is_drawn_without_overlap_or_false_contact(document: SopDocument) -> None:
    """Crossings may be unavoidable; confusion never is. Every arrow has its route and leaves on its own side."""
    layout = layout_of(document)
    assert layout.contacts == 0
    assert len(layout.routes) == len(Grid.of(document).edges)
    exits = [(r.points[0], r.source_side) for r in layout.routes]
    assert len(exits) == len(set(exits))


def test_same_flow_same_drawing() -> None:
    """Nothing is left to chance."""
    for document in FLOW_FILES.values():
        first, second = draw(document), draw(document)
        assert (first.sel, first.kelas_baris, first.kelas_kolom) == (second.sel, second.kelas_baris, second.kelas_kolom)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ya", ["Ya"]),
        ("Tidak setuju", ["Tidak", "setuju"]),
        ("Ya, ada", ["Ya, ada"]),
        ("dikembalikan untuk segera diperbaiki lagi", ["dikembalikan", "untuk segera", "diperbaiki lagi"]),
        ("satu dua tiga empat lima enam", ["satu", "dua", "tiga empat lima enam"]),
        ("", [""]),
    ],
)
def test_labels_break_at_spaces_into_three_lines_at_most(text: str, lines: list[str]) -> None:
    """A long label grows down, not sideways over its neighbours."""
    assert label_lines(text) == lines


@pytest.mark.parametrize(("size", "number"), [(0.0, 0), (0.1, 1), (0.5, 1), (0.51, 2), (10, 20)])
def test_sizes_are_rounded_up_to_a_class(size: float, number: int) -> None:
    """A class is never smaller than what must fit."""
    assert steps(size) == number


def picture(document: SopDocument, actors: list[str]) -> ElementTree.Element:
    """The flowchart as an SVG file, read back."""
    numbers = [step.no for step in document.langkah]
    return ElementTree.fromstring(svg_file("Bagan <uji> & contoh", actors, numbers, draw(document)))


def test_picture_has_every_symbol_line_arrowhead_and_label() -> None:
    """The SVG file shows what the table shows: counted by shape."""
    document = flow("ab", ("1", "a"), ("2", "ab", "3:Ya 1:Tidak"), ("3", "b", "4:Lengkap selesai:Batal"), ("4", "a"))
    root = picture(document, ["Pemohon", "Admin"])
    svg = "{http://www.w3.org/2000/svg}"
    # 2 capsules and 1 end capsule besides the paper; 3 diamonds and 4 + 1 arrowheads; 4 arrows and 1 joining line
    assert len(root.findall(f".//{svg}rect")) == 4
    assert len(root.findall(f".//{svg}polygon")) == 3 + 5
    assert len(root.findall(f".//{svg}polyline")) == 4 + 1
    words = [text.text for text in root.iter(f"{svg}text")]
    assert words[:2] == ["Pemohon", "Admin"]
    assert sorted(words[6:]) == ["Batal", "Lengkap", "Selesai", "Tidak", "Ya"]


def test_picture_holds_hostile_and_long_names() -> None:
    """Markup in a name is text, and a name too long for its column is cut with an ellipsis."""
    root = picture(flow("a", ("1", "a")), ["<script>x</script> " + "panjang" * 30])
    words = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words[0].startswith("<script")
    assert words[3].endswith("…")
    assert root.findall(".//script") == []


def test_flow_files_are_no_real_sops() -> None:
    """Test flows say so in their first line."""
    for file in Path(FLOWS).glob("*.yml"):
        assert file.read_text(encoding="utf-8").startswith("# Alur uji, bukan SOP sungguhan.")
