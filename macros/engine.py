"""The bridge to MkDocs (and to ProperDocs, which speaks the same language).

This is the only file that knows the site engine. mkdocs.yml names it twice: as a
hook it adds the generated pages and files, as the module of mkdocs-macros it
offers the page parts that prose pages may call.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import TableOfContents

# A build makes many small objects that live to its end: looking for garbage ten times less often saves a tenth of it.
gc.set_threshold(100_000, 50, 50)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the engine loads this file by its path, not from the package

from macros import shells  # noqa: E402 - needs the line above
from macros.cms.config import Backend, local_backend  # noqa: E402
from macros.content import Content, load_content  # noqa: E402
from macros.dates import build_moment  # noqa: E402
from macros.pages import FileAsset  # noqa: E402
from macros.ppid.section import PpidSection  # noqa: E402
from macros.preview import Preview  # noqa: E402
from macros.problems import ContentError  # noqa: E402
from macros.rendering import prose_page, template_cache  # noqa: E402
from macros.satu_data.section import SatuDataSection  # noqa: E402
from macros.search import SearchError, start_index  # noqa: E402
from macros.sections.procedures import Procedures  # noqa: E402
from macros.settings import COLOURS  # noqa: E402
from macros.settings import FILE as SETTINGS  # noqa: E402
from macros.site import Site  # noqa: E402
from macros.statistik.section import StatisticsSection  # noqa: E402
from macros.switching import Switch  # noqa: E402
from macros.trust.manifest import write_manifest  # noqa: E402
from macros.trust.policy import at, page_policy  # noqa: E402
from macros.warta.markdown import Memory  # noqa: E402

STYLE = "aset/gaya.css"
"""Every style sheet that all pages use, made one by the build."""

BUILT: list[MkDocsConfig] = []
"""The config of the build that ended last: while serving, each has its own."""

SWITCH = Switch()
"""Puts the site of this process into its place."""

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.")
"""What the theme brings and no page loads: the portal has scripts and colours of its own."""


def site_of(config: MkDocsConfig) -> Site:
    """The site of the build under way; kept in the engine's config, which both roles of this file reach."""
    site = config.extra["portal"]
    assert isinstance(site, Site)
    return site


def moment() -> datetime:
    """The moment the site is built for; TANGGAL=2026-11-21 sets its day, for builds that must repeat."""
    try:
        made = build_moment(os.environ.get("TANGGAL"))
    except ValueError as error:
        raise PluginError(str(error)) from None
    # the engine dates what it writes by this
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(made.year, made.month, made.day, tzinfo=UTC).timestamp()))
    return made


def papers() -> Path | None:
    """The folder of printed documents that PDF names, as `make pdf` does; without it the site links no PDF."""
    if not os.environ.get("PDF"):
        return None
    folder = ROOT / os.environ["PDF"]
    if not folder.is_dir():
        raise PluginError(f"Folder PDF {folder} tidak ada. Jalankan: make pdf")
    return folder


def office() -> Path:
    """The folder of the office whose portal is built: PORTAL=kantor/mamuju names it, else it is this project's own."""
    folder = ROOT / os.environ.get("PORTAL", "")
    if not (folder / SETTINGS).is_file():
        raise PluginError(f"PORTAL: tidak ada {SETTINGS} di folder {folder}. Contoh yang benar: PORTAL=kantor/mamuju")
    return folder


def samples() -> bool:
    """Whether made-up figures are shown in place of the real ones: only with CONTOH=1, never in a public build."""
    return os.environ.get("CONTOH") == "1"


def shown(content: Content, made: datetime) -> Content:
    """What the site of a moment is made from; with DRAF=1 also what is not public yet, while serving only."""
    content = content.as_of(made)
    return content.with_drafts(made.date()) if os.environ.get("DRAF") == "1" else content


