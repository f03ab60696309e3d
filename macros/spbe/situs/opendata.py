"""Monitoring as open data: the blank form to fill in, and per period ranking, scores and follow-up as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from macros.models.registers import Agency
from macros.pages import Asset
from macros.spbe.situs.models import FOLLOW_UP_COLUMNS, JUDGED_COLUMNS, PERSON, Form
from macros.spbe.situs.scoring import PeriodResult

ROOT = "pemantauan-situs/"
INDEX = f"{ROOT}periode.json"

RANKING, SCORES, FOLLOW_UP = "peringkat.csv", "nilai.csv", "tindak-lanjut.csv"

FORMULA_SIGNS = ("=", "+", "-", "@")
"""A cell that begins so is run as a formula by spreadsheets."""


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not text.lstrip("-").replace(".", "").isdigit() else text


def form_address(form: Form) -> str:
    """Where the blank form lies."""
    return f"{ROOT}formulir/{form.id}.csv"


def blank_form(form: Form, agencies: Iterable[Agency]) -> Asset:
    """The form as `penilaian.csv` takes it: a row for each agency, a column for each criterion that a person judges."""
    criteria = [item.id for item in form.kriteria if item.cara == PERSON]
    columns = [name for name in JUDGED_COLUMNS if name != "catatan"] + criteria + ["catatan"]
    rows = ([agency.id, *[""] * (len(columns) - 1)] for agency in agencies)
    return Asset(form_address(form), _csv(columns, rows))


def period_files(result: PeriodResult) -> Iterator[Asset]:
    """Ranking, scores and follow-up of one period."""
    period = result.periode
    sample = "ya" if period.contoh else "tidak"
    yield Asset(
        f"{period.alamat}{RANKING}",
        _csv(
            ("periode", "peringkat", "perangkat_daerah", "nama", "nilai", "sementara", "contoh"),
            (
                (
                    period.id,
                    item.peringkat,
                    item.nilai.perangkat_daerah.id,
                    item.nilai.perangkat_daerah.nama,
                    f"{item.nilai.jumlah:f}",
                    "ya" if result.sementara else "tidak",
                    sample,
                )
                for item in result.peringkat
            ),
        ),
    )
    yield Asset(
        f"{period.alamat}{SCORES}",
        _csv(
            ("periode", "perangkat_daerah", "kriteria", "bobot", "nilai", "poin", "oleh", "bukti", "tanggal", "contoh"),
            (
                (
                    period.id,
                    agency,
                    item.kriteria.id,
                    f"{item.kriteria.bobot:f}",
                    None if item.nilai is None else f"{item.nilai:f}",
                    None if item.nilai is None else f"{item.poin:f}",
                    item.oleh,
                    item.bukti,
                    item.tanggal,
                    sample,
                )
                for agency, score in result.nilai.items()
                for item in score.kriteria
            ),
        ),
    )
    yield Asset(
        f"{period.alamat}{FOLLOW_UP}",
        _csv(
            ("periode", *FOLLOW_UP_COLUMNS, "contoh"),
            ((period.id, *row.model_dump(mode="json").values(), sample) for row in period.tindak_lanjut),
        ),
    )


def index_file(results: Sequence[PeriodResult]) -> Asset:
    """All periods with the addresses of their files."""
    periods = [
        {
            "id": result.periode.id,
            **result.periode.isi.model_dump(mode="json"),
            "contoh": result.periode.contoh,
            "dinilai_lengkap": len(result.peringkat),
            "rata_rata": None if result.rata_rata is None else float(result.rata_rata),
            "halaman": result.periode.alamat,
            "berkas": [f"{result.periode.alamat}{name}" for name in (RANKING, SCORES, FOLLOW_UP)],
        }
        for result in results
    ]
    return Asset(INDEX, (json.dumps({"periode": periods}, ensure_ascii=False, indent=1) + "\n").encode())
