"""The pages of videos: all of them, and each with its player, its captions and its transcript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from macros.models.registers import Agency
from macros.models.sop import Sop
from macros.pages import FileAsset
from macros.publishing.routes import Route
from macros.publishing.trail import Trail, trail
from macros.rendering import render
from macros.warta.lists import ROOT
from macros.warta.metadata import Metadata, video_object
from macros.warta.pictures import photo_files
from macros.warta.video_models import VideoDocument
from macros.warta.videos import KINDS, Video
from macros.warta.views import Day, PhotoView

FOLDER = f"{ROOT}video/"


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video on a page."""

    url: str
    isi: VideoDocument
    tanggal: Day
    sampul: PhotoView
    transkrip: Markup
    berkas: tuple[str, str] | None
    """Address and media type of our own file."""
    takarir: str | None
    """Address of the captions."""
    perangkat_daerah: tuple[Agency, ...]
    sop: Sop | None
    metadata: Metadata
    """Facts for search engines."""
    alur: Trail | None
    """The steps that it took; None where none are recorded."""


@dataclass(frozen=True)
class VideoPages:
    """The videos that are public on a day, the newest first."""

    videos: tuple[Video, ...]
    today: date
    agencies: Mapping[str, Agency]
    sops: Mapping[str, Sop]
    publisher: str
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""
    route: Route | None = None
    """The steps that a video goes through."""

    @cached_property
    def public(self) -> tuple[Video, ...]:
        """The public videos, the newest first."""
        shown = (video for video in self.videos if video.isi.terlihat(self.today))
        return tuple(sorted(shown, key=lambda video: (video.isi.tanggal, video.id), reverse=True))

    @cached_property
    def gone(self) -> tuple[Video, ...]:
        """The videos that were public and are withdrawn."""
        return tuple(v for v in self.videos if v.isi.tampil(self.today) and v.isi.ditarik(self.today))

    @cached_property
    def views(self) -> tuple[VideoView, ...]:
        """The public videos as templates see them."""
        return tuple(self._view(video) for video in self.public)

    def list_html(self) -> str:
        """The page of all videos."""
        return render("warta/video-daftar.html", FOLDER, video=self.views)

    def html(self, view: VideoView) -> str:
        """The page of one video."""
        return render("warta/video.html", view.url, video=view)

    def assets(self) -> Iterator[FileAsset]:
        """Covers, photos in transcripts, captions, and the videos that are our own."""
        for video in self.public:
            for photo in dict.fromkeys((video.sampul, *video.foto.values())):
                yield from photo_files(video.alamat, photo)
            for file in (video.berkas, video.takarir):
                if file:
                    yield FileAsset(f"{video.alamat}{file.name}", file)

    def _view(self, video: Video) -> VideoView:
        own = video.berkas
        return VideoView(
            url=video.alamat,
            isi=video.isi,
            tanggal=Day.of(video.isi.tanggal),
            sampul=PhotoView(video.alamat, video.sampul, video.isi.sampul),
            transkrip=Markup(video.transkrip.html),  # noqa: S704 - cleaned by an allow list when it was made
            berkas=(f"{video.alamat}{quote(own.name)}", KINDS[own.suffix]) if own else None,
            takarir=f"{video.alamat}{quote(video.takarir.name)}" if video.takarir else None,
            perangkat_daerah=tuple(self.agencies[agency] for agency in video.isi.perangkat_daerah),
            sop=self.sops[video.isi.sop] if video.isi.sop else None,
            metadata=video_object(video, self.publisher, self.address),
            alur=trail(video.isi, self.route),
        )
