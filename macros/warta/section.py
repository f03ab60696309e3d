"""The news' part of the site: its pages, its feeds, its photos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from macros.dates import MONTHS, long_date
from macros.pages import Asset, FileAsset, Page, Printable
from macros.portal import Portal
from macros.publishing.trail import trail
from macros.rendering import render
from macros.search import Record
from macros.sitemap import Headline
from macros.warta.article import Article
from macros.warta.cards import SocialCard, draw_all
from macros.warta.content import Warta
from macros.warta.feeds import feeds
from macros.warta.lists import ROOT, Choice, Group, NewsList, Sheet, sheets
from macros.warta.magazine_pages import FOLDER as MAGAZINES
from macros.warta.magazine_pages import MagazinePages
from macros.warta.magazine_paper import printables
from macros.warta.magazines import Magazine
from macros.warta.metadata import news_article
from macros.warta.pictures import CARD, Shared, photo_files, social_cards
from macros.warta.records import news_records
from macros.warta.sharing import share_links
from macros.warta.shelves import Shelves
from macros.warta.video_pages import FOLDER as VIDEOS
from macros.warta.video_pages import VideoPages
from macros.warta.videos import Video
from macros.warta.views import Card, article_view, card

ARCHIVE = f"{ROOT}arsip/"
CATEGORIES = f"{ROOT}kategori/"
TAGS = f"{ROOT}tag/"
AGENCIES = f"{ROOT}perangkat-daerah/"
NEWS = (ROOT, "Warta")
WAYS = ((ARCHIVE, "Arsip"), (CATEGORIES, "Kategori"), (MAGAZINES, "Majalah"), (VIDEOS, "Video"))
"""What the news' first page leads to."""


