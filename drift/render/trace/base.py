"""What the life of a page or section is to its renderers: a stream of moments in, a stream of bytes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from drift.aggregate.blame import Blamed
from drift.aggregate.standpoint import Standpoint
from drift.aggregate.trace import Moment
from drift.render.base import Wishes


class TraceView(Wishes, frozen=True, kw_only=True, eq=False):
    """A life, or who wrote what there is, and the wishes of its reader; formats for programs have no use for these."""

    place: Standpoint
    rev: str
    # What the user calls the revision at which it is looked back on.
    moments: Iterable[Moment] = ()
    # Newest first; looked for while they are read.
    blamed: tuple[Blamed, ...] | None = None
    # Where the text was asked for, and not the life.


class TraceRenderer(msgspec.Struct, frozen=True):
    """One output format of lives: each moment is written as soon as it comes."""

    name: str
    render: Callable[[TraceView], Iterator[bytes]]
