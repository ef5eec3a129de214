"""A map and the moves that it lacks -> the map that has them, held against what was there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from drift.aggregate.map_row import MapRow
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, Sites


def complete(book: Book, text: str, lacking: Sequence[Move], sites: Sites) -> str:
    """Add rows to a map.

    Args:
        book: Its format.
        text: The map.
        lacking: What it is to say besides; each can be written in this format.
        sites: Both ends of the range.

    Returns:
        The map, with all that was there.

    Raises:
        UsageError: There is no map in the text, or none that it could be added to: what is read from it afterwards is
            not what was there and the new rows.
    """
    rows = [row for move in lacking for row in book.write(move, sites)]
    if not rows:
        return text
    before = book.read(text, sites)
    completed = book.insert(text, rows)
    try:
        after = book.read(completed, sites)
    except UsageError:
        after = None
    if (
        after is None
        or len(after.unread) != len(before.unread)
        or _said(before.rows) - _said(after.rows)
        or len(after.rows) < len(before.rows) + len(rows)
    ):
        raise UsageError("its syntax is broken, so nothing can be added", remedy="mend it first")
    return completed


def _said(rows: Iterable[MapRow]) -> Counter[tuple[str, str]]:
    return Counter((row.old, row.new) for row in rows)
