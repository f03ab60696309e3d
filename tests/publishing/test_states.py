"""What is public when: six states, days and minutes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from macros.dates import WITA, build_moment
from macros.portal import Portal
from macros.publishing.models import Publication, State
from macros.warta.content import load_warta
from macros.warta.section import WartaSection
from tests.publishing.conftest import Change, Mistakes

DAY = date(2026, 12, 1)


class Note(Publication):
    """The least that has all states."""

    diralat: tuple[date, ...] = ()

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days of its corrections."""
        return self.diralat


def note(**values: Any) -> Note:
    """Content that is public since December."""
    return Note.model_validate({"status": "terbit", "terbit": "2026-12-01", **values})


@pytest.mark.parametrize(
    ("values", "day", "state"),
    [
        ({"status": "draf"}, DAY, "draf"),
        ({"status": "ditinjau"}, DAY, "ditinjau"),
        ({}, date(2026, 11, 30), "terjadwal"),
        ({"status": "terjadwal"}, date(2026, 11, 30), "terjadwal"),
        ({"status": "terjadwal"}, DAY, "terbit"),
        ({}, DAY, "terbit"),
        ({"diralat": ["2026-12-03"]}, DAY, "terbit"),
        ({"diralat": ["2026-12-03"]}, date(2026, 12, 3), "ralat"),
        ({"status": "ditarik", "penarikan": {"tanggal": "2026-12-05", "alasan": "Contoh."}}, DAY, "terbit"),
        ({"status": "ditarik", "penarikan": {"tanggal": "2026-12-05", "alasan": "Contoh."}}, date(2026, 12, 5), "ditarik"),
    ],
)  # fmt: skip
def test_the_state_on_a_day(values: dict[str, Any], day: date, state: State) -> None:
    """What was planned happens without anybody touching the file."""
    assert note(**values).keadaan(day) == state


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-11-30", False),
        ("2026-12-01 08:59", False),
        ("2026-12-01 09:00", True),
        ("2026-12-01", True),
        ("2026-12-02 00:00", True),
    ],
)
def test_what_is_planned_appears_at_its_minute(written: str, shown: bool) -> None:
    """At 09.00 WITA; a build for a whole day is meant to its end."""
    moment = build_moment(written)
    item = note(pukul="09:00").menurut(moment)
    assert item.tampil(moment.date()) is shown


def test_without_a_wish_a_build_is_made_for_now() -> None:
    """In the regency's own time, wherever the machine stands."""
    before = datetime.now(WITA)
    assert before <= build_moment(None) <= datetime.now(WITA)


@pytest.mark.parametrize("written", ["besok", "2026-13-01", "2026-12-01 25:00", "20261201 09:00"])
def test_a_wrong_wish_is_told(written: str) -> None:
    """With what would be right."""
    with pytest.raises(
        ValueError, match=r"bukan tanggal\. Tulis TTTT-BB-HH, misalnya 2026-11-21, atau TTTT-BB-HH JJ:MM"
    ):
        build_moment(written)


def test_an_article_of_this_afternoon_is_not_there_in_the_morning(article: Change, portal: Portal) -> None:
    """Neither its page nor its place in the lists."""
    project = article(("terbit: 2026-12-01\n", "terbit: 2026-12-01\npukul: 14:00\n"))
    pages = {}
    for hour in (13, 14):
        moment = datetime(2026, 12, 1, hour, tzinfo=WITA)
        section = WartaSection(load_warta(project, portal).as_of(moment), portal, moment.date())
        pages[hour] = {page.alamat: page.html for page in section.pages()}
    assert pages[14].keys() - pages[13].keys() == {"warta/2026/contoh/", "warta/arsip/2026/12/"}
    assert "Contoh judul" not in "".join(pages[13].values())
    assert "Contoh judul" in pages[14]["warta/"]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ([("status: terbit", "status: ralat")], '7: status: status "ralat" tanpa ralat. Tulis ralat dengan tanggal dan uraian.'),
        ([("terbit: 2026-12-01\n", "pukul: 09:00\n")], "8: pukul: ada jam, tetapi tanggal terbitnya tidak ada. Tulis terbit: TTTT-BB-HH."),
        ([("status: terbit", "status: ditarik")], '7: status: status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'),
    ],
)  # fmt: skip
def test_a_state_without_what_it_needs_is_told(mistakes: Mistakes, changes: list[tuple[str, str]], line: str) -> None:
    """With its line, and what would be right."""
    assert line in mistakes(*changes)
