"""What intruders leave in content: hidden links are mistakes, the rest is for a person to judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import load_content
from macros.problems import ContentError
from macros.trust.scanning import disguised, hidden
from macros.trust.words import FILE, load_words
from tests.conftest import EXAMPLE, ROOT, Change

WORDS = load_words(ROOT)

HIDDEN = [
    "<a style='display:none' href=x>a</a>",
    '<div style="visibility: hidden"><a href=x>a</a></div>',
    '<p style="color:red;font-size:0">a</p>',
    '<p style="opacity:0">a</p>',
    '<div style="position:absolute;left:-9999px">a</div>',
    '<div style="text-indent:-5000px">a</div>',
    '<div style="height:1px;overflow:hidden">a</div>',
    '<a style="color:#ffffff" href=x>a</a>',
    '<A STYLE="COLOR:White" href=x>a</A>',
    "[](https://contoh.example)",
    "[\u200b](https://contoh.example)",
    "[&nbsp;](https://contoh.example)",
    '<a href="https://contoh.example"> </a>',
    '<a href="https://contoh.example" rel="dofollow">a</a>',
]

SEEN = [
    "[a](https://contoh.example)",
    "![](foto.jpg)",
    '<p style="color:#fff8e1">a</p>',
    '<p style="opacity:0.5">a</p>',
    '<div style="height:120px">a</div>',
    '<a href="https://contoh.example" rel="noopener">a</a>',
    "style: display:none",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_nobody_sees_is_a_mistake(text: str) -> None:
    """With its line."""
    (problem,) = hidden(f"x\n\n{text}", "docs/contoh.md")
    assert (problem.berkas, problem.baris) == ("docs/contoh.md", 3)


@pytest.mark.parametrize("text", SEEN)
def test_what_everybody_sees_is_none(text: str) -> None:
    """Nor what only speaks of styles."""
    assert list(hidden(text, "docs/contoh.md")) == []


PROMOTED = [
    ("Slot Gacor", "Slot Gacor"),
    ("slotgacor", "slotgacor"),
    ("jud1 onl1ne", "jud1 onl1ne"),
    ("S.l.0.t  g-a-c-o-r", "S.l.0.t  g-a-c-o-r"),
    ("t\u200bo\u200bgel", "t\u200bo\u200bgel"),
    ("(togel)", "togel"),
    ("gacor88", "gacor"),
    ("SLOT\nONLINE", "SLOT\nONLINE"),
    ("CQ9", "CQ9"),
]

NEUTRAL = [
    "ada slot waktu kosong pada rapat",
    "judicial review",
    "toko gelas",
    "prestasi Totogelang",
    "perjudian itu dilarang",
    "situs slotnya",
]


@pytest.mark.parametrize(("text", "word"), PROMOTED)
def test_words_are_found_however_they_are_disguised(text: str, word: str) -> None:
    """And quoted as they are written."""
    assert [found for _, found in WORDS.find(f"kata {text} kata")] == [word]


@pytest.mark.parametrize("text", NEUTRAL)
def test_other_words_are_left_alone(text: str) -> None:
    """Those that hold one of them, and half of a phrase."""
    assert list(WORDS.find(text)) == []


SUSPICIOUS = [
    ("ban\u200bjir", 'kata "banjir" memuat karakter tanpa lebar (U+200B)'),
    ("https://p\u043elmankab.go.id/x", "memakai huruf selain a-z"),
    ("https://xn--polmnkab-6fg.go.id", "memakai huruf selain a-z"),
    ("r\u0430pat", "mencampur huruf Latin dengan Yunani atau Kiril"),
    ("situs togel", "kata promosi judi daring"),
]


@pytest.mark.parametrize(("text", "message"), SUSPICIOUS)
def test_what_looks_like_something_else_is_pointed_at(text: str, message: str) -> None:
    """On its line, with what to do."""
    told = [str(problem) for problem in disguised(f"x\n{text}", "a.yml", WORDS)]
    assert any(line.startswith("a.yml:2: ") and message in line for line in told)


def test_what_is_rightly_written_is_not_suspicious() -> None:
    """Other alphabets alone, emoji of several signs, a soft hyphen."""
    text = "Αθήνα, Москва, keluarga 👨‍👩‍👧, ke\u00adluarga, café, https://contoh.example/é"
    assert list(disguised(text, "a.yml", WORDS)) == []


def test_the_check_warns_of_words_and_refuses_hidden_links(
    change: Change, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """News about gambling stays possible: the check passes all the same."""
    change("nama: Contoh", "nama: Contoh imbauan tentang judi online")
    line = next(
        number
        for number, text in enumerate((project / EXAMPLE).read_text(encoding="utf-8").splitlines(), 1)
        if "judi online" in text
    )
    assert main(["--akar", str(project), "periksa"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.endswith("[peringatan]")]
    assert told == [
        f'{EXAMPLE}:{line}: "judi online" kata promosi judi daring. '
        "Bila ini berita atau imbauan, biarkan; bila bukan, hapus. [peringatan]"
    ]
    change("judi online", "<b style='display:none'>x</b>")
    with pytest.raises(ContentError) as raised:
        load_content(project)
    assert [(problem.berkas, problem.baris) for problem in raised.value.problems] == [(EXAMPLE, line)]


def test_the_portals_own_content_is_clean() -> None:
    """What is found there later is new."""
    assert load_content(ROOT).suspicions == ()


def test_an_office_may_have_words_of_its_own_and_mistakes_in_them_are_told(tmp_path: Path) -> None:
    """A word without a source, and one twice."""
    file = tmp_path / FILE
    file.parent.mkdir()
    text = (ROOT / FILE).read_text(encoding="utf-8")
    file.write_text(f"{text}  - {{ kata: kata baru, sumber: csirt-kediri }}\n", encoding="utf-8")
    assert [word for _, word in load_words(tmp_path).find("ada kata-baru")] == ["kata-baru"]
    wrong = "  - { kata: gacor, sumber: csirt-kedir }\n"
    file.write_text(text + wrong, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_words(tmp_path)
    assert 'Maksud Anda "csirt-kediri"?' in str(raised.value)
    assert '"gacor" kosong atau sudah ada di atas' in str(raised.value)
