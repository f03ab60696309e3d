"""Temuan: what is noteworthy about an SOP itself, each with the rule it is measured by.

A finding never stops the build. The rule a finding follows is the docstring of its
function; `RULES` lists them all with the words the reader sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.durations import is_same_as_above
from macros.models.sop import BOXES, Sop
from macros.portal import Portal

REVIEW_YEARS = 2
"""An SOP whose last date is this old or older is due for review: the portal's own setting, not a regulation's."""


@dataclass(frozen=True)
class Rule:
    """A rule that SOPs are looked at by: `kode` in addresses, the rest for readers."""

    kode: str
    judul: str
    aturan: str
    dasar: str


@dataclass(frozen=True)
class Finding:
    """One finding: which SOP, by which rule, where (`Langkah 3`, `Tanggal`), and what."""

    sop: str
    rule: Rule
    bagian: str
    uraian: str


Found = Iterator[tuple[str, str]]
Check = Callable[[Sop, Portal, date], Found]

_CHECKS: list[tuple[Rule, Check]] = []

FORM = "Format SOP administrasi pemerintahan, PermenPANRB 35/2012"


def _rule(kode: str, judul: str, aturan: str, dasar: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        _CHECKS.append((Rule(kode, judul, aturan, dasar), check))
        return check

    return register


@_rule(
    "peraturan-tidak-berlaku",
    "Dasar hukum sudah dicabut atau diganti",
    "Dasar hukum SOP adalah peraturan yang masih berlaku.",
    "Status peraturan dan sumbernya: register peraturan portal ini",
)
def repealed_regulation(sop: Sop, portal: Portal, today: date) -> Found:
    """A regulation that an SOP stands on is in force."""
    for basis in sop.dasar_hukum:
        regulation = portal.regulations.get(basis.peraturan or "")
        if regulation and regulation.status in ("dicabut", "digantikan"):
            changed = "; ".join(change.lengkap for change in regulation.oleh)
            yield "Dasar hukum", f"{regulation.singkat} {regulation.status} oleh {changed}."


@_rule(
    "peraturan-belum-diverifikasi",
    "Status dasar hukum belum diverifikasi",
    "Status setiap dasar hukum diketahui dari sumber yang dapat dirujuk.",
    "Status peraturan dan sumbernya: register peraturan portal ini",
)
def unverified_regulation(sop: Sop, portal: Portal, today: date) -> Found:
    """The status of every regulation an SOP stands on is known from a source."""
    for basis in sop.dasar_hukum:
        regulation = portal.regulations.get(basis.peraturan or "")
        if regulation is None:
            yield "Dasar hukum", f"“{basis.teks}” tidak ada di register peraturan."
        elif regulation.status == "belum diverifikasi":
            yield "Dasar hukum", f"{regulation.singkat} belum diverifikasi."
        elif regulation.status == "sumber berbeda":
            yield "Dasar hukum", f"Sumber tentang status {regulation.singkat} saling bertentangan."


@_rule(
    "tanpa-tanggal-efektif",
    "Tanpa tanggal efektif",
    "Lembar identitas memuat tanggal SOP mulai berlaku.",
    FORM,
)
def no_effective_date(sop: Sop, portal: Portal, today: date) -> Found:
    """The identity sheet states when the SOP takes effect."""
    if sop.tanggal.efektif is None:
        yield "Tanggal", "Tanggal efektif tidak diisi."


@_rule(
    "perlu-ditinjau",
    "Perlu ditinjau kembali",
    f"SOP yang {REVIEW_YEARS} tahun atau lebih tidak direvisi perlu ditinjau kembali.",
    "Setelan portal ini; bukan tenggat dari peraturan",
)
def review_overdue(sop: Sop, portal: Portal, today: date) -> Found:
    """The SOP was written, revised or put in force within the last `REVIEW_YEARS` years."""
    dates = [d for d in (sop.tanggal.pembuatan, sop.tanggal.revisi, sop.tanggal.efektif) if d and d <= today]
    if dates:
        latest = max(dates)
        years = today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))
        if years >= REVIEW_YEARS:
            yield "Tanggal", f"Tanggal terakhirnya {years} tahun yang lalu."


@_rule(
    "kotak-kosong",
    "Kotak lembar identitas kosong",
    "Keenam kotak lembar identitas terisi.",
    FORM,
)
def empty_box(sop: Sop, portal: Portal, today: date) -> Found:
    """All six boxes of the identity sheet are filled."""
    labels = portal.offices[sop.instansi].label.model_dump() | dict(sop.label.items())
    for box in BOXES:
        if not getattr(sop, box):
            yield labels[box], "Kotak ini tidak diisi."


@_rule(
    "keterkaitan-tak-dikenal",
    "Keterkaitan dengan SOP yang tidak dikenal",
    "Kotak Keterkaitan menyebut SOP yang ada.",
    FORM,
)
def unknown_relation(sop: Sop, portal: Portal, today: date) -> Found:
    """The box Keterkaitan names SOPs that exist."""
    for relation in sop.keterkaitan:
        if relation.sop is None:
            yield "Keterkaitan", f"“{relation.teks}” tidak ditemukan di antara SOP pada portal ini."


@_rule(
    "langkah-tanpa-waktu",
    "Langkah tanpa waktu",
    "Mutu baku setiap langkah memuat waktu.",
    FORM,
)
def step_without_time(sop: Sop, portal: Portal, today: date) -> Found:
    """Every step has a time in its mutu baku."""
    for step in sop.langkah:
        if step.waktu is None or step.waktu.strip("- ") == "":
            yield f"Langkah {step.no}", "Kolom waktu kosong."


@_rule(
    "langkah-tanpa-output",
    "Langkah tanpa output",
    "Mutu baku setiap langkah memuat output.",
    FORM,
)
def step_without_output(sop: Sop, portal: Portal, today: date) -> Found:
    """Every step has an output in its mutu baku."""
    for step in sop.langkah:
        if step.output is None or step.output.strip("- ") == "":
            yield f"Langkah {step.no}", "Kolom output kosong."


@_rule(
    "nomor-kembar",
    "Nomor SOP dipakai lebih dari sekali",
    "Satu nomor untuk satu SOP.",
    FORM,
)
def shared_number(sop: Sop, portal: Portal, today: date) -> Found:
    """No two SOPs of an office have the same number."""
    twins = [other.nama for other in portal.by_number[sop.instansi, sop.nomor] if other.id != sop.id]
    if twins:
        yield "Nomor SOP", f"Nomor {sop.nomor} juga dipakai {', '.join(f'“{name}”' for name in twins)}."


@_rule(
    "nomor-berbeda",
    "Nomor pada lembar identitas dan tabel berbeda",
    "Lembar identitas dan lembar bagan alur memuat nomor yang sama.",
    FORM,
)
def number_differs(sop: Sop, portal: Portal, today: date) -> Found:
    """The identity sheet and the flowchart sheet print the same number."""
    if sop.tabel.nomor and "".join(sop.tabel.nomor.split()) != "".join(sop.nomor.split()):
        yield "Nomor pada tabel", f"Lembar identitas: {sop.nomor}; lembar tabel: {sop.tabel.nomor}."


@_rule(
    "pelaksana-tanpa-langkah",
    "Pelaksana tanpa langkah",
    "Setiap kolom pelaksana mempunyai paling sedikit satu langkah.",
    FORM,
)
def idle_actor(sop: Sop, portal: Portal, today: date) -> Found:
    """Every actor column has at least one step."""
    active = {actor for step in sop.langkah for actor in step.pelaksana}
    for actor in sop.pelaksana:
        if actor.id not in active:
            yield "Kolom pelaksana", f"{portal.actors[actor.id].nama} tidak mengerjakan satu langkah pun."


@_rule(
    "kegiatan-menyebut-pelaku",
    "Uraian kegiatan menyebut pelakunya",
    "Uraian kegiatan diawali kata kerja aktif tanpa subjek; pelakunya ditunjukkan kolom.",
    FORM,
)
def subject_named(sop: Sop, portal: Portal, today: date) -> Found:
    """Step text begins with an active verb; the actor is the column, not a subject in the text."""
    for step in sop.langkah:
        subject = _leading_actor(step.kegiatan, sop, portal)
        if subject:
            yield f"Langkah {step.no}", f"Uraian diawali “{subject}”."


def _leading_actor(text: str, sop: Sop, portal: Portal) -> str | None:
    """The actor's name that a text begins with, as it stands there; the longest that fits."""
    registered = portal.actor_name.match(text)
    found = [registered[0]] if registered else []
    start = text.casefold()
    for actor in sop.pelaksana:
        printed = (actor.tertulis or "").casefold()
        if printed and start.startswith(printed) and not start[len(printed) :][:1].isalnum():
            found.append(text[: len(printed)])
    return max(found, key=len, default=None)


