"""Satisfaction surveys: the index to the last digit, what is refused, what is shown and what is not."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from macros.charts.view import Figure
from macros.layanan.content import load_layanan
from macros.layanan.satisfaction import FEWEST, Satisfaction, grade, sample_size, two_decimals, weight
from macros.layanan.section import LayananSection
from macros.layanan.survey_models import Grade
from macros.layanan.survey_view import SurveyView
from macros.site import Site
from tests.conftest import ROOT
from tests.layanan.conftest import Problems

TABLE = (
    Grade(huruf="A", nama="Sangat baik", mulai=Decimal("88.31"), sampai=Decimal(100)),
    Grade(huruf="B", nama="Baik", mulai=Decimal("76.61"), sampai=Decimal("88.30")),
    Grade(huruf="C", nama="Kurang baik", mulai=Decimal("65.00"), sampai=Decimal("76.60")),
    Grade(huruf="D", nama="Tidak baik", mulai=Decimal(25), sampai=Decimal("64.99")),
)
"""The quality table as PermenPANRB 14/2017 has it, written down here a second time."""

HEAD = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,sarana,pengaduan"


@pytest.mark.parametrize(("answer", "index"), [(1, 25), (2, 50), (3, 75), (4, 100)])
def test_the_same_answer_to_everything_gives_a_whole_index(answer: int, index: int) -> None:
    """With nine weights of 1/9 exactly; 0.11 would give 24.75 to 99."""
    assert Satisfaction(((answer,) * 9,) * 7).ikm == index
    assert weight(9) * 9 == 1


def test_the_index_is_the_sum_of_the_weighted_means_times_25() -> None:
    """Counted by hand: means 3, 3, 3, 3, 3, 3, 3, 3 and 7/2; their sum 55/2, by 9, times 25."""
    answers = ((3,) * 8 + (3,), (3,) * 8 + (4,))
    assert Satisfaction(answers).ikm == Fraction(55, 2) / 9 * 25
    assert two_decimals(Fraction(55, 2) / 9 * 25) == Decimal("76.39")


def test_a_blank_answer_counts_in_no_mean() -> None:
    """The mean of an unsur is that of those who answered it; without any there is no index."""
    scores = Satisfaction(((4,) * 8 + (None,), (2,) * 9))
    assert [mean.nrr for mean in scores.nilai] == [3] * 8 + [2]
    assert [mean.jumlah for mean in scores.nilai] == [2] * 8 + [1]
    assert scores.nilai[0].sebaran == (0, 1, 0, 1)
    assert scores.ikm == Fraction(26) / 9 * 25
    assert Satisfaction(((4,) * 8 + (None,),)).ikm is None
    assert Satisfaction(()).ikm is None


@pytest.mark.parametrize(
    ("index", "letter"),
    [
        ("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.3049", "B"), ("88.30", "B"), ("76.61", "B"), ("76.605", "B"),
        ("76.60", "C"), ("65", "C"), ("64.995", "C"), ("64.9949", "D"), ("25", "D"),
    ],
)  # fmt: skip
def test_quality_follows_the_index_as_it_is_shown(index: str, letter: str) -> None:
    """The table has two decimals, so the index is rounded to two before it is looked up."""
    assert grade(Fraction(index), TABLE).huruf == letter


def test_the_quality_table_of_the_data_is_the_regulations(site: Site) -> None:
    """And its nine unsur are there."""
    form = site.content.layanan.surveys.kuesioner
    assert form
    assert [(q.huruf, q.mulai, q.sampai) for q in form.mutu] == [(q.huruf, q.mulai, q.sampai) for q in TABLE]
    assert ",".join(element.id for element in form.unsur) == HEAD


@pytest.mark.parametrize(
    ("population", "sample"),
    [(10, 10), (15, 14), (20, 19), (25, 24), (30, 28), (50, 44), (70, 59), (220, 140), (360, 186), (1200, 291), (2600, 335)],
)  # fmt: skip
def test_sample_sizes_are_those_of_the_table(population: int, sample: int) -> None:
    """Krejcie and Morgan's table, as a regency prints it."""
    assert sample_size(population) == sample


def write(folder: Path, rows: str, **changes: str) -> None:
    """A survey in a project folder."""
    survey = folder / "layanan_data/survei"
    facts = {"instansi": "mamuju", "mulai": "2026-01-01", "sampai": "2026-06-30", "cara": "Loket", "sumber": "Contoh"}
    lines = [f"{key}: {value}" for key, value in (facts | changes).items()]
    (survey / "2026-1.yml").write_text("\n".join(lines), encoding="utf-8")
    (survey / "2026-1.csv").write_text(f"{HEAD},{'usia,pekerjaan'}\n{rows}\n", encoding="utf-8")


ROW = "3,3,3,3,3,3,3,3,3,20-29,PNS"

