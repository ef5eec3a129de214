"""Two versions of a table -> the facts that changed, row by row.

What one row lost did not become what another gained: a fare that was set is not the one that was dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drift.changes.base import Fact
from drift.changes.facts import facts
from drift.match.aligned import align


def table_facts(old: str, new: str) -> tuple[Fact, ...]:
    """Compare the facts of two versions of a table.

    Args:
        old: The table before, a row a line.
        new: The table after.

    Returns:
        The facts that changed, first of the rows that go by the same name, then of those of which one stands where the
        other stood; a row at the top is not the one that went at the bottom.
    """
    one, other = _rows(old, new), _rows(new, old)
    pairs = [(one[name], other[name]) for name in one if name in other]
    taken = [set(rows) for rows in zip(*pairs, strict=True)] or [set(), set()]
    pairs += (
        (row, there)
        for row, there in _in_place(old.splitlines(), new.splitlines())
        if row != there and row not in taken[0] and there not in taken[1]
    )
    return tuple(fact for pair in pairs for fact in facts(*pair))


def _rows(text: str, without: str) -> dict[str, str]:
    """Give the rows that another table has not, by their first cell, or all of it where several begin alike."""
    kept = set(without.splitlines())
    rows = [row for row in text.splitlines() if row not in kept]
    often = Counter(row_name(row) for row in rows)
    return {(row_name(row) if often[row_name(row)] == 1 else row): row for row in rows}


def _in_place(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the rows of one name in their order, and one that stands alone in the place of another."""
    names = [list(map(row_name, rows)) for rows in (old, new)]
    for tag, a, b, c, d in align(*names):
        if tag == "equal" or b - a == d - c == 1:
            yield from zip(old[a:b], new[c:d], strict=True)


def row_name(row: str) -> str:
    """Give the first cell of a row that says anything: one below another of the same may be empty.

    Args:
        row: Its text, with bars between the cells.

    Returns:
        The text of the cell.
    """
    return next(filter(None, map(str.strip, row.split("|"))), "")
