"""An edited table -> its rows that differ, each as a block of its own, since nobody reads a table as one text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift.changes.base import BlockChange
from drift.changes.hunks import hunks
from drift.match.aligned import align


def rows(block: BlockChange) -> Iterator[BlockChange]:
    """Take a table apart; rows are the same by their first cell.

    Args:
        block: Any edited block.

    Yields:
        The rows of a table that were added, removed or edited, those that say the same side by side; anything else as
        it is.
    """
    found = list(_rows(block))
    places = {
        (row.op, row.before, row.after): place for place, row in reversed([*enumerate(found)])
    }
    yield from sorted(found, key=lambda row: places[row.op, row.before, row.after])


def _rows(block: BlockChange) -> Iterator[BlockChange]:
    old, new = (block.before or "").splitlines(), (block.after or "").splitlines()
    if block.kind != "table" or len(old) < 2 or len(new) < 2 or old == new:  # noqa: PLR2004 - a head and a row
        yield block
        return
    causes = {(hunk.before, hunk.after): hunk.cause for hunk in block.hunks}
    for tag, a, b, c, d in align(list(map(row_name, old)), list(map(row_name, new))):
        if tag == "equal":
            for one, other in zip(old[a:b], new[c:d], strict=True):
                if one != other:
                    yield _edited(one, other, causes)
        else:
            gone, come = map(_filled, old[a:b]), map(_filled, new[c:d])
            yield from (BlockChange("removed", "row", row, None, block.lines) for row in gone)
            yield from (BlockChange("added", "row", None, row, block.lines) for row in come)


def row_name(row: str) -> str:
    """Give the first cell of a row.

    Args:
        row: Its text, with bars between the cells.

    Returns:
        The text of the cell.
    """
    return row.partition("|")[0].strip()


def _filled(row: str) -> str:
    """Leave out the empty cells at the end of a row."""
    return row.rstrip(" |")


def _edited(old: str, new: str, causes: dict[tuple[str, str], str | None]) -> BlockChange:
    found = tuple(
        msgspec.structs.replace(hunk, cause=causes.get((hunk.before, hunk.after)))
        for hunk in hunks(old, new)
    )
    return BlockChange("edited", "row", old, new, None, found)