REFUSED = [
    ("3,3,3,3,5,3,3,3,3,,", 'survei/2026-1.csv:2: produk: "5" bukan jawaban. Tulis 1 (tidak sesuai) sampai 4 (sangat sesuai); kosongkan bila tidak dijawab.'),
    ("3,3,3,3,3.5,3,3,3,3,,", 'survei/2026-1.csv:2: produk: "3.5" bukan jawaban. Tulis 1 (tidak sesuai) sampai 4 (sangat sesuai); kosongkan bila tidak dijawab.'),
    (",,,,,,,,,20-29,PNS", "survei/2026-1.csv:2: tidak ada satu pun jawaban. Hapus barisnya."),
    ("3,3,3,3,3,3,3,3,3,34,", 'survei/2026-1.csv:2: usia: "34" bukan pilihan. Pilihannya: di bawah 20, 20-29, 30-39, 40-49, 50-59, 60 ke atas.'),
    ("3,3,3,3,3,3,3,3,3,,swsta", 'survei/2026-1.csv:2: pekerjaan: "swsta" bukan pilihan. Maksud Anda "swasta"? Pilihannya: PNS, TNI, POLRI, swasta, wirausaha, lainnya.'),
    ("3,3,3,3,3,3,3,3,3,,0812 3456 7890", 'survei/2026-1.csv:2: pekerjaan: "0812 3456 7890" tampaknya memuat nomor telepon. Tulis pokoknya saja, tanpa data orang.'),
    ("3,3,3,3,3,3,3,3,,,", "survei/2026-1.yml:1: unsur pengaduan tidak dijawab siapa pun, sehingga IKM tidak dapat dihitung."),
    ("", "survei/2026-1.csv:1: belum ada jawaban. Isi satu baris untuk setiap responden."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "message"), REFUSED)
def test_wrong_answers_are_told(folder: Path, problems: Problems, row: str, message: str) -> None:
    """File, line, column and what would be right."""
    write(folder, row)
    assert message in problems()


def test_columns_about_persons_are_refused(folder: Path, problems: Problems) -> None:
    """Nobody who answers has a name or a number."""
    write(folder, ROW)
    file = folder / "layanan_data/survei/2026-1.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("usia,", "Nama responden,"), encoding="utf-8")
    assert problems() == [
        'survei/2026-1.csv:1: kolom "Nama responden" memuat data pribadi. Register ini anonim: hapus kolomnya dan simpan '
        "datanya hanya di buku register kantor (UU 27/2022)."
    ]


FACTS = [
    ({"instansi": "mamju"}, '1: instansi: "mamju" bukan instansi yang ada. Maksud Anda "mamuju"? Yang terdaftar: polewali-mandar, mamuju.'),
    ({"sampai": "2025-12-31"}, "3: sampai: 2025-12-31 mendahului mulai (2026-01-01)."),
    ({"terbit": "2026-06-30"}, "6: terbit: 2026-06-30 belum lewat masa yang dihitung (sampai 2026-06-30). Muat sesudah masanya selesai."),
    ({"populasi": "1"}, "6: populasi: 1, padahal jawabannya dari 2 orang. Periksa keduanya."),
    ({"layanan": "[mamuju-subdomen]"}, '6: layanan[1]: "mamuju-subdomen" bukan layanan yang ada. Maksud Anda "mamuju-subdomain"?'),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "message"), FACTS)
def test_wrong_facts_about_a_survey_are_told(
    folder: Path, problems: Problems, changes: dict[str, str], message: str
) -> None:
    """Office, days, services, and a number of users that cannot be."""
    write(folder, f"{ROW}\n{ROW}", **changes)
    assert problems() == [f"survei/2026-1.yml:{message}"]


def test_a_period_is_counted_once(folder: Path, problems: Problems) -> None:
    """Unless the surveys are about other services."""
    write(folder, ROW)
    survey = folder / "layanan_data/survei"
    again = (survey / "2026-1.yml").read_text(encoding="utf-8").replace("2026-01-01", "2026-06-30")
    (survey / "lagi.yml").write_text(again, encoding="utf-8")
    (survey / "lagi.csv").write_bytes((survey / "2026-1.csv").read_bytes())
    told = "masa ini (30 Juni 2026 sampai 30 Juni 2026) sebagian sudah dihitung layanan_data/survei/2026-1.yml"
    assert problems() == [f"survei/lagi.yml:2: mulai: {told} (1 Januari 2026 sampai 30 Juni 2026)."]
    (survey / "lagi.yml").write_text(f"{again}\nlayanan: [mamuju-subdomain]\n", encoding="utf-8")
    assert problems() == []


def test_a_survey_is_two_files(folder: Path, problems: Problems) -> None:
    """Neither stands alone."""
    write(folder, ROW)
    survey = folder / "layanan_data/survei"
    (survey / "2026-1.yml").rename(survey / "2026-2.yml")
    assert problems() == [
        "survei/2026-1.csv:1: tanpa keterangan. Tulis 2026-1.yml di sampingnya: instansi, masa, sumber.",
        "survei/2026-2.yml:1: tanpa angka. Letakkan 2026-2.csv di sampingnya.",
    ]


