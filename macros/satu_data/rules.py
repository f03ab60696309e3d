"""What makes the files of Satu Data wrong beyond the shape of one value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from macros.loading import Loaded, ValuePath, Violation
from macros.problems import Problem, quoted, suggestion
from macros.satu_data.models import CriteriaDocument, OwedDataDocument, SatuDataSettings, ScoresDocument
from macros.statistik.models.common import Source
from macros.statistik.rules import named, problems, repeated

PARTS = ("katalog", "kalender", "pemenuhan", "data_award", "buku_statistik")
"""The parts of the site whose SOPs the settings name."""

RESERVED = ("kalender", "pemenuhan")
"""Pages beside those of datasets, so no dataset may bear their names."""

FULL = Decimal(100)
"""What the weights of an award add up to."""

AGENCIES = "register perangkat daerah"


@dataclass(frozen=True)
class Known:
    """What the files may refer to; None where it could not be read."""

    sops: Collection[str] | None
    regulations: Collection[str] | None
    agencies: Collection[str] | None
    datasets: Collection[str] | None


def check_settings(known: Known, settings: SatuDataSettings, loaded: Loaded) -> Iterator[Problem]:
    """SOPs and regulations exist, and what has to be filled in is demanded once."""
    for part in PARTS:
        for index, sop in enumerate(getattr(settings, part).sop):
            yield from problems(named((part, "sop", index), sop, known.sops, "daftar SOP"), loaded)
    for index, ground in enumerate(settings.dasar):
        path: ValuePath = ("dasar", index, "peraturan")
        yield from problems(named(path, ground.peraturan, known.regulations, "register peraturan"), loaded)
    fields = ((("metadata_wajib", index), name) for index, name in enumerate(settings.metadata_wajib))
    yield from problems(repeated(fields, loaded, "kolom"), loaded)


def check_addresses(known: Known, folder: str) -> Iterator[Problem]:
    """No dataset bears the name of a page that lies beside its own."""
    for name in RESERVED:
        if name in (known.datasets or ()):
            message = f"nama {quoted(name)} sudah dipakai halaman /satu-data/{name}/. Pilih nama berkas lain."
            yield Problem(f"{folder}/{name}.yml", 1, "", message)


def wrong_name(file: Path, known: Known) -> str | None:
    """Why a file is no agency's list; None where it is one."""
    if file.suffix != ".yml":
        return "daftar data ditulis dalam berkas .yml, satu berkas satu perangkat daerah."
    if known.agencies is not None and file.stem not in known.agencies:
        return f"nama berkas {quoted(file.stem)} tidak ada di {AGENCIES}.{suggestion(file.stem, known.agencies)}"
    return None


def check_owed(known: Known, document: OwedDataDocument, loaded: Loaded) -> Iterator[Problem]:
    """Sources can be found, datasets exist, and nothing is owed twice."""
    yield from problems(_sources(document.sumber), loaded)
    for index, item in enumerate(document.data):
        where = "katalog dataset"
        yield from problems(named(("data", index, "dataset"), item.dataset, known.datasets, where), loaded)
    for key in ("nama", "dataset"):
        values = ((("data", index, key), getattr(item, key)) for index, item in enumerate(document.data))
        yield from problems(repeated(values, loaded, key), loaded)


def check_criteria(document: CriteriaDocument, loaded: Loaded) -> Iterator[Problem]:
    """Weights add up to exactly 100, criteria differ, and it is said who laid them down or why they are proposed."""
    total = sum((item.bobot for item in document.kriteria), Decimal(0))
    if total != FULL:
        yield loaded.problem(("kriteria",), f"jumlah bobot {total:f}, seharusnya tepat 100.")
    for key in ("id", "nama"):
        values = ((("kriteria", index, key), getattr(item, key)) for index, item in enumerate(document.kriteria))
        yield from problems(repeated(values, loaded, key), loaded)
    yield from problems(_sources(document.sumber), loaded)
    if bool(document.sumber) == bool(document.usulan):
        yield loaded.problem(
            ("kriteria",),
            "tulis salah satu: sumber bila kriterianya sudah ditetapkan, atau usulan dengan alasannya bila belum.",
        )


def check_scores(
    known: Known, criteria: Mapping[int, CriteriaDocument | None], document: ScoresDocument, loaded: Loaded
) -> Iterator[Problem]:
    """Every agency stands once and has one score for each criterion of the year that is named, and no other.

    `criteria` holds None for a year whose own file has mistakes: what it asks for is not known then.
    """
    yield from problems(_sources(document.sumber), loaded)
    if document.kriteria not in criteria:
        message = f"berkas kriteria-{document.kriteria}.yml tidak ada di folder ini."
        yield loaded.problem(("kriteria",), message)
    used = criteria.get(document.kriteria)
    scored = enumerate(document.nilai)
    agencies = [(("nilai", index, "perangkat_daerah"), item.perangkat_daerah) for index, item in scored]
    yield from problems(repeated(agencies, loaded, "perangkat daerah"), loaded)
    for path, agency in agencies:
        yield from problems(named(path, agency, known.agencies, AGENCIES), loaded)
    if used is None:
        return
    ids = [item.id for item in used.kriteria]
    for index, given in enumerate(document.nilai):
        place: ValuePath = ("nilai", index, "nilai")
        for id_ in given.nilai:
            where = f"kriteria-{document.kriteria}.yml"
            yield from problems(named((*place, id_), id_, ids, where), loaded)
        missing = [id_ for id_ in ids if id_ not in given.nilai]
        if missing:
            yield loaded.problem(place, f"belum ada nilai untuk {', '.join(missing)}.")


def _sources(sources: Sequence[Source]) -> Iterator[Violation]:
    """A source can be found: it has an address, or it is said where it lies; and it has a year."""
    for index, source in enumerate(sources):
        path: ValuePath = ("sumber", index)
        if not source.url and not source.letak:
            yield path, "sumber tanpa alamat. Tulis url, atau letak bila tidak punya alamat."
        if source.tahun is None:
            yield path, "sumber tanpa tahun. Tulis tahun suratnya, keputusannya atau berkasnya."
