"""Who has to approve a proposal: for each folder the role that its SOP names for the verification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.models.publishing import Kind
from macros.publishing.routes import Routes

FILE = ".github/CODEOWNERS"

UNKNOWN = "contoh-organisasi"
"""Stands for the organisation where nobody has said which it is."""

FOLDERS: Mapping[Kind, str] = {
    "artikel": "/warta_data/artikel/",
    "majalah": "/warta_data/majalah/",
    "video": "/warta_data/video/",
    "informasi publik": "/ppid_data/",
    "indikator": "/statistik_data/",
    "profil": "/statistik_data/profil.yml",
}
"""Kind -> where its files lie."""

DEVELOPERS = "pengembang"
HEAD = "kepala-dinas"
"""Who approves SOPs: it is the head of the office who signs them."""


def owners(routes: Routes, organisation: str) -> str:
    """The file CODEOWNERS; a team of the organisation has the id of a role."""
    lines = [
        '# Siapa menyetujui apa. Ditulis oleh "make templat" dari SOP; jangan diubah di sini.',
        f"# Setiap peran sebuah tim di organisasi {organisation}: anggotanya diatur di sana, bukan di berkas ini.",
        "# Berlaku bila cabang main dilindungi dan mewajibkan persetujuan pemilik kode.",
        "",
        f"*  @{organisation}/{DEVELOPERS}",
        f"/sop_data/  @{organisation}/{HEAD}",
        *_kinds(routes, organisation),
        "",
    ]
    return "\n".join(lines)


def _kinds(routes: Routes, organisation: str) -> Iterator[str]:
    for kind, folder in FOLDERS.items():
        route = routes.governed.get(kind)
        if route is None:
            continue
        steps = (required.step for required in route.required if required.mark == "verifikasi")
        roles = dict.fromkeys(actor for step in steps for actor in step.pelaksana)
        if roles:
            yield f"{folder}  {' '.join(f'@{organisation}/{role}' for role in roles)}"