def answers(name: str) -> list[dict[str, str]]:
    """The lines of a sample, read here once more."""
    text = (ROOT / f"layanan_data/contoh/survei/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@pytest.fixture(scope="module")
def views(samples: Site) -> dict[str, SurveyView]:
    """The sample surveys by name."""
    return {view.survei.id: view for view in samples.layanan.surveys.views}


def test_every_figure_of_a_survey_comes_from_its_answers(samples: Site, views: dict[str, SurveyView]) -> None:
    """Means, index, number of persons and profile, worked out here a second time; the page shows them."""
    for name, view in views.items():
        rows = answers(name)
        means = []
        html = samples.pages[f"layanan/survei/{name}/index.md"].html
        for line in view.unsur:
            given = [int(row[line.unsur.id]) for row in rows if row[line.unsur.id]]
            means.append(Fraction(sum(given), len(given)))
            assert line.nrr == two_decimals(means[-1])
            assert f'<td class="angka-kanan">{line.nrr:.2f}</td>'.replace(".", ",") in html
        index = sum(means, Fraction(0)) / 9 * 25
        assert view.ikm == two_decimals(index)
        assert f"<dd>{view.ikm:.2f}</dd>".replace(".", ",") in html
        assert view.mutu == grade(index, TABLE)
        assert view.survei.hasil.responden == len(rows)
        women = sum(row["jenis_kelamin"] == "perempuan" for row in rows)
        assert f'<th scope="row">perempuan</th><td class="angka-kanan">{women}</td>' in html


def test_a_chart_has_its_table_its_source_and_its_year(samples: Site, views: dict[str, SurveyView]) -> None:
    """The means of a survey, and the index over time; each CSV repeats its chart."""
    charts: list[Figure | None] = [view.grafik for view in views.values()]
    charts += [office.grafik for office in samples.layanan.surveys.offices]
    for chart in charts:
        assert chart
        assert chart.chart.sumber == "Contoh: jawaban yang dibuat-buat"
        assert chart.chart.tahun in ("2025", "2026", "2025–2026")
        rows = list(csv.DictReader(io.StringIO(chart.asset.isi.decode("utf-8-sig"))))
        assert [row["nilai"] for row in rows] == [str(value) for value in chart.chart.seri[0].nilai]


def test_answers_are_published_without_who_gave_them(samples: Site) -> None:
    """Nine columns, sorted: neither profile nor order tells who answered."""
    assets = {asset.alamat: asset for asset in samples.layanan.assets()}
    text = assets["layanan/survei/2026-semester-1/jawaban.csv"].isi.decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(text)))
    assert ",".join(head) == HEAD
    assert sorted(rows) == sorted([row[key] for key in head] for row in answers("2026-semester-1"))
    assert rows == sorted(rows, key=lambda row: [int(cell or 0) for cell in row])


def test_few_answers_are_told_and_not_published(folder: Path, samples: Site) -> None:
    """Too few to stand for all, and too few to hide in."""
    write(folder, "\n".join([ROW] * (FEWEST - 1)), terbit="2026-07-01", populasi="70")
    portal = samples.content.portal
    section = LayananSection(load_layanan(folder, portal), portal, date(2026, 7, 1))
    (view,) = section.surveys.views
    assert [text.split(":")[0].split(";")[0] for text in view.peringatan] == [
        "Hanya 9 responden",
        "Responden kurang dari 10",
    ]
    assert "seharusnya paling sedikit 59" in next(view.peringatan)
    assert list(view.profil) == []
    assert "layanan/survei/2026-1/jawaban.csv" not in {asset.alamat for asset in section.assets()}
    assert LayananSection(section.layanan, portal, date(2026, 6, 30)).surveys.views == ()  # not published yet


def test_samples_stay_out_of_the_public_build(site: Site, samples: Site) -> None:
    """They are shown on demand alone, and every page of theirs says that they are made up."""
    assert "Belum ada hasil survei yang dimuat." in site.pages["layanan/survei/index.md"].html
    assert not [address for address in site.addresses if "2026-semester-1" in address]
    made_up = {address for address in samples.addresses - site.addresses if address.startswith("layanan/")}
    pages = [page for page in samples.pages.values() if page.alamat in made_up]
    assert len(pages) == 4  # two surveys, an answer, the answers of its year
    for page in (*pages, samples.pages["layanan/survei/index.md"], samples.pages["layanan/aduan/index.md"]):
        assert "CONTOH, bukan data nyata." in page.html, page.alamat
    assert "CONTOH, bukan data nyata." not in "".join(page.html for page in site.layanan.pages())


def test_each_rule_says_how_it_is_known(site: Site) -> None:
    """What is not confirmed says so on the page; what is, names its source."""
    html = site.pages["layanan/survei/index.md"].html
    form = site.content.layanan.surveys.kuesioner
    assert form
    for rule in form.ketentuan:
        told = html.split(rule.bunyi)[1].split("</li>")[0]
        assert ("belum diverifikasi" in told) == (rule.keadaan == "belum diverifikasi")
        assert all(f'href="#sumber-{source}"' in told for source in rule.sumber)
    assert all(f'id="sumber-{source}"' in html for source in form.sumber)
    assert "IKM-nya 75,00 (C)" in html
