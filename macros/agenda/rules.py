"""What makes an event wrong beyond the shape of one value: each rule yields its problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from macros.agenda.models import EventDocument, day_of
from macros.loading import Violation
from macros.problems import quoted, suggestion


def check_event(item: EventDocument, year: str, agencies: Collection[str] | None) -> Iterator[Violation]:
    """All rules that one event must keep; `year` is the folder of its file. Without `agencies` ids are not checked."""
    yield from _time(item)
    yield from _state(item)
    yield from _year(item, year)
    yield from _agencies(item, agencies)
    if "\n" in item.ringkasan:
        yield ("ringkasan",), "harus satu baris, tanpa baris baru di dalamnya."
    for key in item.disimpulkan:
        if not getattr(item, key):
            yield ("disimpulkan", key), f"bagian {quoted(key)} tidak diisi, jadi tidak ada yang disimpulkan. Hapus."


def _time(item: EventDocument) -> Iterator[Violation]:
    """The end is written like the beginning, and follows it."""
    end = item.selesai
    if end is None:
        return
    if isinstance(end, datetime) != isinstance(item.mulai, datetime):
        yield ("selesai",), "bentuknya tidak sama dengan mulai. Tulis keduanya dengan jam, atau keduanya tanpa jam."
    elif isinstance(end, datetime) and isinstance(item.mulai, datetime) and end <= item.mulai:
        yield ("selesai",), "tidak sesudah mulai. Periksa keduanya."
    elif end < item.mulai:
        yield ("selesai",), "mendahului mulai. Periksa keduanya."


def _state(item: EventDocument) -> Iterator[Violation]:
    """What is public has its day; what is called off or put off says since when, why, and what no longer holds."""
    if item.status != "draf" and not item.terbit:
        yield (), f'status "{item.status}" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'
    if item.status == "batal" and not item.pembatalan:
        yield ("status",), 'status "batal" tanpa pembatalan. Tulis pembatalan dengan tanggal dan alasan.'
    if item.pembatalan and item.status != "batal":
        yield ("pembatalan",), f'ada pembatalan, tetapi statusnya "{item.status}". Tulis status: batal.'
    last = item.pengunduran[-1] if item.pengunduran else None
    if item.status == "diundur":
        if last is None:
            message = 'status "diundur" tanpa pengunduran. Tulis pengunduran dengan tanggal, waktu semula dan alasan.'
            yield ("status",), message
        elif last.semula != item.mulai:
            message = (
                "waktu barunya sudah ditulis. Tulis status: terbit, atau samakan mulai dengan semula yang terakhir."
            )
            yield ("status",), message
    elif last and last.semula == item.mulai and item.status != "batal":
        message = "sama dengan semula yang terakhir. Tulis waktu barunya, atau status: diundur bila belum ada."
        yield ("mulai",), message
    days = [item.terbit, *(change.tanggal for change in item.pengunduran), item.pembatalan and item.pembatalan.tanggal]
    dated = [day for day in days if day]
    if dated != sorted(dated):
        yield ("terbit",), "tanggal tidak urut: terbit, pengunduran dari yang terlama, lalu pembatalan."


def _year(item: EventDocument, year: str) -> Iterator[Violation]:
    """The file lies in the folder of the year in which the event is, was to be, or was published.

    The folder is part of its address, so an event that is put off into another year stays where it is.
    """
    moments = (item.mulai, *(change.semula for change in item.pengunduran))
    years = {day_of(moment).year for moment in moments} | ({item.terbit.year} if item.terbit else set())
    if int(year) not in years:
        yield ("mulai",), f"tahunnya {item.hari_mulai.year}, tetapi berkasnya di folder {year}. Samakan."


def _agencies(item: EventDocument, agencies: Collection[str] | None) -> Iterator[Violation]:
    """Agencies are in their register, each named once."""
    for index, agency in enumerate(item.perangkat_daerah):
        path = ("perangkat_daerah", index)
        if agency in item.perangkat_daerah[:index]:
            yield path, f"{quoted(agency)} ditulis dua kali; hapus salah satu."
        elif agencies is not None and agency not in agencies:
            yield path, f"{quoted(agency)} tidak ada di register perangkat daerah.{suggestion(agency, agencies)}"
