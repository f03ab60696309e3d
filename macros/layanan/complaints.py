"""Reads what is known of complaints: the guide, the recaps, the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.durations import parse_durations
from macros.layanan.answers import Answer, read_answers
from macros.layanan.complaint_models import (
    RECAP_COLUMNS,
    Guide,
    RecapDocument,
    RecapRow,
    StepPlace,
    StepReference,
    TimeLimit,
)
from macros.layanan.derived import lines_of
from macros.layanan.periods import check_governing, check_overlaps, read_pairs
from macros.layanan.rules import unknown_sop, unknown_step
from macros.loading import Loaded, ValuePath, Violation
from macros.models.base import Slug
from macros.portal import Portal
from macros.ppid.table import Row, load_table
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader
from macros.validation import validate

GUIDE_FILE = "panduan.yml"


@dataclass(frozen=True)
class Recap:
    """The reports of one office over a time, in figures."""

    id: Slug
    isi: RecapDocument
    baris: tuple[RecapRow, ...]


@dataclass(frozen=True)
class Complaints:
    """Everything under `layanan_data/aduan/`; recaps with the newest first."""

    panduan: Guide | None = None
    rekap: tuple[Recap, ...] = ()
    jawaban: tuple[Answer, ...] = ()


def load_complaints(reader: Reader, guide: Path, figures: Path, portal: Portal | None) -> Complaints:
    """The guide in the folder `guide`, recaps and answers in `figures`; mistakes stay with the reader."""
    offices = portal.offices.keys() if portal else None
    document = None
    file = reader.own_or_shared(guide / GUIDE_FILE)
    if file.exists():
        document = reader.register(file, Guide, lambda item, loaded: check_guide(item, loaded, portal))
    pairs = list(read_pairs(reader, figures / "rekap", RecapDocument, offices))
    check_overlaps(reader, ((reader.name(file.with_suffix(".yml")), item, "") for _, item, file in pairs))
    recaps = [Recap(name, item, tuple(_rows(reader, file))) for name, item, file in pairs]
    recaps.sort(key=lambda recap: (recap.isi.sampai, recap.id), reverse=True)
    return Complaints(document, tuple(recaps), tuple(read_answers(reader, figures / "jawaban", portal)))


def check_guide(item: Guide, loaded: Loaded, portal: Portal | None) -> Iterator[Problem]:
    """Sources are named; SOPs and steps are there and say what the guide says of them."""
    for path, message in _sources(item):
        yield loaded.problem(path, message)
    if portal is None:
        return
    yield from check_governing(item.sop, loaded, portal)
    for path, message in _places(item, portal):
        yield loaded.problem(path, message)
    for index, limit in enumerate(item.jangka_waktu):
        for path, message in _limit(limit, portal):
            yield loaded.problem(("jangka_waktu", index, *path), message)


def _places(item: Guide, portal: Portal) -> Iterator[Violation]:
    """The steps that are cited are there, and the parts that are shown say something."""
    places: list[tuple[ValuePath, StepPlace]] = []
    for key in ("siapkan", "terima", "publikasi"):
        places += [((key, index), place) for index, place in enumerate(getattr(item, key))]
    for index, channel in enumerate(item.kanal):
        places += [(("kanal", index, "langkah", number), place) for number, place in enumerate(channel.langkah)]
    for path, place in places:
        sop = portal.sops.get(place.sop)
        if sop is None:
            yield (*path, "sop"), unknown_sop(place.sop, portal.sops)
            continue
        step = next((step for step in sop.langkah if step.no == place.langkah), None)
        if step is None:
            yield (*path, "langkah"), unknown_step(place.langkah, sop)
        elif isinstance(place, StepReference) and not lines_of(getattr(step, place.bagian)):
            yield (*path, "bagian"), f"{place.bagian} langkah {step.no} SOP {sop.id} kosong."


def _sources(item: Guide) -> Iterator[Violation]:
    """What is cited is among the sources; what is confirmed says by what."""
    lists: list[tuple[ValuePath, tuple[str, ...]]] = []
    lists += [(("kanal", index), channel.sumber) for index, channel in enumerate(item.kanal)]
    lists += [(("jangka_waktu", index), limit.sumber) for index, limit in enumerate(item.jangka_waktu)]
    if item.bukan:
        lists.append((("bukan",), item.bukan.sumber))
    for path, ids in lists:
        yield from unknown_sources(ids, item.sumber, path)
    for index, channel in enumerate(item.kanal):
        if not channel.langkah and not channel.sumber:
            yield ("kanal", index), "saluran tanpa langkah SOP dan tanpa sumber. Tulis salah satu."
    for index, limit in enumerate(item.jangka_waktu):
        if limit.sop is None and not limit.sumber:
            yield ("jangka_waktu", index), "jangka waktu tanpa SOP dan tanpa sumber. Tulis salah satu."
        if (limit.sop is None) != (limit.langkah is None):
            yield ("jangka_waktu", index), "tulis sop dan langkah bersama, atau hapus keduanya."


def unknown_sources(ids: tuple[str, ...], known: Mapping[str, object], path: ValuePath) -> Iterator[Violation]:
    """Ids of sources that are not in the file."""
    for index, source in enumerate(ids):
        if source not in known:
            yield (*path, "sumber", index), f"{quoted(source)} tidak ada pada sumber.{suggestion(source, known)}"


def _limit(limit: TimeLimit, portal: Portal) -> Iterator[Violation]:
    """A step that is cited names that time."""
    if limit.sop is None or limit.langkah is None:
        return
    sop = portal.sops.get(limit.sop)
    if sop is None:
        yield ("sop",), unknown_sop(limit.sop, portal.sops)
        return
    step = next((step for step in sop.langkah if step.no == limit.langkah), None)
    if step is None:
        yield ("langkah",), unknown_step(limit.langkah, sop)
        return
    named = [(int(time.maximum), time.satuan) for time in parse_durations(step.waktu) if time.maximum is not None]
    if (limit.paling_lama, limit.satuan) not in named:
        times = ", ".join(f"{amount} {unit}" for amount, unit in named) or "tidak ada"
        yield (
            ("paling_lama",),
            f"langkah {step.no} SOP {sop.id} tidak menyebut {limit.paling_lama} {limit.satuan}. Yang disebut: {times}.",
        )


def _rows(reader: Reader, file: Path) -> Iterator[RecapRow]:
    """The lines of a recap: a category and a kind stand there once."""
    table = load_table(reader, file, RECAP_COLUMNS, RECAP_COLUMNS[:-1])
    reader.problems += table.problems
    first: dict[tuple[str, str], int] = {}
    for row in table.rows:
        loaded = row.loaded(table.berkas)
        item = validate(RecapRow, loaded)
        if item:
            loaded.problems += (loaded.problem((column,), message) for column, message in _row(item, row, first))
            yield item
        reader.problems += loaded.problems


def _row(item: RecapRow, row: Row, first: dict[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    line = first.setdefault((item.kategori.casefold(), item.jenis), row.baris)
    if line != row.baris:
        yield "kategori", f"{quoted(item.kategori)} ({item.jenis}) sudah ada pada baris {line}. Gabungkan."
    if item.jumlah == 0:
        yield "kategori", f"{quoted(item.kategori)} tanpa laporan. Hapus barisnya."
    if item.median_hari is not None and not item.selesai:
        yield "median_hari", "diisi, padahal belum ada yang selesai. Kosongkan."
    if item.median_hari is None and item.selesai:
        yield "median_hari", f"kosong, padahal {item.selesai} selesai. Isi median harinya."
