"""Where the content of an old place may live now."""

from __future__ import annotations

import msgspec

from drift.history.places import Place

GUESSED = 0.2
"""How certain it is that what took up a part of a section that is gone is what its readers look for: of forty such in a
manual with redirects written by hand, six."""


class Lead(msgspec.Struct, frozen=True):
    """Where a place may be now."""

    place: Place
    confidence: float
    commits: tuple[str, ...] = ()
