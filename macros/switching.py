"""A new site takes the place of the old one only when it is whole: until then the old one is served untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

OWN = ".well-known"
"""The only folder of the site that begins with a dot; others in the place are the keeper's, such as .git."""


class Switch:
    """Where a site is built, and how it gets into its place.

    A build that breaks off, for whatever reason, leaves the place as it was; what it leaves beside goes with the next.
    """

    def __init__(self) -> None:
        self.wanted = False
        """Whether there is a place to take; a site that is only looked at is built where it is."""
        self.whole = False
        """Whether everything has been written."""
        self._place: Path | None = None

    def begin(self, place: Path) -> Path:
        """The folder beside `place` to build into. A place that a killed build left empty gets its old site back."""
        self._place = place.resolve()
        self._restore()
        return self._new

    def discard(self) -> None:
        """Give up what was built so far; the old site stays."""
        self.whole = False
        if self._place:
            shutil.rmtree(self._new, ignore_errors=True)

    def finish(self) -> Path | None:
        """Put the new site into its place, if it is whole, and name the place. Raises OSError where that cannot be."""
        if self._place is None or not self.whole:
            return None
        shutil.rmtree(self._old, ignore_errors=True)
        if self._place.exists():
            self._place.rename(self._old)
        try:
            self._new.rename(self._place)
        except OSError:
            self._restore()
            raise
        if self._old.exists():
            for kept in self._old.glob(".*"):
                if kept.name != OWN:
                    kept.rename(self._place / kept.name)
            shutil.rmtree(self._old)
        return self._place

    def _restore(self) -> None:
        """Give an empty place its old site back."""
        if self._place and self._old.exists() and not self._place.exists():
            self._old.rename(self._place)

    @property
    def _new(self) -> Path:
        return self._beside("baru")

    @property
    def _old(self) -> Path:
        return self._beside("lama")

    def _beside(self, ending: str) -> Path:
        assert self._place is not None
        return self._place.with_name(f"{self._place.name}.{ending}")
