"""The addresses' part of the site: what is promised, what has moved, and what must not vanish."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.addressing.content import Addressing
from macros.addressing.guard import lost, problems, unrecorded
from macros.addressing.promises import PASSING
from macros.addressing.redirects import FindFile, Redirects
from macros.addressing.security import security_files
from macros.dates import long_date
from macros.pages import Asset, FileAsset, Page
from macros.problems import Problem
from macros.rendering import render


@dataclass(frozen=True)
class AddressSection:
    """Redirects and promises of a site on one day."""

    addressing: Addressing
    pages: Mapping[str, Page]
    """Every generated page, by address."""
    living: Collection[str]
    """Every address of the site; where files were not made, of its pages."""
    released: Collection[str]
    """The folders of entries that were withdrawn."""
    today: date
    pages_only: bool = False
    """Whether `living` lacks the files."""

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Recorded addresses that are gone and have no redirect of their own."""
        return tuple(lost(self.addressing, self.living, self.released, self.today, self.pages_only))

    @cached_property
    def redirects(self) -> Redirects:
        """Where old addresses lead."""
        return Redirects(self.addressing, self.pages, self.living, self.missing)

    @property
    def unrecorded(self) -> list[str]:
        """Promised addresses that no list holds yet."""
        return unrecorded(self.addressing, self.living)

    def problems(self) -> Iterator[Problem]:
        """Every wrong redirect, and every promised address that is gone without one."""
        yield from self.redirects.problems()
        followed = {move.dari for move in self.redirects.moves}
        gone = [address for address in self.missing if address not in followed]
        yield from problems(gone, self.addressing.records, self.living)

    def assets(self, find: FindFile, site: str) -> Iterator[Asset | FileAsset]:
        """What lies at old addresses, rules for servers, and whom to tell of a weakness."""
        yield from self.redirects.files(find, site)
        yield from security_files(self.addressing.security, self.today, site)

    def promise(self, address: str) -> str:
        """What is promised and what has moved, for a prose page at `address`."""
        moves = [
            (f"/{move.dari}", move.tujuan, long_date(move.isi.tanggal), move.isi.alasan)
            for move in self.redirects.moves
        ]
        return render("alamat.html", address, berubah=PASSING, alih=moves)
