"""The command line: `python -m macros tajuk`, `... verifikasi`, `... tandatangani`, `... jaga`."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.fetching import ascii_address
from macros.loading import load_yaml
from macros.models.settings import Settings
from macros.problems import ContentError, quoted
from macros.settings import FILE as SETTINGS
from macros.trust.manifest import FILE, SIGNATURE, ManifestError, read_manifest
from macros.trust.policy import features_of
from macros.trust.servers import NGINX, nginx_maps
from macros.trust.signing import SigningError, sign, signer
from macros.trust.staged import GitError, problems
from macros.trust.verifying import Difference, Tell, Web, compare_folder
from macros.trust.words import Words, load_words
from macros.validation import validate

MANIFEST = Path("site") / FILE
"""Where the build leaves it."""

PATIENCE = 2.0
"""Seconds that a comparison may take before it says how far it is."""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add this part's commands; each sets `jalankan`, which takes the options and gives the exit code."""
    headers = commands.add_parser(
        "tajuk",
        help="menulis tajuk keamanan untuk nginx",
        description=f"Menulis {NGINX} dari macros/trust/policy.py. Jalankan setelah kebijakannya, atau komentar di "
        "portal.yml, berubah.",
    )
    headers.set_defaults(jalankan=write_headers)
    signing = commands.add_parser(
        "tandatangani",
        help="menandatangani manifest situs dengan kunci SSH",
        description=f"Menulis {SIGNATURE} di samping manifest dengan ssh-keygen.",
    )
    signing.add_argument("kunci", type=Path, metavar="KUNCI", help="kunci SSH, misalnya ~/.ssh/id_ed25519")
    signing.set_defaults(jalankan=sign_manifest)
    guarding = commands.add_parser(
        "jaga",
        help="memeriksa yang akan disimpan dengan Git: rahasia, NIK dan NIP",
        description="Memeriksa baris yang ditambahkan dengan git add, sebelum git commit. make kait menjalankannya "
        "dengan sendirinya. Keluar dengan kode 0 bila bersih, 1 bila ada yang tidak boleh disimpan.",
    )
    guarding.set_defaults(jalankan=guard)
    checking = commands.add_parser(
        "verifikasi",
        help="membandingkan situs yang tayang dengan hasil bangunan",
        description="Membandingkan setiap berkas situs, di folder atau di alamat http(s), dengan manifest hasil "
        "bangunan sendiri. Keluar dengan kode 0 bila sama, 1 bila berbeda, 2 bila salah pakai atau tidak terjawab.",
    )
    checking.add_argument("sasaran", metavar="SASARAN", help="folder situs, atau alamatnya")
    checking.add_argument(
        "--penanda",
        type=Path,
        metavar="BERKAS",
        help="berkas allowed_signers: periksa juga tanda tangan manifest (manifest.sha256.sig di sampingnya)",
    )
    checking.add_argument("--batas", type=float, default=15, metavar="DETIK", help="batas tunggu jawaban (bawaan: 15)")
    checking.set_defaults(jalankan=verify)
    for parser in (signing, checking):
        parser.add_argument(
            "--manifest",
            type=Path,
            metavar="BERKAS",
            help=f"bawaan: {MANIFEST} hasil bangunan di proyek ini; manifest yang diunduh dari situs yang diperiksa "
            "dapat ikut diganti penyusup, kecuali tanda tangannya diperiksa",
        )


def write_headers(options: Namespace) -> int:
    """Write the maps for nginx, as the office's settings need them."""
    loaded = load_yaml(options.akar / SETTINGS, SETTINGS)
    settings = validate(Settings, loaded)
    if settings is None or loaded.problems:
        return _wrong(str(ContentError(loaded.problems)), 1)
    file = options.akar / NGINX
    file.parent.mkdir(parents=True, exist_ok=True)
    comments = settings.komentar
    file.write_text(nginx_maps(features_of(comments.server if comments else None)), encoding="utf-8")
    print(f"ditulis: {NGINX}")
    return 0


def guard(options: Namespace) -> int:
    """Print everything that is about to be committed and must not be."""
    try:
        found = sorted(set(problems(options.akar)))
    except GitError as error:
        return _wrong(f"Git tidak menjawab: {error}")
    for problem in found:
        print(_visible(str(problem)), file=sys.stderr)
    if found:
        return _wrong(f"\n{len(found)} hal tidak boleh disimpan. Perbaiki, git add, lalu ulangi.", 1)
    return 0


