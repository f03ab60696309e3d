"""What makes policies, indices and activities wrong beyond the shape of one value: each rule yields its problems."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.loading import Loaded, ValuePath
from macros.problems import Problem, quoted, suggestion
from macros.spbe.models.index import IndexDocument
from macros.spbe.models.policy import ActivityRegister, PolicyDocument
from macros.spbe.models.settings import SpbeSettings


@dataclass(frozen=True)
class Known:
    """The ids that may be referred to; None where they could not be read."""

    sops: Collection[str] | None
    regulations: Collection[str] | None
    information: Collection[str] | None
    sources: Collection[str] | None


def _unknown(
    loaded: Loaded, path: ValuePath, ids: Iterable[str | None], known: Collection[str] | None, where: str
) -> Iterator[Problem]:
    """A problem for each id that is not known; `path` is that of the one id, or of the list of them."""
    if known is None:
        return
    listed = list(ids)
    for number, id_ in enumerate(listed):
        if id_ is not None and id_ not in known:
            here = (*path, number) if (*path, number) in loaded.lines else path
            yield loaded.problem(here, f"{quoted(id_)} tidak ada di {where}.{suggestion(id_, known)}")


SOURCES, REGULATIONS, ENTRIES = "spbe_data/sumber.yml", "register peraturan", "ppid_data/informasi"


def check_settings(settings: SpbeSettings, loaded: Loaded, known: Known) -> Iterator[Problem]:
    """The SOPs that govern the pages exist."""
    for topic, ids in settings.sop:
        yield from _unknown(loaded, ("sop", topic), ids, known.sops, "daftar SOP")


def check_index(index: IndexDocument, loaded: Loaded, known: Known) -> Iterator[Problem]:
    """Frameworks are told apart; a value lies on its framework's scale and in its years, once for each year."""
    frameworks = {item.id: item for item in index.kerangka}
    if len(frameworks) < len(index.kerangka):
        yield loaded.problem(("kerangka",), "dua kerangka memakai id yang sama; bedakan.")
    for number, item in enumerate(index.kerangka):
        path: ValuePath = ("kerangka", number)
        if item.minimum >= item.maksimum:
            yield loaded.problem((*path, "minimum"), f"{item.minimum} tidak di bawah maksimum ({item.maksimum}).")
        yield from _unknown(loaded, (*path, "sumber"), item.sumber, known.sources, SOURCES)
        for place, basis in enumerate(item.dasar):
            here = (*path, "dasar", place, "peraturan")
            yield from _unknown(loaded, here, (basis.peraturan,), known.regulations, REGULATIONS)
    seen: set[tuple[str, int]] = set()
    for number, value in enumerate(index.nilai):
        path = ("nilai", number)
        yield from _unknown(loaded, (*path, "sumber"), value.sumber, known.sources, SOURCES)
        if value.target:
            yield from _unknown(loaded, (*path, "target", "sumber"), value.target.sumber, known.sources, SOURCES)
        if (value.kerangka, value.tahun) in seen:
            yield loaded.problem((*path, "tahun"), f"nilai {value.kerangka} tahun {value.tahun} sudah ada.")
        seen.add((value.kerangka, value.tahun))
        framework = frameworks.get(value.kerangka)
        if framework is None:
            yield from _unknown(loaded, (*path, "kerangka"), (value.kerangka,), frameworks, "daftar kerangka")
            continue
        if not framework.covers(value.tahun):
            message = f"{framework.singkatan} dipakai {framework.masa}; pakai kerangka yang berlaku tahun itu."
            yield loaded.problem((*path, "tahun"), message)
        for key, number_ in (("nilai", value.nilai), ("target", value.target.nilai if value.target else None)):
            if number_ is not None and not framework.minimum <= number_ <= framework.maksimum:
                scale = f"{framework.minimum} sampai {framework.maksimum}"
                yield loaded.problem((*path, key), f"{number_} di luar skala {framework.singkatan} ({scale}).")


def check_policy(policy: PolicyDocument, loaded: Loaded, known: Known) -> Iterator[Problem]:
    """What is in force has its number; its states follow each other and end with the present one; ids exist."""
    yield from _unknown(loaded, ("dasar",), policy.dasar, known.regulations, REGULATIONS)
    yield from _unknown(loaded, ("peraturan",), (policy.peraturan,), known.regulations, REGULATIONS)
    yield from _unknown(loaded, ("informasi",), (policy.informasi,), known.information, ENTRIES)
    yield from _unknown(loaded, ("sumber",), policy.sumber, known.sources, SOURCES)
    if policy.status != "rancangan":
        for key in ("nomor", "tahun"):
            if getattr(policy, key) is None:
                yield loaded.problem((key,), f'wajib ada, karena statusnya "{policy.status}".')
    if (policy.status == "dicabut") != bool(policy.dicabut_oleh):
        yield loaded.problem(("dicabut_oleh",), "diisi bila status dicabut, dan hanya bila dicabut.")
    days = [change.tanggal for change in policy.riwayat]
    if days != sorted(days):
        yield loaded.problem(("riwayat",), "tanggal tidak urut dari yang terlama.")
    if policy.riwayat and policy.riwayat[-1].status != policy.status:
        last = policy.riwayat[-1].status
        message = f'yang terakhir "{last}", padahal status "{policy.status}". Samakan keduanya.'
        yield loaded.problem(("riwayat",), message)


def check_replacements(policies: Mapping[str, PolicyDocument], files: Mapping[str, Loaded]) -> Iterator[Problem]:
    """A policy replaces others that exist, and not itself."""
    for id_, policy in policies.items():
        loaded = files[id_]
        yield from _unknown(loaded, ("menggantikan",), policy.menggantikan, policies, "spbe_data/kebijakan")
        if id_ in policy.menggantikan:
            yield loaded.problem(("menggantikan",), "kebijakan ini menyebut dirinya sendiri.")


def check_activities(register: ActivityRegister, loaded: Loaded, known: Known) -> Iterator[Problem]:
    """Sources and entries exist."""
    for number, item in enumerate(register.kegiatan):
        path: ValuePath = ("kegiatan", number)
        yield from _unknown(loaded, (*path, "sumber"), item.sumber, known.sources, SOURCES)
        yield from _unknown(loaded, (*path, "informasi"), (item.informasi,), known.information, ENTRIES)
