"""Two versions of a table -> the facts that changed, row by row.

What one row lost did not become what another gained: a fare that was set is not the one that was dropped.
"""

from __future__ import annotations

from collections import Counter

from drift.changes.base import Fact
from drift.changes.facts import facts


def table_facts(old: str, new: str) -> tuple[Fact, ...]:
    """Compare the facts of two versions of a table.

    Args:
        old: The table before, a row a line.
        new: The table after.

    Returns:
        The facts that changed, first of the rows that go by the same name, then of the others together.
    """
    one, other = _rows(old, new), _rows(new, old)
    names = one.keys() & other.keys()
    rows = [(one[name], other[name]) for name in one if name in names]
    found = [fact for pair in rows for fact in facts(*pair)]
    left, right = (
        "\n".join(row for name, row in side.items() if name not in names) for side in (one, other)
    )
    return (*found, *(facts(left, right) if left and right else ()))


def _rows(text: str, without: str) -> dict[str, str]:
    """Give the rows that another table has not, by their first cell, or all of it where several begin alike."""
    kept = set(without.splitlines())
    rows = [row for row in text.splitlines() if row not in kept]
    often = Counter(row_name(row) for row in rows)
    return {(row_name(row) if often[row_name(row)] == 1 else row): row for row in rows}


def row_name(row: str) -> str:
    """Give the first cell of a row that says anything: one below another of the same may be empty.

    Args:
        row: Its text, with bars between the cells.

    Returns:
        The text of the cell.
    """
    return next(filter(None, map(str.strip, row.split("|"))), "")