def sign_manifest(options: Namespace) -> int:
    """Sign the manifest of the site that was built."""
    manifest = options.manifest or options.akar / MANIFEST
    try:
        if not manifest.is_file():
            return _wrong(f"Tidak ada {manifest}. Jalankan dahulu: make build")
        print(f"ditulis: {sign(manifest, options.kunci.expanduser())}")
    except SigningError as error:
        return _wrong(f"{error} Tidak ditandatangani.")
    return 0


def verify(options: Namespace) -> int:
    """Compare a site with a manifest and name every file that differs."""
    file = options.manifest or options.akar / MANIFEST
    try:
        content = file.read_bytes()
        manifest = read_manifest(content.decode())
        signed_by = signer(content, file.with_name(f"{file.name}.sig"), options.penanda) if options.penanda else None
        words = load_words(options.akar)
    except OSError:
        return _wrong(
            f"Manifest {file} tidak dapat dibaca. Bangun situsnya dahulu (make build), atau tulis --manifest."
        )
    except (ManifestError, UnicodeDecodeError) as error:
        return _wrong(f"{file}: {error}")
    except SigningError as error:
        return _wrong(f"Tanda tangan {file} tidak sah: {error}", 1)
    except ContentError as error:
        return _wrong(str(error))
    progress = Progress(len(manifest))
    if options.sasaran.startswith(("http://", "https://")):
        found = _served(options.sasaran, manifest, options.batas, progress)
    elif Path(options.sasaran).is_dir():
        found = list(compare_folder(manifest, Path(options.sasaran), progress))
    else:
        found = f"{options.sasaran} bukan folder dan bukan alamat http(s)."
    progress.end()
    if isinstance(found, str):
        return _wrong(found)
    if not Path(options.sasaran).is_dir():
        print("Lewat alamat, berkas tambahan hanya terlihat bila disebut di peta situs. Periksa juga folder di server.")
    by = f", ditandatangani {signed_by}" if signed_by else ""
    return _report(found, len(manifest), f"{file}{by}", words)


def _served(address: str, manifest: Mapping[str, str], timeout: float, tell: Tell) -> list[Difference] | str:
    """The differences of a served site, or why there is no answer."""
    try:
        base = ascii_address(address)
    except ValueError:
        return f"{quoted(address)} bukan alamat. Contoh: https://portal.contoh.go.id/"
    web = Web(base if base.endswith("/") else f"{base}/", timeout)
    first = web.ask("index.html")
    if first.kode is None:
        return f"{address} tidak menjawab: {first.alasan}."
    return list(web.compare(manifest, tell))


def _report(found: Iterable[Difference], count: int, against: str, words: Words) -> int:
    """Print what was found; gives the exit code."""
    counts: dict[str, int] = {}
    for one in sorted(found):
        counts[one.jenis] = counts.get(one.jenis, 0) + 1
        promoted = sorted({word.lower() for _, word in words.find(one.isi.decode("utf-8", "replace"))})
        notes = [one.keterangan, f"memuat kata judi: {', '.join(promoted)}" if promoted else ""]
        told = "; ".join(filter(None, notes))
        print(_visible(f"{one.jenis}: {one.nama}{f' ({told})' if told else ''}"))
    differing = sum(number for kind, number in counts.items() if kind != "pindah")
    total = f"{count:,}".replace(",", ".")
    if not differing:
        print(f"{total} berkas sama dengan {against}.")
        return 0
    parts = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
    print(f"Berbeda dari {against} ({total} berkas): {parts}.")
    return 2 if counts.keys() <= {"tidak terjawab", "pindah"} else 1


def _visible(text: str) -> str:
    """A text that cannot command the terminal, whatever a server named its files."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _wrong(message: str, code: int = 2) -> int:
    print(_visible(message), file=sys.stderr)
    return code


class Progress:
    """Says on the error output how far a long comparison is, on one line of a terminal."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._begun = self._told = time.monotonic()

    def __call__(self, number: int) -> None:
        """So many files were looked at."""
        now = time.monotonic()
        if now - self._begun > PATIENCE and now - self._told > 0.5:
            self._told = now
            print(f"\r{number} dari {self.count} berkas", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line, where there is one."""
        if self._told != self._begun:
            print(file=sys.stderr)
