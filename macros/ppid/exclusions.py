"""Reads the DIK and checks it: what makes an entry wrong, and what has become due by the passing of time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from macros.dates import long_date
from macros.loading import ValuePath, Violation
from macros.ppid.legal_lists import read_legal_list
from macros.ppid.models.exclusion import GROUND_LETTERS, Exclusion, ExclusionDocument
from macros.ppid.models.information import Information
from macros.ppid.models.legal_list import LegalList
from macros.problems import Problem, quoted, suggestion

if TYPE_CHECKING:
    from macros.ppid.content import PpidReader

FOLDER = "dikecualikan"


@dataclass(frozen=True)
class Exclusions:
    """The DIK and the ten grounds. The mapping is keyed by id, in file order."""

    entries: Mapping[str, Exclusion]
    grounds: LegalList | None

    @property
    def published(self) -> tuple[Exclusion, ...]:
        """Every entry that is no draft."""
        return tuple(entry for entry in self.entries.values() if entry.status != "draf")

    def due(self, today: date) -> Iterator[Problem]:
        """What must be opened again because its time is over: to be told, but no reason to stop the build."""
        for entry in self.published:
            if days := entry.lewat(today):
                message = (
                    f"jangka waktu pengecualian berakhir {long_date(entry.berakhir)}, {days} hari yang lalu: "
                    "wajib dibuka kembali. Masukkan ke DIP dan catat pembukaannya pada pengujian_ulang, "
                    "atau catat perpanjangannya di sana."
                )
                yield Problem(entry.nama_berkas, entry.baris_akhir, "", message)


def read_exclusions(
    reader: PpidReader, data: Path, agencies: Collection[str] | None, information: Mapping[str, Information]
) -> Exclusions:
    """Everything under `data/dikecualikan`; mistakes go to the reader. `agencies` None: not known, not checked."""
    grounds = read_legal_list(reader, data / "alasan-pengecualian.yml", GROUND_LETTERS)
    entries: dict[str, Exclusion] = {}
    for id_, name, document in reader.entries(data / FOLDER, ExclusionDocument):
        loaded = reader.files[name]
        entry = Exclusion.model_construct(
            **document.__dict__, id=id_, nama_berkas=name, baris_akhir=loaded.line(_end(document))
        )
        entries[id_] = entry
        open_ids = reader.ids.get("informasi", {})
        for path, message in (
            *_agency(entry, agencies),
            *_not_in_dip(entry, open_ids, information),
            *_basis(entry),
            *_period(entry),
            *_retests(entry),
        ):
            reader.problems.append(loaded.problem(path, message))
    return Exclusions(entries, grounds)


def _end(document: ExclusionDocument) -> ValuePath:
    """Where the day stands on which the exclusion ends."""
    for index in reversed(range(len(document.pengujian_ulang))):
        if document.pengujian_ulang[index].sampai:
            return ("pengujian_ulang", index, "sampai")
    return ("jangka_waktu", "sampai")


def _agency(entry: Exclusion, agencies: Collection[str] | None) -> Iterator[Violation]:
    """The agency that holds the information is in the register."""
    if agencies is not None and entry.perangkat_daerah not in agencies:
        yield (
            ("perangkat_daerah",),
            f"{quoted(entry.perangkat_daerah)} tidak ada di register perangkat daerah."
            f"{suggestion(entry.perangkat_daerah, agencies)}",
        )


def _not_in_dip(
    entry: Exclusion, open_ids: Mapping[str, str], information: Mapping[str, Information]
) -> Iterator[Violation]:
    """What is excluded does not stand in the DIP as well, by id or by title.

    What was opened again may, and so may what was withdrawn from the DIP.
    """
    if entry.status == "dibuka kembali":
        return
    advice = 'Hapus salah satu, atau tulis status: "dibuka kembali" bila memang sudah dibuka.'
    withdrawn = {item.id for item in information.values() if item.status == "ditarik"}
    if entry.id in open_ids and entry.id not in withdrawn:
        yield (), f"id {entry.id} juga ada di Daftar Informasi Publik ({open_ids[entry.id]}). {advice}"
    title = _plain(entry.judul)
    for item in information.values():
        if item.id not in (entry.id, *withdrawn) and _plain(item.judul) == title:
            yield ("judul",), f"judul ini juga ada di Daftar Informasi Publik ({item.nama_berkas}). {advice}"


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _basis(entry: Exclusion) -> Iterator[Violation]:
    """A ground is named once; ground j (closed by another act) names that act."""
    letters = entry.dasar.huruf
    for index, letter in enumerate(letters):
        if letter in letters[:index]:
            yield ("dasar", "huruf", index), f"huruf {letter} ditulis dua kali; hapus salah satu."
    if "j" in letters and not entry.dasar.ketentuan:
        yield ("dasar", "huruf"), "huruf j tanpa undang-undang yang melarangnya. Tulis pada dasar.ketentuan."


def _period(entry: Exclusion) -> Iterator[Violation]:
    """A period ends on a day after its first one or, where there is no such day, under a condition; never both."""
    period = entry.jangka_waktu
    if period.sampai and period.selama:
        yield ("jangka_waktu", "selama"), "sampai dan selama tidak boleh bersama-sama; tanggal lebih jelas."
    if not period.sampai and not period.selama:
        yield ("jangka_waktu",), "tanpa akhir. Tulis sampai: TTTT-BB-HH, atau selama: keadaan yang mengakhirinya."
    if period.sampai and period.sampai <= period.mulai:
        yield (
            ("jangka_waktu", "sampai"),
            f"{period.sampai} tidak sesudah mulai ({period.mulai}). Periksa kedua tanggal itu.",
        )


def _retests(entry: Exclusion) -> Iterator[Violation]:
    """Tests stand in order, each prolongation ends later, and the last test and the status agree on what was opened."""
    retests = entry.pengujian_ulang
    days = [entry.uji_konsekuensi.tanggal, *(retest.tanggal for retest in retests)]
    for index, (before, day) in enumerate(pairwise(days)):
        if day < before:
            yield ("pengujian_ulang", index, "tanggal"), f"{day} sebelum pengujian sebelumnya ({before}); urutkan."
    end = entry.jangka_waktu.sampai
    for index, retest in enumerate(retests):
        path: ValuePath = ("pengujian_ulang", index)
        if retest.hasil == "diperpanjang" and not retest.sampai:
            yield path, 'hasil "diperpanjang" tanpa hari terakhir yang baru. Tulis sampai: TTTT-BB-HH.'
        if retest.hasil != "diperpanjang" and retest.sampai:
            yield (*path, "sampai"), f'hasil "{retest.hasil}" tidak memakai sampai; hapus baris ini.'
        if retest.sampai and end and retest.sampai <= end:
            yield (*path, "sampai"), f"{retest.sampai} tidak sesudah akhir yang lama ({end})."
        if retest.hasil == "dibuka kembali" and index < len(retests) - 1:
            yield (*path, "hasil"), "sudah dibuka kembali, tetapi masih ada pengujian sesudahnya."
        end = retest.sampai or end
    opened = bool(retests) and retests[-1].hasil == "dibuka kembali"
    if entry.status == "dibuka kembali" and not opened:
        yield ("status",), 'status "dibuka kembali" tanpa pengujian_ulang terakhir yang hasilnya demikian.'
    if opened and entry.status == "berlaku":
        yield ("status",), 'pengujian terakhir membukanya kembali. Tulis status: "dibuka kembali".'
