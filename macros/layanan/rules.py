"""What makes a service wrong: it refers to what is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.layanan.derived import lines_of
from macros.layanan.models import FormReference, GroupRegister, Pick, ServiceDocument, StepPart
from macros.loading import Loaded, ValuePath, Violation
from macros.models.sop import Sop
from macros.portal import Portal
from macros.problems import Problem, quoted, suggestion

RESERVED = ("aduan", "survei")
"""Addresses below /layanan/ that are no service."""


def check_groups(register: GroupRegister, loaded: Loaded) -> Iterator[Problem]:
    """Every group has an id and a name of its own."""
    for key in ("id", "nama"):
        seen: set[str] = set()
        for index, group in enumerate(register.golongan):
            value = getattr(group, key)
            if value in seen:
                yield loaded.problem(("golongan", index, key), f"{quoted(value)} sudah dipakai. Ganti salah satu.")
            seen.add(value)


def check_service(
    item: ServiceDocument, name: str, portal: Portal | None, groups: Collection[str] | None
) -> Iterator[Violation]:
    """All rules that one service must keep; `name` is its id. What is not known (None) is not checked."""
    if name in RESERVED:
        yield (), f"nama berkas {name}.yml dipakai halaman /layanan/{name}/. Ganti nama berkasnya."
    yield from _askers(item, groups)
    yield from _own_words(item)
    if portal is None:
        return
    sop = portal.sops.get(item.sop)
    if sop is None:
        yield ("sop",), unknown_sop(item.sop, portal.sops)
        return
    yield from _actors(item, sop)
    defaults: tuple[tuple[str, StepPart], ...] = (("bawa", "kelengkapan"), ("hasil", "output"))
    for key, default in defaults:
        chosen = getattr(item, key)
        for index, pick in enumerate(chosen.butir if chosen else ()):
            yield from _pick(pick, (key, "butir", index), sop, default)
    if item.formulir:
        yield from _form(item.formulir, sop)


def unknown_sop(sop_id: str, known: Collection[str]) -> str:
    """What is said of an id that is no SOP's."""
    return f"tidak ada SOP {quoted(sop_id)}.{suggestion(sop_id, known)}"


def unknown_step(no: str, sop: Sop) -> str:
    """What is said of a step that an SOP does not have."""
    numbers = ", ".join(step.no for step in sop.langkah)
    return f"SOP {sop.id} tidak punya langkah {quoted(no)}. Nomor langkahnya: {numbers}."


def _askers(item: ServiceDocument, groups: Collection[str] | None) -> Iterator[Violation]:
    """Groups are registered, and named once."""
    seen: set[str] = set()
    for index, asker in enumerate(item.peminta):
        path = ("peminta", index, "golongan")
        if groups is not None and asker.golongan not in groups:
            hint = suggestion(asker.golongan, groups)
            yield path, f"{quoted(asker.golongan)} tidak ada di layanan_data/golongan.yml.{hint}"
        elif asker.golongan in seen:
            yield path, f"{quoted(asker.golongan)} ditulis dua kali; hapus salah satu."
        seen.add(asker.golongan)


def _own_words(item: ServiceDocument) -> Iterator[Violation]:
    """A choice is a step, an item of the box, or own words with their reason; exactly one of them."""
    for key in ("bawa", "hasil"):
        chosen = getattr(item, key)
        for index, pick in enumerate(chosen.butir if chosen else ()):
            path = (key, "butir", index)
            given = [name for name in ("langkah", "peralatan", "teks") if getattr(pick, name) is not None]
            if len(given) != 1:
                what = f"tertulis {' dan '.join(given)}" if given else "tidak satu pun tertulis"
                yield path, f"{what}. Tulis tepat satu: langkah, peralatan, atau teks."
            if pick.bagian and pick.langkah is None:
                yield (*path, "bagian"), "bagian hanya untuk langkah. Hapus, atau tulis langkahnya."
            if pick.teks and not pick.alasan:
                yield path, "kata sendiri tanpa alasan. Tulis alasan: mengapa tidak memakai kata SOP."
            if pick.alasan and not pick.teks:
                yield (*path, "alasan"), "alasan di sini hanya untuk teks. Alasan pilihannya ditulis di atas butir."
    form = item.formulir
    if form and (form.langkah is None) == (form.peralatan is None):
        yield ("formulir",), "tulis tepat satu tempat SOP menyebut formulirnya: langkah atau peralatan."


def _actors(item: ServiceDocument, sop: Sop) -> Iterator[Violation]:
    """Whoever asks has a column in the SOP."""
    columns = [actor.id for actor in sop.pelaksana]
    for index, actor in enumerate(item.pelaksana):
        if actor not in columns:
            hint = suggestion(actor, columns)
            yield (
                ("pelaksana", index),
                f"{quoted(actor)} bukan pelaksana SOP {sop.id}.{hint} Kolomnya: {', '.join(columns)}.",
            )


def _pick(pick: Pick, path: ValuePath, sop: Sop, default: StepPart) -> Iterator[Violation]:
    """The place is there and says something."""
    if pick.langkah is not None:
        yield from _step(pick.langkah, pick.bagian or default, path, sop)
    elif pick.peralatan is not None and pick.peralatan > len(sop.peralatan):
        yield (
            (*path, "peralatan"),
            f"SOP {sop.id} hanya punya {len(sop.peralatan)} butir peralatan, bukan {pick.peralatan}.",
        )


def _form(form: FormReference, sop: Sop) -> Iterator[Violation]:
    """The SOP names the form there."""
    yield from _pick(Pick(langkah=form.langkah, peralatan=form.peralatan), ("formulir",), sop, "kelengkapan")


def _step(no: str, part: StepPart, path: ValuePath, sop: Sop) -> Iterator[Violation]:
    step = next((step for step in sop.langkah if step.no == no), None)
    if step is None:
        yield (*path, "langkah"), unknown_step(no, sop)
    elif not lines_of(getattr(step, part)):
        filled = [name for name in ("kegiatan", "kelengkapan", "output", "keterangan") if lines_of(getattr(step, name))]
        yield (*path, "langkah"), f"{part} langkah {no} SOP {sop.id} kosong. Yang terisi: {', '.join(filled)}."
