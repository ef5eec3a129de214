"""What a renderer of lives is given."""

from __future__ import annotations

import msgspec

from drift.aggregate.blame import Blamed
from drift.aggregate.trace import Moment
from drift.history.passage import Place


class TraceView(msgspec.Struct, frozen=True, kw_only=True):
    """A life, or who wrote what there is, and the wishes of its reader."""

    place: Place
    rev: str
    moments: tuple[Moment, ...] = ()
    # Newest first.
    blamed: tuple[Blamed, ...] | None = None
    # Where the text was asked for, and not the life.
    context: int = 3
    width: int = 80
    color: bool = False
    verbose: bool = False


def shown(place: Place) -> str:
    """Write a place as its user would.

    Args:
        place: A path, and a key or nothing.

    Returns:
        `page.md` or `page.md#anchor`.
    """
    return "#".join(place) if place[1] else place[0]
