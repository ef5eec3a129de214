"""An edited table or code block -> its rows or lines that differ, each as a block of its own: nobody reads it as one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
from rapidfuzz import fuzz

from drift.changes.base import BlockChange, BlockOp
from drift.changes.code_lines import ALIKE, MOST_PAIRS, is_of_lines, line_pairs
from drift.changes.hunks import hunks
from drift.changes.table_facts import row_name
from drift.match.aligned import align
from drift.render.letters import count

TELLING_WORDS = 5
"""Words and bars behind the name of a row from which on no other row says the same."""


def rows(block: BlockChange) -> Iterator[BlockChange]:
    """Take a table or code apart; rows are the same by what they say or their first cell, lines if much of what they say is.

    Args:
        block: Any edited block.

    Yields:
        The rows of a table and the lines of code that were added, removed, edited or moved, rows that say the same side
        by side, lines in their order; anything else as it is.
    """
    if block.kind == "code":
        lines = _with_moved(list(_lines(block)))
        # Of a bracket that stands elsewhere nobody wants to know, unless there is nothing else.
        yield from [one for one in lines if one.op != "moved" or _has_letters(one.after)] or lines
        return
    found = _with_moved(list(_rows(block)))
    places = {
        (row.op, row.before, row.after): place for place, row in reversed([*enumerate(found)])
    }
    yield from sorted(found, key=lambda row: places[row.op, row.before, row.after])


def _rows(block: BlockChange) -> Iterator[BlockChange]:
    old, new = (block.before or "").splitlines(), (block.after or "").splitlines()
    if block.kind != "table" or len(old) < 2 or len(new) < 2 or old == new:  # noqa: PLR2004 - a head and a row
        yield block
        return
    causes = _causes(block)
    for one, other in _rows_paired(old, new):
        if one is not None and other is not None:
            yield _edited("row", one, other, causes)
        else:
            op: BlockOp = "removed" if other is None else "added"
            gone, come = (None if row is None else _filled(row) for row in (one, other))
            yield BlockChange(op, "row", gone, come, block.lines)


def _with_moved(found: list[BlockChange]) -> list[BlockChange]:
    """Tell once what went and stands elsewhere in the table or the code: rows and lines that say the same there."""
    gone = Counter(row.before for row in found if row.op == "removed")
    moved = gone & Counter(row.after for row in found if row.op == "added")
    if not moved:
        return found
    left, kept = {"removed": moved.copy(), "added": moved.copy()}, list[BlockChange]()
    for row in found:
        text = row.before if row.after is None else row.after
        if row.op == "edited" or not left[row.op][text]:
            kept.append(row)
            continue
        left[row.op][text] -= 1
        if row.op == "added":
            kept.append(msgspec.structs.replace(row, op="moved", before=text))
    return kept


def _has_letters(text: str | None) -> bool:
    return any(map(str.isalnum, text or ""))


def _rows_paired(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Pair the rows between those that stayed by their names: what they say tells first which are which."""
    for tag, a, b, c, d in align(old, new):
        if tag == "equal":
            continue
        for one, other in _by(row_name, old[a:b], new[c:d]):
            if len(one) == len(other) == 1 and row_name(one[0]) == row_name(other[0]):
                yield one[0], other[0]
                continue
            # A row that goes by another name and says all else alike is that row.
            for left, right in _by(_behind, one, other):
                if len(left) == len(right) == 1 and _behind(left[0]) == _behind(right[0]):
                    yield left[0], right[0]
                    continue
                yield from _alike(left, right)


def _alike(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Pair what is left in order where both the name and all else are nearly the same; a number is no name like another."""
    start = 0
    few = len(old) * len(new) <= MOST_PAIRS
    for row in old:
        places = range(start, len(new)) if few else ()
        found = next((at for at in places if _is_renamed(row, new[at])), None)
        if found is not None:
            yield from ((None, other) for other in new[start:found])
        yield row, None if found is None else new[found]
        start = start if found is None else found + 1
    yield from ((None, other) for other in new[start:])


def _is_renamed(old: str, new: str) -> bool:
    (name, _, rest), (other, _, there) = old.partition("|"), new.partition("|")
    named = any(map(str.isalpha, name)) and fuzz.ratio(name, other) >= ALIKE
    return named and count(rest) >= TELLING_WORDS and fuzz.ratio(rest, there) >= ALIKE


def _by(
    key: Callable[[str], str], old: list[str], new: list[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Lay rows against each other, those with an equal key one by one, and what stands between them together."""
    for tag, a, b, c, d in align(list(map(key, old)), list(map(key, new))):
        if tag == "equal":
            yield from (([one], [other]) for one, other in zip(old[a:b], new[c:d], strict=True))
        else:
            yield old[a:b], new[c:d]


def _behind(row: str) -> str:
    """Give what stands behind the first cell, where that is enough to know a row by."""
    rest = row.partition("|")[2]
    return rest if count(rest) >= TELLING_WORDS else row


def _lines(block: BlockChange) -> Iterator[BlockChange]:
    old, new = block.before or "", block.after or ""
    if not is_of_lines(old, new):
        yield block
        return
    causes = _causes(block)
    for one, other in line_pairs(old, new):
        if one is not None and other is not None:
            yield _edited("line", one, other, causes)
        else:
            op: BlockOp = "removed" if other is None else "added"
            yield BlockChange(op, "line", one, other, block.lines)


def _causes(block: BlockChange) -> dict[tuple[str, str], str | None]:
    return {(hunk.before, hunk.after): hunk.cause for hunk in block.hunks}


def _filled(row: str) -> str:
    """Leave out the empty cells at the end of a row."""
    return row.rstrip(" |")


def _edited(
    kind: str, old: str, new: str, causes: dict[tuple[str, str], str | None]
) -> BlockChange:
    found = tuple(
        msgspec.structs.replace(hunk, cause=causes.get((hunk.before, hunk.after)))
        for hunk in hunks(old, new)
    )
    return BlockChange("edited", kind, old, new, None, found)