@_rule(
    "sama-dengan-atas",
    "Mutu baku hanya merujuk ke baris di atasnya",
    "Setiap baris dapat dibaca tanpa melihat baris lain.",
    "Aksesibilitas: pembaca layar membaca tabel per baris",
)
def same_as_above(sop: Sop, portal: Portal, today: date) -> Found:
    """A row can be read on its own: no cell says only "same as above"."""
    for index, step in enumerate(sop.langkah):
        for name, value in (("kelengkapan", step.kelengkapan), ("waktu", step.waktu), ("output", step.output)):
            if is_same_as_above(value):
                above = "tanpa baris di atasnya" if index == 0 else f"{name} langkah {sop.langkah[index - 1].no}"
                yield f"Langkah {step.no}", f"Kolom {name} berisi “{value}” ({above})."


RULES: tuple[Rule, ...] = tuple(rule for rule, _ in _CHECKS)


def findings_of(sop: Sop, portal: Portal, today: date) -> tuple[Finding, ...]:
    """All findings about one SOP on a given day, in the order of `RULES`."""
    return tuple(
        Finding(sop.id, rule, where, text) for rule, check in _CHECKS for where, text in check(sop, portal, today)
    )


def all_findings(portal: Portal, today: date) -> dict[str, tuple[Finding, ...]]:
    """SOP id -> its findings, for every SOP."""
    return {sop.id: findings_of(sop, portal, today) for sop in portal.sops.values()}
