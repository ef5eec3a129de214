"""What a format of redirects is: a name, what writes it, and what reads and completes such a map where it is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from drift.aggregate.map_row import Reading
from drift.aggregate.moves import Move, Moves
from drift.aggregate.redirect import Redirect
from drift.render.base import Wishes
from drift.site.published import Publisher


class Sites(msgspec.Struct, frozen=True, eq=False):
    """Both ends of a range."""

    old: Publisher
    new: Publisher


class RedirectsView(Wishes, frozen=True, kw_only=True, eq=False):
    """What a format is given: the redirects, what a map must say of them, and the wishes of their reader."""

    span: tuple[str, str]
    # The ends of the range, as they were named.
    rows: tuple[Redirect, ...]
    moves: Moves
    sites: Sites


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """What reads and completes maps that are there."""

    files: tuple[str, ...]
    # The names of such files, as patterns.
    knows: Callable[[str], bool]
    # Whether a text looks like such a map.
    read: Callable[[str, Sites], Reading]
    # Raises `UsageError` where there is no map in the text.
    write: Callable[[Move, Sites], tuple[str, ...]]
    # The rows of one move; none where this format cannot say it.
    insert: Callable[[str, Sequence[str]], str]
    # A map and rows to be added -> the map that has them, all else as it was.
    anchors: bool = False
    # Whether a row can be about a fragment.
    elsewhere: Callable[[str], str] | None = None
    # The file beside it that a text names instead of having rows; empty where it has them.


class RedirectFormat(msgspec.Struct, frozen=True):
    """One format."""

    name: str
    render: Callable[[RedirectsView], str]
    book: Book | None = None
    # None where it is for people alone.