def editor() -> Backend | None:
    """Where `make penyunting` keeps what is edited: PENYUNTING is its server's port, PENYUNTING_CABANG the branch."""
    port = os.environ.get("PENYUNTING")
    return local_backend(int(port), os.environ.get("PENYUNTING_CABANG", "main")) if port else None


def address(config: MkDocsConfig) -> str:
    """The site's own address with a slash at its end; empty where SITE_URL names none."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def on_startup(command: str, dirty: bool) -> None:
    """A site that stays is built beside the one that is there; one that is only looked at has a folder of its own."""
    if command != "serve" and os.environ.get("DRAF") == "1":
        raise PluginError("DRAF=1 memperlihatkan yang belum terbit, jadi hanya untuk make serve. Hapus DRAF=1.")
    SWITCH.wanted = command == "build" and not dirty  # a dirty build adds to what is there


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check all content, and make all pages and files, before the old site is touched."""
    try:
        made = moment()
        content = shown(load_content(office(), samples()), made)
        site = Site(content, made.date(), papers(), address(config), editor())
        config.extra["portal"] = site
        config.extra["kebijakan"] = page_policy()
        settings = site.settings
        config.site_name, config.site_description = settings.nama, settings.keterangan
        if settings.warna:
            config.extra_css.append(COLOURS)
        site.check()
        _ = site.assets
        config.extra["pencarian"] = start_index(site.records)
        if site.banner("."):  # a site with nothing to announce loads nothing for it
            config.extra_css.append("aset/ppid/pengumuman.css")
            config.extra_javascript.append("aset/ppid/pengumuman.js")
    except ContentError as error:
        count = len(error.problems)
        raise PluginError(f"{error}\n\n{count} kesalahan. Situs tidak dibangun; perbaiki lalu ulangi.") from None
    except SearchError as error:
        raise PluginError(str(error)) from None
    if SWITCH.wanted:
        config.site_dir = str(SWITCH.begin(Path(config.site_dir)))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated files, and of the generated pages one of each kind: the others are filled into its shell.

    What only the theme would need is left out.
    """
    site = site_of(config)
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for name in site.shells.models:
        files.append(File.generated(config, name, content=""))
    for asset in site.assets:
        # the engine would leave out what begins with a dot, such as .well-known/
        source = {"abs_src_path": str(asset.letak)} if isinstance(asset, FileAsset) else {"content": asset.isi}
        files.append(File.generated(config, asset.alamat, inclusion=InclusionLevel.INCLUDED, **source))
    files.append(File.generated(config, STYLE, content=joined(files, config.extra_css)))
    config.extra_css[:] = [STYLE]
    return files


def joined(files: Files, names: Iterable[str]) -> str:
    """These style sheets as one, in their order: a browser asks once and paints earlier."""
    texts = []
    for name in names:
        sheet = files.get_file_from_path(name)
        if sheet is None:
            raise PluginError(f"mkdocs.yml: extra_css: berkas docs/{name} tidak ada.")
        texts.append(sheet.content_string)
    return "\n".join(texts)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's templates compiled, too; leave out its sitemap: the portal's has parts and dates."""
    env.bytecode_cache = template_cache()
    config.theme.static_templates.discard("sitemap.xml")  # not before: the engine would copy the bare template
    return env


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page slots for title and summary; make both inert on a prose page.

    The theme prints them without escaping, so what a person typed must not reach it as markup.
    """
    if page.file.src_uri in site_of(config).pages:
        slots = {
            "title": shells.TITLE,
            "description": shells.SUMMARY,
            "kepala": shells.HEAD,
            "kebijakan": shells.POLICY,
        }
        page.meta = {**slots, "hide": ["navigation", "toc"]}
        page.canonical_url = shells.CANONICAL if page.canonical_url else None
        return markdown
    page.meta.pop("kepala", None)
    page.meta["kebijakan"] = page_policy(at(page.url, site_of(config).features))
    for key in ("title", "description"):
        if key in page.meta:
            page.meta[key] = str(escape(page.meta[key]))
    return markdown


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page a slot for its content, untouched by Markdown and Jinja; prose its head and links.

    The theme makes a link of its own to skip the menu from the table of contents; the header has one for every page.
    """
    page.toc = TableOfContents([])
    return shells.CONTENT if page.file.src_uri in site_of(config).pages else prose_page(html, page.url)


