"""Reads the videos: `<id>.md` with its transcript, its cover, its captions, and the video where it is our own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.loading import LoadedText, Violation, load_front_matter, read_text
from macros.problems import Problem, location, quoted, suggestion
from macros.publishing.flow import Facts, flow_violations
from macros.publishing.states import publication_violations
from macros.rules import check_private_numbers
from macros.validation import validate
from macros.warta.article import Body, PhotoFile
from macros.warta.captions import check_captions
from macros.warta.photos import Shelf, is_photo
from macros.warta.reading import SLUG, WartaReader
from macros.warta.rules import Known
from macros.warta.video_models import VideoDocument

KINDS = {".mp4": "video/mp4", ".webm": "video/webm"}
"""Ending -> media type of a video that every browser plays."""

HEADS = {".mp4": (4, b"ftyp"), ".webm": (0, b"\x1a\x45\xdf\xa3")}
"""Ending -> where and what the file itself says that it is."""

MAX_BYTES = 100_000_000
"""A repository with more is hardly fetched any more; longer videos go to a provider."""


@dataclass(frozen=True, slots=True)
class Video:
    """A video, free of mistakes."""

    id: str
    isi: VideoDocument
    transkrip: Body
    sampul: PhotoFile
    foto: Mapping[str, PhotoFile]
    """The photos in its transcript, by name."""
    berkas: Path | None
    takarir: Path | None

    @property
    def alamat(self) -> str:
        """Its page, for ever."""
        return f"warta/video/{self.id}/"


def read_videos(reader: WartaReader, folder: Path, known: Known, sops: Mapping[str, object] | None) -> Iterator[Video]:
    """Every right video in the folder; mistakes are kept by the reader. Without `sops` ids of SOPs are not checked."""
    shelf = Shelf(reader.cache)
    beside: dict[str, Path] = {}
    texts: list[Path] = []
    for file in reader.listing(folder):
        if file.name.startswith("."):
            continue
        if file.is_symlink() or not file.is_file():
            reader.problem(file, "di folder video hanya ada berkas, tanpa folder dan symlink.")
        elif file.suffix == ".md":
            texts.append(file)
        elif is_photo(file):
            shelf.files[file.name] = file
        elif file.suffix in (*KINDS, ".vtt"):
            beside[file.name] = file
        else:
            reader.problem(file, "berkas ini bukan .md, sampul, takarir (.vtt) atau video (.mp4, .webm). Pindahkan.")
    for file in texts:
        video = _read(reader, file, shelf, beside, known, sops)
        if video:
            yield video


def _read(
    reader: WartaReader,
    file: Path,
    shelf: Shelf,
    beside: Mapping[str, Path],
    known: Known,
    sops: Mapping[str, object] | None,
) -> Video | None:
    """One video; None where it has mistakes, which are kept."""
    name = reader.name(file)
    loaded = load_front_matter(file, name)
    loaded.problems += check_private_numbers(loaded.text, name)
    if not SLUG.fullmatch(file.stem):
        reader.problem(file, "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .md.")
    document = validate(VideoDocument, loaded)
    converted = reader.converter.convert(loaded.body, loaded.body_line, f"warta/video/{file.stem}/", shelf.find)
    loaded.problems += (Problem(name, line, "transkrip", message) for line, message in converted.mistakes)
    cover: PhotoFile | str = ""
    if document:
        cover = shelf.find(document.sampul.berkas)
        mistakes = [*_provider(document, beside), *_state(document, loaded), *_references(document, known, sops)]
        mistakes += flow_violations(document, "video", known.routes, Facts(photos=True))
        if isinstance(cover, str):
            mistakes.append((("sampul", "berkas"), cover))
        loaded.problems += (loaded.problem(path, message) for path, message in mistakes)
        loaded.problems += _captions(reader, document, beside)
    reader.problems += loaded.problems
    if document is None or loaded.problems or isinstance(cover, str):
        return None
    place = ("sampul", "berkas")
    reader.shown.add(cover, (name, loaded.line(place), location(place)))
    for shown, photo in converted.photos.items():
        reader.shown.add(photo, (name, converted.lines[shown], "transkrip"))
    own, captions = beside.get(document.berkas or ""), beside.get(document.takarir or "")
    return Video(file.stem, document, converted.body, cover, converted.photos, own, captions)


def _provider(item: VideoDocument, beside: Mapping[str, Path]) -> Iterator[Violation]:
    """A video of YouTube has its id and no file; our own has its file, and captions."""
    if item.penyedia == "youtube":
        if item.youtube is None:
            yield ("penyedia",), "video YouTube tanpa id. Tulis youtube: sebelas huruf sesudah watch?v= pada alamatnya."
        if item.berkas is not None:
            yield ("berkas",), "video YouTube tidak punya berkas di sini. Hapus, atau tulis penyedia: berkas."
        return
    if item.youtube is not None:
        yield ("youtube",), "video dari berkas sendiri tidak punya id YouTube. Hapus, atau tulis penyedia: youtube."
    if item.takarir is None:
        yield ("penyedia",), "video dari berkas sendiri wajib bertakarir. Tulis takarir: nama berkas .vtt."
    if item.berkas is None:
        yield ("penyedia",), "video dari berkas sendiri tanpa berkas. Tulis berkas: nama .mp4 atau .webm."
        return
    file = beside.get(item.berkas)
    if file is None or file.suffix not in KINDS:
        yield ("berkas",), f"{quoted(item.berkas)} tidak ada di folder ini, atau bukan .mp4 atau .webm."
        return
    size = file.stat().st_size
    if size > MAX_BYTES:
        yield ("berkas",), f"{size // 1_000_000} MB; batasnya {MAX_BYTES // 1_000_000} MB. Kecilkan dahulu."
    at, mark = HEADS[file.suffix]
    with file.open("rb") as opened:
        if opened.read(at + len(mark))[at:] != mark:
            yield ("berkas",), f"{quoted(item.berkas)} sebenarnya bukan {file.suffix}. Simpan ulang."


def _state(item: VideoDocument, loaded: LoadedText) -> Iterator[Violation]:
    """It keeps the rules of all that is published, and has its transcript."""
    yield from publication_violations(item)
    if item.terbit and item.terbit < item.tanggal:
        yield ("terbit",), "mendahului tanggal videonya. Periksa keduanya."
    if not loaded.body.strip():
        yield (), 'video tanpa transkrip. Tulis apa yang diucapkan dan terlihat di bawah "---" kedua.'


def _references(item: VideoDocument, known: Known, sops: Mapping[str, object] | None) -> Iterator[Violation]:
    """Agencies and the SOP are in their registers."""
    for index, agency in enumerate(item.perangkat_daerah):
        if known.agencies is not None and agency not in known.agencies:
            hint = suggestion(agency, known.agencies)
            yield ("perangkat_daerah", index), f"{quoted(agency)} tidak ada di register perangkat daerah.{hint}"
    if item.sop is not None and sops is not None and item.sop not in sops:
        yield ("sop",), f"{quoted(item.sop)} bukan SOP yang ada.{suggestion(item.sop, sops)}"


def _captions(reader: WartaReader, item: VideoDocument, beside: Mapping[str, Path]) -> Iterator[Problem]:
    """The caption file is there and right."""
    if item.takarir is None:
        return
    file = beside.get(item.takarir)
    if file is None or file.suffix != ".vtt":
        yield Problem(
            f"warta_data/video/{item.takarir}", 1, "", "takarir ini tidak ada di folder video, atau bukan .vtt."
        )
        return
    name = reader.name(file)
    text = read_text(file, name)
    if isinstance(text, Problem):
        yield text
        return
    yield from check_private_numbers(text, name)
    yield from (Problem(name, line, "", message) for line, message in check_captions(text, item.detik))
