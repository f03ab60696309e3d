"""Every mistake an editor can make in an event, and the line the editor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.agenda.content import load_agenda
from macros.content import load_content
from macros.portal import Portal
from macros.problems import ContentError
from tests.agenda.conftest import EVENT, Write
from tests.conftest import ROOT
from tests.serving import copy_of_project


def problems_of(project: Path, portal: Portal) -> list[str]:
    """What the checker says of the events."""
    try:
        load_agenda(project, portal)
    except ContentError as error:
        return [str(problem).removeprefix("warta_data/agenda/") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("mulai: 2026-12-05 09:00", "mulai: 5 Desember 2026", '3: mulai: "5 Desember 2026" bukan waktu yang sah. Tulis TTTT-BB-HH untuk sehari penuh, atau TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00.'),
        ("mulai: 2026-12-05 09:00", "mulai: 2026-02-30", '3: mulai: "2026-02-30" bukan waktu yang sah. Tulis TTTT-BB-HH untuk sehari penuh, atau TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00.'),
        ("mulai: 2026-12-05 09:00", "mulai:", "3: mulai: nilainya kosong; isi, atau hapus barisnya bila memang tidak ada."),
        ("mulai: 2026-12-05 09:00\n", "", "1: mulai: wajib ada, tetapi tidak ditulis."),
        ("selesai: 2026-12-05 12:00", "selesai: 2026-12-06", "4: selesai: bentuknya tidak sama dengan mulai. Tulis keduanya dengan jam, atau keduanya tanpa jam."),
        ("selesai: 2026-12-05 12:00", "selesai: 2026-12-05 09:00", "4: selesai: tidak sesudah mulai. Periksa keduanya."),
        ("mulai: 2026-12-05 09:00\nselesai: 2026-12-05 12:00", "mulai: 2026-12-05\nselesai: 2026-12-04", "4: selesai: mendahului mulai. Periksa keduanya."),
        ("tempat:\n  nama: Contoh gedung", "tempat: Contoh gedung", '5: tempat: seharusnya susunan kunci: nilai, bukan "Contoh gedung".'),
        ("status: terbit", "stattus: x\nstatus: terbit", '10: stattus: kunci ini tidak dikenal. Maksud Anda "status"?'),
        ("sumber:\n  - penerbit: Contoh sumber\n    url: https://contoh.example/acara", "sumber: []", "7: sumber: daftarnya kosong; isi paling sedikit satu butir."),
        ("status: terbit", "status: tunda", '10: status: "tunda" bukan pilihan yang ada. Pilihannya: draf, terbit, diundur, batal.'),
        ("terbit: 2026-11-20", "", '1: status "terbit" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'),
        ("status: terbit", "status: batal", '10: status: status "batal" tanpa pembatalan. Tulis pembatalan dengan tanggal dan alasan.'),
        ("status: terbit", "status: terbit\npembatalan: {tanggal: 2026-11-21, alasan: Contoh}", '11: pembatalan: ada pembatalan, tetapi statusnya "terbit". Tulis status: batal.'),
        ("status: terbit", "status: batal\npembatalan: {tanggal: 2026-11-21}", "11: pembatalan.alasan: wajib ada, tetapi tidak ditulis."),
        ("status: terbit", "status: diundur", '10: status: status "diundur" tanpa pengunduran. Tulis pengunduran dengan tanggal, waktu semula dan alasan.'),
        ("status: terbit", "status: diundur\npengunduran: [{tanggal: 2026-11-21, semula: 2026-12-01, alasan: Contoh}]", "10: status: waktu barunya sudah ditulis. Tulis status: terbit, atau samakan mulai dengan semula yang terakhir."),
        ("status: terbit", "status: terbit\npengunduran: [{tanggal: 2026-11-21, semula: 2026-12-05 09:00, alasan: Contoh}]", "3: mulai: sama dengan semula yang terakhir. Tulis waktu barunya, atau status: diundur bila belum ada."),
        ("status: terbit", "status: terbit\npengunduran: [{tanggal: 2026-11-19, semula: 2026-12-01, alasan: Contoh}]", "12: terbit: tanggal tidak urut: terbit, pengunduran dari yang terlama, lalu pembatalan."),
        ("status: terbit", "perangkat_daerah: [inspektorat, inspektorat]\nstatus: terbit", '10: perangkat_daerah[2]: "inspektorat" ditulis dua kali; hapus salah satu.'),
        ("status: terbit", "perangkat_daerah: [inspektoratt]\nstatus: terbit", '10: perangkat_daerah[1]: "inspektoratt" tidak ada di register perangkat daerah. Maksud Anda "inspektorat"?'),
        ("status: terbit", "disimpulkan: {penyelenggara: Contoh}\nstatus: terbit", '10: disimpulkan.penyelenggara: bagian "penyelenggara" tidak diisi, jadi tidak ada yang disimpulkan. Hapus.'),
        ("ringkasan: Contoh ringkasan.", "ringkasan: |-\n  Contoh\n  ringkasan.", "2: ringkasan: harus satu baris, tanpa baris baru di dalamnya."),
        ("Contoh gedung", "Contoh gedung 76040115" "03850001", "6: memuat NIK. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ],
)  # fmt: skip
def test_one_mistake_is_one_line(write: Write, portal: Portal, old: str, new: str, told: str) -> None:
    """File, line, part, value, and what would be right."""
    assert EVENT.count(old) == 1
    file = write() / "warta_data/agenda/2026/contoh.yml"
    file.write_text(EVENT.replace(old, new), encoding="utf-8")
    (problem,) = problems_of(file.parents[3], portal)
    assert problem == f"2026/contoh.yml:{told}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2027/contoh.yml", "2027/contoh.yml:3: mulai: tahunnya 2026, tetapi berkasnya di folder 2027. Samakan."),
        ("2026/Contoh acara.yml", "2026/Contoh acara.yml:1: nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .yml."),
        ("2026/contoh.yaml", "2026/contoh.yaml:1: di folder tahun hanya ada berkas acara (.yml), tanpa folder dan symlink."),
        ("contoh.yml", "contoh.yml:1: di sini hanya ada folder tahun, misalnya 2026, dan acara di dalamnya."),
        ("2026/lain/contoh.yml", "2026/lain:1: di folder tahun hanya ada berkas acara (.yml), tanpa folder dan symlink."),
    ],
)  # fmt: skip
def test_files_in_wrong_places_are_told(write: Write, portal: Portal, name: str, told: str) -> None:
    """Nothing is overlooked in silence."""
    assert problems_of(write(name), portal) == [told]


def test_an_event_of_another_year_stays_where_it_is(write: Write, portal: Portal) -> None:
    """Its folder may be that of its first time, or of its publishing: the address never moves."""
    moved = "pengunduran: [{tanggal: 2026-11-21, semula: 2026-12-05 09:00, alasan: Contoh}]\n"
    assert problems_of(write("2026/contoh.yml", moved, mulai="2027-01-09", selesai=""), portal) == []
    assert problems_of(write("2026/lain.yml", mulai="2027-03-01", selesai=""), portal) == []


def test_the_example_to_copy_is_right(tmp_path: Path, portal: Portal) -> None:
    """What editors copy has no mistake, and shows every key."""
    folder = tmp_path / "warta_data/agenda/2026"
    folder.mkdir(parents=True)
    text = (ROOT / "warta_data/contoh-agenda.yml").read_text(encoding="utf-8")
    (folder / "contoh.yml").write_text(text, encoding="utf-8")
    (event,) = load_agenda(tmp_path, portal)
    assert event.isi.status == "draf"
    assert {key for key in type(event.isi).model_fields if f"{key}:" not in text} == set()


def test_mistakes_in_events_are_told_with_all_others(tmp_path: Path) -> None:
    """One check finds what is wrong in any part of the content."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    file = project / "warta_data/agenda/2026/hari-jadi-ke-67.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("judul:", "jdul:", 1), encoding="utf-8")
    (project / "warta_data/kategori.yml").write_text("kategori: 1\n", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_content(project)
    told = str(error.value)
    assert "hari-jadi-ke-67.yml:2: jdul: kunci ini tidak dikenal." in told
    assert "warta_data/kategori.yml:1: kategori:" in told
