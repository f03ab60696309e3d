"""`python -m macros situs`: fills in what a machine can see of the agencies' websites."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros.fetching import PAUSE, TIMEOUT, Asker
from macros.models.registers import Agency
from macros.portal import load_portal
from macros.ppid.content import load_ppid
from macros.problems import ContentError, suggestion
from macros.spbe.content import DATA_FOLDER, Spbe, load_spbe
from macros.spbe.situs.checker.looking import agent_of, look
from macros.spbe.situs.checker.recordings import Online, RecordingError, Saved, Source
from macros.spbe.situs.models import SEEN_COLUMNS, Seen
from macros.spbe.situs.reading import SEEN_FILE, Period

RECORDINGS = ".cache/situs"
"""Where answers are kept, below the project's folder."""

SERVERS_AT_ONCE = 8
"""So many servers are asked beside each other; each of them is asked one question at a time."""

HEADER = "# Ditulis oleh: python -m macros situs. Jangan diubah dengan tangan: nilai orang ditulis di penilaian.csv.\n"


@dataclass(frozen=True)
class Looked:
    """What came of looking at one agency's site."""

    agency: Agency
    terlihat: Seen | None = None
    salah: str | None = None


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Offer the command."""
    parser = commands.add_parser(
        "situs",
        help="mengisi yang terlihat mesin dari situs perangkat daerah (SOP 07)",
        description="Membaca jawaban server yang tersimpan dan menulis terlihat.csv satu periode pemantauan. Tanpa "
        "--daring tidak ada yang ditanyai. Keluar dengan kode 0 bila ditulis, 1 bila tidak.",
    )
    parser.add_argument("--daring", action="store_true", help="tanyai server dan simpan jawabannya lebih dahulu")
    parser.add_argument("--simpan", type=Path, metavar="FOLDER", help=f"folder jawaban (bawaan: {RECORDINGS})")
    parser.add_argument("--periode", metavar="ID", help="periode yang diisi (bawaan: satu-satunya yang berlangsung)")
    parser.add_argument("--batas", type=float, default=TIMEOUT, metavar="DETIK", help="batas tunggu jawaban")
    parser.add_argument("--jeda", type=float, default=PAUSE, metavar="DETIK", help="jeda untuk server yang sama")
    parser.set_defaults(jalankan=run)


def run(options: argparse.Namespace) -> int:
    """Look at every agency's site and write what was seen; gives the exit code."""
    root: Path = options.akar
    try:
        portal = load_portal(root)
        spbe = load_spbe(root, portal, load_ppid(root, portal))
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan. Perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    period = _period(spbe, options.periode)
    if isinstance(period, str):
        print(period, file=sys.stderr)
        return 1
    folder = options.simpan or root / RECORDINGS
    asker = Asker(agent_of(portal.settings.nama), options.batas, options.jeda)
    source: Source = Online(folder, asker) if options.daring else Saved(folder)
    sites = [agency for agency in portal.agencies.values() if agency.situs]
    looked = look_at_all(sites, source)
    for item in looked:
        print(f"{item.agency.nama}: {item.salah or _told(item.terlihat)}", file=sys.stderr)
    seen = [item.terlihat for item in looked if item.terlihat]
    if not seen:
        hint = "" if options.daring else " Rekam dahulu dengan --daring."
        print(f"Tidak ada jawaban tersimpan di {folder}.{hint} Tidak ada yang ditulis.", file=sys.stderr)
        return 1
    if options.daring and len(seen) > 1 and all(row.kode is None and row.robots == "boleh" for row in seen):
        print(
            "Tidak satu server pun menjawab: jaringan komputer ini mungkin terputus. Tidak ada yang ditulis.",
            file=sys.stderr,
        )
        return 1
    file = root / DATA_FOLDER / "situs/periode" / period.id / SEEN_FILE
    rows = {**period.terlihat, **{row.perangkat_daerah: row for row in seen}}
    file.write_text(written(rows, portal.agencies), encoding="utf-8")
    without = len(portal.agencies) - len(sites)
    print(
        f"{len(seen)} situs dilihat dari {len(sites)} yang tercatat; {without} perangkat daerah tanpa situs tercatat. "
        f"Ditulis: {file.relative_to(root).as_posix()}"
    )
    return 0


def _period(spbe: Spbe, wanted: str | None) -> Period | str:
    """The period to fill in, or why there is none."""
    real = {period.id: period for period in spbe.periods}
    if wanted is not None:
        known = real.get(wanted)
        return known or f'Tidak ada periode "{wanted}".{suggestion(wanted, real)}'
    current = [period for period in real.values() if period.isi.status == "berlangsung"]
    if len(current) == 1:
        return current[0]
    if current:
        return f"Beberapa periode berlangsung; sebut satu dengan --periode: {', '.join(item.id for item in current)}."
    return "Tidak ada periode yang berlangsung. Buat spbe_data/situs/periode/<id>/periode.yml; lihat CONTRIBUTING.md."


def look_at_all(agencies: Iterable[Agency], source: Source) -> list[Looked]:
    """Look at the sites of all agencies, in their order; those on one server after each other."""
    by_server: dict[str, list[Agency]] = {}
    order: list[str] = []
    for agency in agencies:
        by_server.setdefault(urlsplit(agency.situs or "").netloc.lower(), []).append(agency)
        order.append(agency.id)
    with ThreadPoolExecutor(SERVERS_AT_ONCE) as pool:
        groups = pool.map(lambda group: [_look(agency, source) for agency in group], by_server.values())
        found = {item.agency.id: item for group in groups for item in group}
    return [found[id_] for id_ in order]


def _look(agency: Agency, source: Source) -> Looked:
    assert agency.situs
    try:
        return Looked(agency, look(agency.id, agency.situs, source))
    except RecordingError as error:
        return Looked(agency, salah=str(error))


def _told(seen: Seen | None) -> str:
    """One line on what was seen."""
    if seen is None:
        return "tidak ada jawaban tersimpan"
    if seen.robots == "dilarang":
        return "robots.txt melarang"
    if not seen.terbuka:
        return seen.alasan or "tidak terbuka"
    return (
        f"terbuka; https {seen.https}; {seen.tautan_rusak} dari {seen.tautan_diperiksa} tautan rusak; "
        f"{len(seen.gagal)} pemeriksaan aksesibilitas gagal"
    )


def written(rows: Mapping[str, Seen], agencies: Iterable[str]) -> str:
    """The file `terlihat.csv`, in the register's order; the same rows give the same bytes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, SEEN_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows[id_].model_dump(mode="json") for id_ in agencies if id_ in rows)
    return HEADER + out.getvalue()
