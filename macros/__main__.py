"""The portal's own commands: `python -m macros periksa`, `skema`, `alamat`, `tautan`, `situs`, `impor` and others."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from macros.addressing.recorded import FOLDER, write_lists
from macros.content import load_content
from macros.dates import build_day
from macros.findings import Finding, all_findings
from macros.forge.commands import add_command as add_forge_command
from macros.forge.reports import code_quality, summary, workflow_commands
from macros.ppid.exchange.commands import add_commands
from macros.ppid.findings import InformationFinding, findings_of
from macros.problems import ContentError, Problem, as_json
from macros.sections.changes import backdated
from macros.site import Site
from macros.sop_exchange.commands import add_commands as add_sop_commands
from macros.spbe.situs.checker.commands import add_command as add_site_command
from macros.trust.commands import add_commands as add_trust_commands
from macros.trust.scanning import as_warnings

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit code: 0 right, 1 mistakes in the content, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if "jalankan" in options:
        return int(options.jalankan(options))
    if options.perintah == "skema":
        return write_schemas(options.akar)
    return check(options.akar, options.format, options.temuan, options.tanggal)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Alat Portal KominfoSP.")
    parser.add_argument("--akar", type=Path, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    commands = parser.add_subparsers(dest="perintah", required=True, metavar="perintah")
    check_parser = commands.add_parser(
        "periksa",
        help="memeriksa semua isi tanpa membangun situs",
        description="Memeriksa semua isi. Setiap kesalahan ditulis sebagai berkas:baris: bagian: pesan. "
        "Yang jatuh waktu, misalnya pengecualian yang wajib dibuka kembali, ditulis sebagai [peringatan]. "
        "Keluar dengan kode 0 bila benar, 1 bila ada kesalahan.",
    )
    check_parser.add_argument(
        "--format",
        choices=("teks", "json", "github", "gitlab"),
        default="teks",
        help="bentuk laporan; github: catatan pada baris usulan dan ringkasan, gitlab: laporan Code Quality",
    )
    check_parser.add_argument(
        "--temuan", action="store_true", help="tulis juga temuan atas setiap SOP dan informasi publik"
    )
    check_parser.add_argument(
        "--tanggal",
        type=date.fromisoformat,
        default=build_day(None),
        metavar="TTTT-BB-HH",
        help="hari yang dipakai untuk menghitung temuan (bawaan: hari ini)",
    )
    commands.add_parser(
        "skema",
        help="menulis JSON Schema untuk editor dari model",
        description="Menulis JSON Schema untuk pelengkapan di editor. Jalankan setelah model berubah.",
    )
    addresses = commands.add_parser(
        "alamat",
        help="mencatat alamat yang sudah terbit",
        description="Mencatat setiap alamat tetap yang ada sekarang di alamat_data/terbit, supaya tidak ada yang "
        "hilang tanpa pengalihan. Jalankan sebelum menerbitkan situs.",
    )
    addresses.set_defaults(jalankan=lambda options: record_addresses(options.akar, build_day(None)))
    links = commands.add_parser(
        "tautan",
        help="memeriksa tautan informasi publik dan situs perangkat daerah",
        description="Memeriksa setiap tautan satu per satu dan menulis ppid_data/tautan.yml. Perlu jaringan.",
    )
    links.add_argument("--batas", type=float, default=15, metavar="DETIK", help="batas tunggu jawaban (bawaan: 15)")
    links.add_argument("--jeda", type=float, default=2, metavar="DETIK", help="jeda untuk server yang sama (bawaan: 2)")
    links.set_defaults(jalankan=lambda options: check_links(options.akar, options.batas, options.jeda))
    add_commands(commands)
    add_sop_commands(commands)
    add_site_command(commands)
    add_forge_command(commands)
    add_trust_commands(commands)
    return parser


def check(root: Path, form: str, show_findings: bool, today: date) -> int:
    """Check all content and print every mistake."""
    try:
        content = load_content(root)
        site = Site(content, today)
        site.check(thorough=False)
    except ContentError as error:
        _report(form, error)
        return 1
    if form in REPORTS:
        _report(form, ContentError(()))
        return 0
    portal = content.portal
    ppid = content.ppid
    findings = all_findings(portal, today)
    # drafts too: whoever writes one wants to know before it is public
    entries = {item.nama_berkas: findings_of(item, ppid, today) for item in ppid.information.values()}
    if show_findings:
        for sop_id, of_sop in findings.items():
            _print_findings(portal.sops[sop_id].berkas, of_sop)
        for berkas, of_entry in entries.items():
            _print_findings(berkas, of_entry)
    for due in content.ppid.exclusions.due(today):
        print(f"{due} [peringatan]")
    for line in as_warnings(content.suspicions):
        print(line)
    fresh = site.addressing(thorough=False).unrecorded
    if content.addressing.records:
        for line in backdated(content, fresh):
            print(f"{line} [peringatan]")
    if fresh and content.addressing.records:
        print(f"{FOLDER}:1: {len(fresh)} alamat belum dicatat, misalnya /{fresh[0]}. Jalankan: make alamat [catatan]")
    steps = sum(len(sop.langkah) for sop in portal.sops.values())
    count = sum(map(len, findings.values()))
    print(
        f"Tidak ada kesalahan: {len(portal.sops)} SOP, {steps} langkah, {count} temuan; "
        f"{len(ppid.information)} informasi publik, {sum(map(len, entries.values()))} temuan; "
        f"{len(content.warta.articles)} warta; {len(content.agenda)} agenda; {len(content.layanan.services)} layanan; "
        f"{len(content.statistics.indicators)} indikator."
    )
    return 0


REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "github": workflow_commands,
    "gitlab": code_quality,
}
"""Forms of the report that machines read."""


def _report(form: str, error: ContentError) -> None:
    """Print the mistakes; GitHub shows a summary of its own, too, where it says into which file."""
    if form not in REPORTS:
        print(error)
        print(f"\n{len(error.problems)} kesalahan.", file=sys.stderr)
        return
    print(REPORTS[form](error.problems))
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and place:
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(summary(error.problems))


def record_addresses(root: Path, today: date) -> int:
    """Add every promised address of today's site to the lists; gives 1 where one of theirs is lost."""
    try:
        content = load_content(root)
        site = Site(content, today)
        site.check()
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan. Tidak ada yang dicatat; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    fresh = site.addressing().unrecorded
    records = {address: record.sejak for address, record in content.addressing.records.items()}
    write_lists(root / FOLDER, {**records, **dict.fromkeys(fresh, today)})
    print(f"{len(fresh)} alamat baru dicatat; semuanya {len(records) + len(fresh)}.")
    return 0


def check_links(root: Path, timeout: float, pause: float) -> int:
    """Ask the servers whether the addresses still open, and keep their answers."""
    from macros.ppid.linkcheck import Checker, addresses, run

    try:
        content = load_content(root)
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan. Tautan tidak diperiksa; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    urls = addresses(content.ppid.information.values(), content.portal.agencies.values())
    return run(urls, root / "ppid_data/tautan.yml", Checker(build_day(None), timeout, pause))


def _print_findings(berkas: str, findings: Iterable[Finding | InformationFinding]) -> None:
    for finding in findings:
        print(f"{berkas}: {finding.bagian}: {finding.uraian} [{finding.rule.kode}: {finding.rule.dasar}]")


def write_schemas(root: Path) -> int:
    """Write the JSON Schemas that give editors completion."""
    from macros.schema import write_editor_schemas

    if not (root / "sop_data/register").is_dir():
        print(f"Tidak ada folder sop_data/register di {root}.", file=sys.stderr)
        return 2
    written = write_editor_schemas(root)
    print("\n".join(f"ditulis: {name}" for name in written) or "Semua skema sudah mutakhir.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