@dataclass(frozen=True)
class WartaSection:
    """The pages and files made from news on one day; a page's HTML is made when it is written."""

    warta: Warta
    portal: Portal
    today: date
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""

    @cached_property
    def shelves(self) -> Shelves:
        """The public articles in order."""
        return Shelves.of(self.warta.articles, self.today)

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Address of an article -> how it stands in lists."""
        return {item.alamat: card(item, self.warta.categories, self.today) for item in self.shelves.articles}

    @cached_property
    def publisher(self) -> str:
        """Who publishes the news."""
        settings = self.portal.settings
        return self.portal.agencies[settings.penerbit].nama if settings.penerbit else settings.warta

    @property
    def title(self) -> str:
        """What the news and the magazine are called."""
        return self.portal.settings.warta

    @cached_property
    def social(self) -> Mapping[str, SocialCard]:
        """Folder -> the card that others show of the page; none where nobody knows the site's address to find it."""
        if not self.address:
            return {}
        return social_cards(self.shelves, self.warta.categories, self.portal.settings, self.warta.root)

    @cached_property
    def magazines(self) -> MagazinePages:
        """The editions of the magazine."""
        return MagazinePages(
            self.warta.magazines,
            self.portal.settings,
            self.today,
            self.cards,
            self.printed,
            self.publisher,
            self.address,
            self.portal.routes.governed.get("majalah"),
        )

    @cached_property
    def videos(self) -> VideoPages:
        """The videos."""
        agencies, sops = self.portal.agencies, self.portal.sops
        route = self.portal.routes.governed.get("video")
        return VideoPages(self.warta.videos, self.today, agencies, sops, self.publisher, self.address, route)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        for news in self._lists():
            for sheet in sheets(news):
                yield self._sheet(sheet)
        yield from self._overviews()
        for place in range(len(self.shelves.articles)):
            yield self._article(place)
        yield from self._magazines()
        yield from self._videos()

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part; no photo of a draft or of what was withdrawn."""
        for feed in feeds(self.title, self.shelves, self.warta.categories, self.publisher, self.address):
            yield from feed.files()
        for article in self.shelves.articles:
            if not article.isi.ditarik(self.today):
                for photo in article.photos.values():
                    yield from photo_files(article.alamat, photo)
        yield from self.magazines.assets()
        yield from self.videos.assets()
        draw_all(self.social.values())
        for folder, drawn in self.social.items():
            yield FileAsset(f"{folder}{CARD}", drawn.berkas)

    @property
    def headlines(self) -> list[Headline]:
        """The portal's own articles, for the news sitemap: a brief is somebody else's news."""
        return [
            Headline(item.alamat, item.judul, item.isi.terbit)
            for item in self.shelves.articles
            if item.artikel and item.isi.terbit and not item.isi.ditarik(self.today)
        ]

    def printables(self) -> Iterator[Printable]:
        """Every public edition of the magazine, to be printed from its articles."""
        return printables(self.magazines.public, self.title, self.today)

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        return news_records(self.shelves, self.warta.categories, self.portal.agencies)

    def _lists(self) -> Iterator[NewsList]:
        """Every list that is cut into pages."""
        shelves = self.shelves
        brief = "satu fakta dalam satu kalimat dengan tautan ke sumbernya"
        intro = f"Berita tulisan {self.portal.settings.sebutan}, dan kilas: {brief}."
        yield NewsList(ROOT, "Warta", intro, range(len(shelves.articles)), umpan=ROOT)
        for category in self.warta.categories.values():
            folder = f"{CATEGORIES}{category.id}/"
            intro = f"Warta dalam kategori {category.nama}."
            places = shelves.by_category.get(category.id, ())
            yield NewsList(folder, f"Warta: {category.nama}", intro, places, (NEWS, (CATEGORIES, "Kategori")), folder)
        for (year, month), places in shelves.by_month.items():
            name = f"{MONTHS[month - 1]} {year}"
            above = (NEWS, (ARCHIVE, "Arsip"))
            yield NewsList(f"{ARCHIVE}{year}/{month:02}/", f"Warta {name}", f"Warta bertanggal {name}.", places, above)
        for id_, places in sorted(shelves.by_agency.items()):
            name = self.portal.agencies[id_].nama
            intro = f"Warta yang menyebut {name}."
            yield NewsList(f"{AGENCIES}{id_}/", f"Warta: {name}", intro, places, (NEWS,))
        for tag, places in sorted(shelves.by_tag.items()):
            above = (NEWS, (TAGS, "Tag"))
            yield NewsList(f"{TAGS}{tag}/", f"Warta: tag {tag}", f"Warta dengan tag {tag}.", places, above)

    def _sheet(self, sheet: Sheet) -> Page:
        """One page of a list."""

        def html() -> str:
            cards = [self.cards[item.alamat] for item in self.shelves.pick(sheet.places)]
            categories = [(f"{CATEGORIES}{item.id}/", item.nama) for item in self.warta.categories.values()]
            context = {"lembar": sheet, "kartu": cards, "jelajah": WAYS, "kategori": categories}
            return render("warta/daftar.html", sheet.alamat, **context)

        summary = f"{sheet.daftar.pengantar} Halaman {sheet.nomor} dari {sheet.jumlah}."
        shared = self._shared(sheet.judul, summary)
        return Page(
            sheet.alamat, sheet.judul, summary, html, self._head(sheet.alamat, sheet.daftar.umpan or ROOT, shared)
        )

    def _overviews(self) -> Iterator[Page]:
        """The pages that lead to lists: months, categories, tags."""
        shelves = self.shelves
        years: dict[int, list[Choice]] = {}
        for (year, month), places in shelves.by_month.items():
            choice = Choice(f"{ARCHIVE}{year}/{month:02}/", MONTHS[month - 1], len(places))
            years.setdefault(year, []).append(choice)
        groups = [Group(str(year), choices) for year, choices in years.items()]
        yield self._overview(ARCHIVE, "Arsip warta", "Warta menurut tahun dan bulan.", groups)
        choices = [
            Choice(f"{CATEGORIES}{item.id}/", item.nama, len(shelves.by_category.get(item.id, ())))
            for item in self.warta.categories.values()
        ]
        yield self._overview(CATEGORIES, "Kategori warta", "Warta menurut kategori.", [Group("", choices)])
        choices = [Choice(f"{TAGS}{tag}/", tag, len(places)) for tag, places in sorted(shelves.by_tag.items())]
        yield self._overview(TAGS, "Tag warta", "Warta menurut tag.", [Group("", choices)])

    def _overview(self, address: str, title: str, summary: str, groups: Sequence[Group]) -> Page:
        """One page that leads to lists."""
        html = render("warta/ikhtisar.html", address, judul=title, pengantar=summary, kelompok=groups)
        return Page(address, title, summary, html, self._head(address, ROOT, self._shared(title, summary)))

    def _magazines(self) -> Iterator[Page]:
        """The pages of the magazine."""
        title = f"Majalah {self.title}"
        summary = f"Edisi majalah {self.title}."
        head = self._head(MAGAZINES, ROOT, self._shared(title, summary))
        yield Page(MAGAZINES, title, summary, self.magazines.list_html, head)
        for view in self.magazines.views:
            summary = f"{title}, {view.isi.edisi}: {view.isi.judul}."
            head = self._head(view.url, ROOT, self._shared(view.isi.judul, summary))
            html = partial(self.magazines.html, view)
            yield Page(view.url, view.isi.judul, summary, html, head, view.isi.diubah(self.today))
        yield from self._gone(self.magazines.gone, (MAGAZINES, "Majalah"))

    def _gone(self, items: Iterable[Magazine | Video], above: tuple[str, str]) -> Iterator[Page]:
        """The pages of what was withdrawn: since when, and why; its address answers for ever."""
        for item in items:
            summary = f"Ditarik dari portal: {item.isi.judul}"
            html = render("warta/ditarik.html", item.alamat, isi=item.isi, induk=above)
            head = self._head(item.alamat, ROOT, None)
            yield Page(item.alamat, item.isi.judul, summary, html, head, item.isi.diubah(self.today))

    def _videos(self) -> Iterator[Page]:
        """The pages of videos."""
        summary = "Video kegiatan pemerintah daerah, dengan transkrip."
        head = self._head(VIDEOS, ROOT, self._shared("Video", summary))
        yield Page(VIDEOS, "Video", summary, self.videos.list_html, head)
        for view in self.videos.views:
            head = self._head(view.url, ROOT, self._shared(view.isi.judul, view.isi.ringkasan), ("putar.js",))
            html = partial(self.videos.html, view)
            yield Page(view.url, view.isi.judul, view.isi.ringkasan, html, head, view.isi.diubah(self.today))
        yield from self._gone(self.videos.gone, (VIDEOS, "Video"))

    def _article(self, place: int) -> Page:
        """The page of the article at `place`."""
        article = self.shelves.articles[place]
        category = self.warta.categories[article.isi.kategori]
        gone = article.isi.ditarik(self.today)
        comments = self.portal.settings.komentar
        if gone:
            summary = f"Warta ini ditarik: {article.judul}"
        elif article.artikel:
            summary = article.artikel.ringkasan
        else:
            summary = f"Kilas {long_date(article.isi.tanggal)}: {article.judul}"

        def html() -> str:
            metadata = news_article(article, category, self.publisher, self.address, self.today)
            links = share_links(article.judul, f"{self.address}{article.alamat}") if self.address else ()
            steps = trail(article.isi, self.portal.routes.governed.get(article.isi.jenis))
            view = article_view(self.shelves, place, self.cards, self.portal.agencies, metadata, links, steps)
            return render("warta/artikel.html", article.alamat, warta=view, komentar=comments)

        shared = None if gone else self._shared(article.judul, summary, article)
        head = self._head(
            article.alamat,
            f"{CATEGORIES}{category.id}/",
            shared,
            () if gone else ("salin.js", "komentar.js") if comments else ("salin.js",),
        )
        return Page(article.alamat, article.judul, summary, html, head, article.isi.diperbarui(self.today))

    def privacy_of_comments(self, address: str) -> str:
        """What the privacy page at an address says of comments; nothing where there are none."""
        return render("warta/komentar-privasi.html", address, komentar=self.portal.settings.komentar)

    def _shared(self, title: str, summary: str, article: Article | None = None) -> Shared:
        """What others show of a page when it is shared."""
        own = article is not None and article.alamat in self.social
        folder = article.alamat if article and own else ROOT
        alt = f"Judul warta: {title}" if own else self.title
        published = article.isi.terbit.isoformat() if article and article.isi.terbit else None
        return Shared("article" if article else "website", title, summary, f"{folder}{CARD}", alt, published)

    def _head(self, address: str, feed: str, shared: Shared | None, scripts: tuple[str, ...] = ()) -> str:
        """What a page adds to the document's head: style, feeds, and what others show of it when it is shared."""
        context = {"umpan": feed, "bagikan": shared, "alamat": address, "situs": self.address, "skrip": scripts}
        context["nama_situs"] = self.portal.settings.nama
        return render("warta/kepala.html", address, **context)
