"""Where old addresses lead: checked against the site, and made into files that work on any web server."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import splitext
from urllib.parse import urlsplit

from macros.addressing.content import REDIRECTS, Addressing, Move
from macros.dates import long_date
from macros.pages import Asset, FileAsset, Page
from macros.problems import Problem, closest, location, quoted
from macros.rendering import render
from macros.trust.policy import page_policy

NETLIFY = "_redirects"
NGINX = "alih.nginx.map"

HTML = (".html", ".htm")

FindFile = Callable[[str], Asset | FileAsset | None]
"""Gives the file at an address of the site."""


@dataclass(frozen=True)
class Redirects:
    """The redirects of a site whose own addresses are known."""

    addressing: Addressing
    pages: Mapping[str, Page]
    """Every generated page, by address."""
    living: Collection[str]
    """Every address of the site: pages and files, what people wrote in docs/ too."""
    missing: Collection[str] = ()
    """Recorded addresses that are not living and have no redirect of their own."""

    def problems(self) -> Iterator[Problem]:
        """Every redirect from an address that is in use, or to one that there is not."""
        for index, move in enumerate(self.addressing.moves):
            mistakes = [("dari", text) for text in self._taken(move)] + [("ke", text) for text in self._dangling(move)]
            for key, message in mistakes:
                yield Problem(REDIRECTS, move.baris, location(("alih", index, key)), message)

    def _taken(self, move: Move) -> Iterator[str]:
        """Nothing else lies at the old address, nor where its file would."""
        if move.dari in self.living:
            yield f"/{move.dari} masih dipakai halaman atau berkas yang ada. Hapus alih ini, atau pindahkan halamannya."
            return
        parts = move.dari.removesuffix("/").split("/")
        for depth in range(1, len(parts)):
            if "/".join(parts[:depth]) in self._files:
                yield f"/{'/'.join(parts[:depth])} adalah berkas, jadi tidak dapat memuat alamat di dalamnya."
                return
        if "/".join(parts) in (self._files if move.dari.endswith("/") else self._folders):
            yield f"/{'/'.join(parts)} sudah ada sebagai {'berkas' if move.dari.endswith('/') else 'folder'}."

    @cached_property
    def _files(self) -> frozenset[str]:
        """Every file, among them those of redirects."""
        addresses = (*self.living, *(move.dari for move in self.addressing.moves))
        return frozenset(address for address in addresses if address and not address.endswith("/"))

    @cached_property
    def _folders(self) -> frozenset[str]:
        """Every folder that some page or file lies in."""
        folders: set[str] = set()
        for address in (*self.living, *(move.dari for move in self.addressing.moves)):
            folder = address if address.endswith("/") else address.rpartition("/")[0]
            folder = folder.removesuffix("/")
            while folder and folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(folders)

    def _dangling(self, move: Move) -> Iterator[str]:
        """The target is there, and the place on it."""
        if move.ke not in self.living:
            near = closest(move.ke, sorted(self.living))
            hint = f" Maksud Anda {quoted(f'/{near}')}?" if near else ""
            yield f"{quoted(f'/{move.ke}')} tidak ada di portal.{hint}"
        elif move.bagian and move.ke not in self.pages:
            yield "bagian (#) hanya dapat diperiksa pada halaman yang dibuat dari data. Tulis alamatnya tanpa #."
        elif move.bagian and f'id="{move.bagian}"' not in self.pages[move.ke].html:
            yield f"halaman /{move.ke} tidak mempunyai bagian {quoted(f'#{move.bagian}')}. Tulis alamatnya tanpa #."

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """All redirects by old address: the written ones, and those of recorded files below and beside their pages.

        Where a page moves, its feeds, documents and data move with it, if the new page has the same.
        """
        found = {move.dari: move for move in self.addressing.moves}
        for move in self.addressing.moves:
            if move.dari.endswith("/") and move.ke.endswith("/"):
                for address in self.missing:
                    rest = _beside(address, move.dari)
                    target = f"{move.ke[:-1]}{rest}"
                    if rest and target in self.living:
                        found.setdefault(address, Move(address, target, "", move.isi, move.baris))
        return tuple(found[address] for address in sorted(found))

    def files(self, find: FindFile, site: str) -> Iterator[Asset | FileAsset]:
        """What lies at the old addresses, and the rules for web servers.

        An old page is a page that leads on by itself; an old file is a copy of the new one, where that is of the same
        kind. Everything else is for the server's rules. `site` is the site's own address, or empty.
        """
        for move in self.moves:
            if move.dari.endswith("/") or splitext(move.dari)[1] in HTML:
                page = f"{move.dari}index.html" if move.dari.endswith("/") else move.dari
                yield Asset(page, self._page(move, site).encode())
            elif splitext(move.dari)[1] == splitext(move.ke)[1]:
                file = find(move.ke)
                if isinstance(file, FileAsset):
                    yield FileAsset(move.dari, file.letak)
                elif file:
                    yield Asset(move.dari, file.isi)
        if self.moves:
            folder = urlsplit(site).path or "/"
            yield Asset(NETLIFY, netlify_rules(self.moves, folder).encode())
            yield Asset(NGINX, nginx_map(self.moves, folder).encode())

    def _page(self, move: Move, site: str) -> str:
        page = self.pages.get(move.ke)
        root = "../" * move.dari.count("/") or "./"
        return render(
            "alih.html",
            move.dari,
            judul=page.judul if page else f"/{move.ke}",
            alamat=f"{root}{move.tujuan}",
            kanonik=f"{site or root}{move.ke}",
            sejak=long_date(move.isi.tanggal),
            alasan=move.isi.alasan,
            kebijakan=page_policy(),
        )


def _beside(address: str, page: str) -> str:
    """What follows in a file's address after that of a page, where it lies below or beside it: `/rss.xml`, `.yml`."""
    stem = page[:-1]
    rest = address.removeprefix(stem)
    return rest if rest != address and rest[:1] in ("/", ".") and not rest.endswith("/") else ""


def netlify_rules(moves: Iterable[Move], folder: str) -> str:
    """Redirects as Netlify, Cloudflare Pages and GitLab Pages read them: old address, new one, status.

    `folder` is the site's place on its server, with a slash at either end. None is forced: where a server prefers the
    file at the old address, that file leads on, too.
    """
    return "".join(f"{folder}{move.dari} {folder}{move.tujuan} 301\n" for move in moves)


def nginx_map(moves: Iterable[Move], folder: str) -> str:
    """Redirects as the inner lines of nginx' `map`: the old address, with and without the slash at its end."""
    lines = [
        "# Di dalam http { ... }:   map_hash_bucket_size 256;",
        f"#                          map $uri $alih {{ include /jalan/ke/situs/{NGINX}; }}",
        "# Di dalam server { ... }: if ($alih) { return 301 $alih; }",
    ]
    for move in moves:
        for old in dict.fromkeys((move.dari, move.dari.removesuffix("/"))):
            lines.append(f"{folder}{old} {folder}{move.tujuan};")
    return "\n".join((*lines, ""))
