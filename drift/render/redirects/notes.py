"""What a map cannot say -> a few lines of comment, and the rows that it can say."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift.aggregate.redirect import Redirect, Spot
from drift.render.plural import plural
from drift.render.redirects.base import Book, RedirectsView
from drift.render.visible import visible

MOST = 10
"""Lines of one sort, at most: a comment is read, and a list is printed by `--format text -v`."""


class Written(msgspec.Struct, frozen=True):
    """The rows of a new map, and what stands above them."""

    rows: tuple[str, ...]
    notes: tuple[str, ...]
    # A line each, nothing in it that could end a comment.


def written(view: RedirectsView, book: Book) -> Written:
    """Write the rows of a new map.

    Args:
        view: The redirects.
        book: The format.

    Returns:
        The rows and the notes.
    """
    moves = (*view.moves.pages, *(view.moves.anchors if book.anchors else ()))
    found = [(move, book.write(move, view.sites)) for move in moves]
    unsaid = [f"{spot(move.row.old)} → {spot(move.row.new)}" for move, rows in found if not rows]
    rows = tuple(dict.fromkeys(row for _, rows in found for row in rows))
    return Written(rows, tuple(map(visible, _notes(view, book, unsaid))))


def _notes(view: RedirectsView, book: Book, unsaid: list[str]) -> Iterator[str]:
    yield f"Redirects from {view.span[0]} to {view.span[1]}, by drift."
    moves = view.moves
    if moves.anchors and not book.anchors:
        yield f"Left out: {plural(len(moves.anchors), 'anchor')} whose fragment this map cannot match."
    taken = [f"{spot(move.row.old)} → {spot(move.row.new)}" for move in moves.taken]
    yield from _list("Left out, since a page stands at the old address:", taken)
    yield from _list("Left out, since this format cannot write it:", unsaid)
    lost = [guessed(row) for row in moves.unresolved if row.kind == "page"]
    yield from _list("Nobody knows where these went:", lost)


def _list(head: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield head
        yield from (f"- {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"- and {len(lines) - MOST} more"


def spot(place: Spot) -> str:
    """Write a place of the tree as people do."""
    return f"{place.path}#{place.anchor}" if place.anchor else f"{place.path}"


def guessed(row: Redirect) -> str:
    """Write what is known of a place that nobody knows where it went."""
    guess = row.guess
    near = f", perhaps {spot(guess)} ({row.confidence:.2f})" if guess and guess.path else ""
    return f"{spot(row.old)}{near}"