def on_post_page(output: str, page: EnginePage, config: MkDocsConfig) -> str:
    """Keep what the theme made of a page with slots as the shell of its kind; fill in the page itself."""
    site = site_of(config)
    generated = site.pages.get(page.file.src_uri)
    if generated is None:
        return output
    return site.shells.keep(generated, output).fill(generated, config.site_url or "", site.features)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the generated pages that the engine has not seen."""
    if not isinstance(config, MkDocsConfig):
        return  # mkdocs-macros, too, calls its module's function of this name, and gives itself
    site = site_of(config)
    for name, page in site.pages.items():
        if name not in site.shells.models:
            file = Path(config.site_dir, page.alamat, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(site.shells.of(page).fill(page, config.site_url or "", site.features), encoding="utf-8")
    try:
        if config.extra["pencarian"]:
            config.extra["pencarian"].finish(Path(config.site_dir))
    except SearchError as error:
        raise PluginError(str(error)) from None
    write_manifest(Path(config.site_dir))  # at last: it holds the checksum of everything else
    SWITCH.whole = True
    BUILT[:] = [config]


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Show saved content at once, each page when somebody looks at it; whatever else changed is built as a whole."""
    plain = server.get_app()
    previews = [preview_of(config)]

    def build() -> None:
        if not previews[0].renew():
            builder()
            previews[0] = preview_of(BUILT[-1])

    server.builder = build
    server.set_app(lambda *request: previews[0].before(plain)(*request))
    return server


def preview_of(config: MkDocsConfig) -> Preview:
    """The site that was built with this config, ready for changes."""
    memory: Memory = {}

    def make(site: Site, changed: frozenset[str]) -> Site:
        made = moment()
        content = shown(site.content.renewed(changed, samples(), memory), made)
        renewed = Site(content, made.date(), site.papers, site.address)
        renewed.check(thorough=False)
        return renewed

    return Preview(site_of(config), Path(config.site_dir), config.site_url or "", make)


def on_build_error(error: Exception) -> None:
    """Leave the old site as it is. A disk that is full, or a folder that nobody may write, is told in a line."""
    SWITCH.discard()
    if isinstance(error, OSError):
        raise PluginError(f"Situs tidak dapat ditulis, yang lama tetap ada: {error}") from None


def on_shutdown() -> None:
    """Put a whole site into its place, and end at once: a last look for garbage takes a sixth of a build."""
    try:
        place = SWITCH.finish()
    except OSError as error:
        raise PluginError(f"Situs lama tidak dapat diganti: {error}. Bangun ke folder lain dengan SITE_DIR.") from None
    if place:
        logging.getLogger("mkdocs.portal").info("Situs terpasang di %s", place)
    gc.freeze()


def define_env(env: Any) -> None:
    """Offer page parts to prose pages: {{ legenda() }}, {{ kerapian() }}, {{ kunci_data() }} ..."""

    def here() -> str:
        return str(env.page.url)

    env.macro(lambda: Procedures.legend(here()), "legenda")
    env.macro(lambda: site_of(env.conf).procedures.quality(here()), "kerapian")
    env.macro(lambda: Procedures.data_keys(here()), "kunci_data")
    env.macro(lambda: site_of(env.conf).warta.privacy_of_comments(here()), "privasi_komentar")
    env.macro(lambda: PpidSection.data_keys(here()), "kunci_dip")
    env.macro(lambda: StatisticsSection.data_keys(here()), "kunci_indikator")
    env.macro(lambda: SatuDataSection.data_keys(here()), "kunci_dataset")
    env.macro(lambda: site_of(env.conf).addressing().promise(here()), "alamat_tetap")
