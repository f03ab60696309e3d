"""Everything that is measured, in one go: `python -m bench [PART ...]`, or `make bench`.

Prints the figures of each part and, last, every promise beside what was measured; as one JSON document with
`--format json`. What is going on is told on stderr. A promise that is not kept is no error: the exit code is another
than 0 only where something could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from bench import alur, floors, lighthouse, ppid, pratinjau, site, warta
from bench.floors import Floor
from bench.measuring import load, say


@dataclass(frozen=True)
class Part:
    """One of the measurements."""

    tentang: str
    run: Callable[[argparse.Namespace], Any]
    as_text: Callable[[Any], str]
    floors: Callable[[Any], Iterable[Floor]]


PARTS: Mapping[str, Part] = {
    "situs": Part("situs seperti adanya", lambda _: site.run(), site.as_text, site.floors),
    "alur": Part("kerapian bagan alur uji", lambda _: alur.measured(), alur.as_text, alur.floors),
    "halaman": Part(
        "Lighthouse untuk setiap jenis halaman", lambda _: lighthouse.run(), lighthouse.as_text, lighthouse.floors
    ),
    "ppid": Part("10.000 informasi publik", lambda chosen: ppid.run(chosen.butir), ppid.as_text, ppid.floors),
    "pratinjau": Part("dari menyimpan sampai melihat", lambda _: pratinjau.run(), pratinjau.as_text, pratinjau.floors),
    "warta": Part(
        "1.000, 3.000 dan 10.000 artikel",
        lambda chosen: warta.run(chosen.artikel, chosen.polos_sampai),
        warta.as_text,
        warta.floors,
    ),
}
"""Name -> measurement, in the order in which they run."""


@dataclass(frozen=True)
class Report:
    """What one part found."""

    bagian: str
    beban: tuple[float, float]
    """The load of the machine before and after, our own included."""
    hasil: Any


def run(names: Sequence[str], chosen: argparse.Namespace) -> list[Report]:
    """Measure some parts, one after the other."""
    reports = []
    for name in names:
        say(f"== {name}: {PARTS[name].tentang}")
        before = load()
        found = PARTS[name].run(chosen)
        reports.append(Report(name, (before, load()), found))
    return reports


def promises(reports: Iterable[Report]) -> list[Floor]:
    """Every promise of the parts that were measured."""
    return [floor for report in reports for floor in PARTS[report.bagian].floors(report.hasil)]


def as_json(reports: Sequence[Report]) -> str:
    """Everything, for machines."""
    document = {
        "mesin": {"inti": os.cpu_count(), "sistem": platform.platform(), "python": platform.python_version()},
        "bagian": {report.bagian: {"beban": report.beban, "hasil": report.hasil} for report in reports},
        "batas": floors.as_data(promises(reports)),
    }
    return json.dumps(document, indent=2, ensure_ascii=False, default=_plain)


def _plain(value: object) -> dict[str, Any]:
    assert is_dataclass(value)
    assert not isinstance(value, type)
    return asdict(value)


def as_text(reports: Sequence[Report]) -> str:
    """Everything, for a reader."""
    parts = [
        f"== {PARTS[report.bagian].tentang} (beban mesin {report.beban[0]} sebelum, {report.beban[1]} sesudah; "
        f"{os.cpu_count()} inti)\n{PARTS[report.bagian].as_text(report.hasil)}"
        for report in reports
    ]
    return "\n\n".join((*parts, f"== batas\n{floors.as_text(promises(reports))}"))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = ", ".join(PARTS)
    parser.add_argument("bagian", nargs="*", metavar="BAGIAN", help=f"yang diukur (bawaan: semuanya): {parts}")
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    parser.add_argument("--butir", type=int, default=ppid.ENTRIES, help="banyaknya informasi publik")
    parser.add_argument("--artikel", type=int, nargs="+", default=warta.SIZES, help="banyaknya artikel")
    parser.add_argument(
        "--polos-sampai",
        type=int,
        default=warta.STOCK_UP_TO,
        metavar="N",
        help="bandingkan dengan plugin blog sampai sekian artikel (bawaan: 3000; 0: tidak dibandingkan)",
    )
    chosen = parser.parse_args()
    unknown = [name for name in chosen.bagian if name not in PARTS]
    if unknown:
        parser.error(f"tidak ada bagian {', '.join(unknown)}; pilihannya: {parts}")
    reports = run(chosen.bagian or list(PARTS), chosen)
    print(as_json(reports) if chosen.format == "json" else as_text(reports))


if __name__ == "__main__":
    main()
