"""What stands in a proposal before anybody writes: the SOP's own steps as a list to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.models.publishing import Kind
from macros.publishing.routes import Requirement, Route, Routes

FILES: Mapping[Kind, str] = {
    "artikel": "warta_data/contoh-artikel.md",
    "majalah": "warta_data/contoh-majalah.yml",
    "video": "warta_data/contoh-video.md",
    "informasi publik": "ppid_data/contoh-informasi.yml",
    "indikator": "statistik_data/contoh-indikator.yml",
    "profil": "statistik_data/profil.yml",
}
"""Kind -> the example to copy, or the one file of it."""

FOLDERS = (".github/PULL_REQUEST_TEMPLATE", ".gitlab/merge_request_templates")
"""Where GitHub and GitLab look for forms. Forgejo takes the general one of `.github/`."""

GENERAL = ".github/pull_request_template.md"


SOP = """## SOP baru atau perubahan SOP

- [ ] Berkas disalin dari `sop_data/contoh.yml` atau mengubah SOP yang ada
- [ ] `make check` tidak menemukan kesalahan
- [ ] Teks disalin apa adanya; yang disimpulkan diberi alasan pada `disimpulkan`
- [ ] Kejanggalan dokumen dicatat pada `kejanggalan`
- [ ] Tidak ada NIP, NIK atau data pribadi lain
- [ ] Halamannya sudah dilihat dengan `make serve`

Dokumen sumber:
"""
"""The form for an SOP; no SOP governs how SOPs are written down."""


def form(route: Route) -> str:
    """The form for a proposal of one kind."""
    kind, sop = route.kind, route.sop
    lines = [
        f"## {kind.capitalize()}",
        "",
        f"Diatur SOP {sop.id}, {sop.nama} (berlaku untuk yang terbit sejak {route.since}). "
        f"Contoh untuk disalin: `{FILES[kind]}`.",
        "",
        "### Langkah yang dicatat pada `alur`",
        "",
        *(_step(route, required) for required in route.required),
        "",
        "### Sebelum diajukan",
        "",
        "- [ ] `make check` tidak menemukan kesalahan, atau pemeriksaan pada usulan ini hijau",
        "- [ ] Pratinjaunya sudah dilihat, di ponsel juga",
        "- [ ] Tidak ada NIK, NIP, nomor ponsel, atau data pribadi lain",
        "- [ ] Setiap angka dan fakta menyebut sumbernya",
        "",
        "### Yang memeriksa",
        "",
        "- [ ] Bukan yang membuat",
        "- [ ] Mencatat langkah pemeriksaannya sendiri pada `alur`, lalu menyetujui usulan ini",
        "",
    ]
    return "\n".join(lines)


def _step(route: Route, required: Requirement) -> str:
    """One step to tick off."""
    step = required.step
    who = " atau ".join(f"{route.titles[actor]} (`{actor}`)" for actor in step.pelaksana)
    when = f", {required.condition.replace('ada', 'bila ada')}" if required.condition else ""
    time = f"; mutu baku {step.waktu}" if step.waktu else ""
    return f"- [ ] Langkah {step.no}, {required.mark}{when}: {' '.join(step.kegiatan.split())}. Oleh {who}{time}"


def general(routes: Routes) -> str:
    """The form for a proposal that chose none: it names those that there are."""
    lines = [
        "<!-- Satu usulan, satu hal. Hapus bagian yang tidak terpakai. -->",
        "",
        "Jenis isi (pilih satu; langkah SOP-nya ada di `.github/PULL_REQUEST_TEMPLATE/`):",
        "",
        *(f"- [ ] {kind}, SOP {route.sop.id}" for kind, route in routes.governed.items()),
        "- [ ] SOP",
        "- [ ] lainnya",
        "",
        "- [ ] `make check` tidak menemukan kesalahan, atau pemeriksaan pada usulan ini hijau",
        "- [ ] Tidak ada NIK, NIP, nomor ponsel, atau data pribadi lain",
        "- [ ] Yang memeriksa bukan yang membuat",
        "",
    ]
    return "\n".join(lines)


def forms(routes: Routes) -> Iterator[tuple[str, str]]:
    """Name and text of every form that is made from SOPs."""
    yield GENERAL, general(routes)
    for folder in FOLDERS:
        yield f"{folder}/sop.md", SOP
    for kind, route in routes.governed.items():
        if kind in FILES:
            for folder in FOLDERS:
                yield f"{folder}/{kind.replace(' ', '-')}.md", form(route)
