"""The content in a wrapping that prints short: hypothesis prints what a test was given."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from macros.portal import Portal


@dataclass(frozen=True)
class Content:
    """The real SOPs and registers."""

    portal: Portal = field(repr=False)


@pytest.fixture(scope="session")
def wrapped(portal: Portal) -> Content:
    """The real SOPs and registers."""
    return Content(portal)
