"""Files that are no usable YAML: each is told in one clear line, none ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import MAX_BYTES, load_yaml
from tests.conftest import ROOT

UNUSABLE = [
    # (what is wrong, content, line, words of the message)
    ("tab", b"nomor: 1\nlangkah:\n\t- no: 1\n", 3, "ganti setiap tab dengan dua spasi"),
    ("colon in text", b"nama: Catatan: penting\n", 1, "titik dua di tengah teks"),
    ("unclosed quote", b'nomor: 1\nnama: "tanpa akhir\nbidang: x\n', 2, "tidak ditutup sampai akhir berkas"),
    (
        "quote that the next one closes",
        b'nama: "tanpa akhir\nbidang: x\nwaktu: "09:00"\n',
        1,
        "Tulis tanda kutip yang sama",
    ),
    ("unclosed bracket", b"pelaksana: [a, b\nnomor: 1\n", 2, "belum ditutup"),
    ("crooked indent", b"tanggal:\n    pembuatan: 2019-10-20\n  efektif: 2019-10-20\n", 3, "indentasi tidak rata"),
    ("key without colon", b"nomor: 1\nnama\n", 3, "kunci tanpa titik dua"),
    ("empty", b"", 1, "berkas kosong"),
    ("only a comment", b"# nanti\n", 1, "berkas kosong"),
    ("second document", b"nomor: 1\n---\nnomor: 2\n", 2, "satu berkas satu dokumen"),
    ("list as key", b"? [a, b]\n: 1\n", 1, "kunci harus berupa teks"),
    ("type tag", b"nomor: !!python/object:os.system 1\n", 1, "penanda jenis YAML"),
    ("alias", b"a: &x [1]\nb: *x\n", 1, "jangkar (&nama)"),
    ("deep nesting", b"a: " + b"[" * 50 + b"]" * 50, 1, "lebih dari 20 tingkat"),
    ("wrong encoding", b"nomor: 1\nnama: Ke\xe9pala\n", 2, "bukan teks UTF-8"),
    ("UTF-16", "nomor: 1\n".encode("utf-16"), 1, "bukan teks UTF-8"),
    ("binary", b"nomor: 1\n\x00\x01\x02", 2, "karakter kendali"),
    ("control character", b"nomor: 1\nnama: a\x07b\n", 1, "karakter kendali"),
    ("five megabytes", b"a" * 5_000_000, 1, "5.000.000 bita; batasnya 1.000.000 bita"),
]


@pytest.mark.parametrize(("content", "line", "words"), [case[1:] for case in UNUSABLE], ids=[c[0] for c in UNUSABLE])
def test_unusable_file_is_one_clear_problem(tmp_path: Path, content: bytes, line: int, words: str) -> None:
    """The problem names the line and says in Indonesian what would be right."""
    file = tmp_path / "rusak.yml"
    file.write_bytes(content)
    loaded = load_yaml(file, "rusak.yml")
    assert loaded.data is None
    assert [(problem.baris, words in problem.pesan) for problem in loaded.problems] == [(line, True)], loaded.problems


def test_yaml_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    """A billion laughs: nine levels of aliases, refused at the first anchor."""
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    file = tmp_path / "bom.yml"
    file.write_text("\n".join(lines))
    (problem,) = load_yaml(file, "bom.yml").problems
    assert (problem.baris, "jangkar" in problem.pesan) == (1, True)


@pytest.mark.parametrize(
    ("name", "words"), [("tidak-ada.yml", "tidak ada"), ("folder.yml", "ini folder, bukan berkas")]
)
def test_missing_file_and_folder(tmp_path: Path, name: str, words: str) -> None:
    """A file that is missing, or is a folder, is a problem and not an exception."""
    (tmp_path / "folder.yml").mkdir()
    (problem,) = load_yaml(tmp_path / name, name).problems
    assert words in problem.pesan


def test_duplicate_key_names_both_lines(tmp_path: Path) -> None:
    """A key written twice is told with the line of the first; what else the file says is still read."""
    file = tmp_path / "kembar.yml"
    file.write_text("nomor: 1\nnama: a\nnomor: 2\n")
    loaded = load_yaml(file, "kembar.yml")
    assert loaded.data == {"nomor": "1", "nama": "a"}
    assert [str(p) for p in loaded.problems] == [
        "kembar.yml:3: nomor: kunci ditulis dua kali (pertama pada baris 1); hapus salah satu."
    ]


def test_scalars_stay_the_text_that_was_typed(tmp_path: Path) -> None:
    """`no`, dates and numbers are not turned into something else; only an empty value is None."""
    file = tmp_path / "nilai.yml"
    file.write_text("no: 1\njawab: no\ntanggal: 2019-10-20\nnomor: 000.8\nkosong:\nteks: ''\n")
    assert load_yaml(file, "nilai.yml").data == {
        "no": "1",
        "jawab": "no",
        "tanggal": "2019-10-20",
        "nomor": "000.8",
        "kosong": None,
        "teks": "",
    }


def test_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    """Windows editors put a mark before the text."""
    file = tmp_path / "bom.yml"
    file.write_bytes(b"\xef\xbb\xbfnomor: 1\n")
    assert load_yaml(file, "bom.yml").data == {"nomor": "1"}


def test_size_limit_is_far_above_the_longest_sop() -> None:
    """No real SOP comes near the limit."""
    sizes = [file.stat().st_size for file in (ROOT / "sop_data").glob("*/[0-9]*.yml")]
    assert max(sizes) * 10 < MAX_BYTES
