"""Pages that moved -> folders that moved, each with its pages, and the pages that moved alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

import msgspec

from drift.aggregate.moves import Move

LEAST = 2
"""Pages that must have gone the same way: one alone says no more of its folder than of itself."""


class FolderMove(msgspec.Struct, frozen=True):
    """What went from one folder to another, and kept its path below it."""

    old: str
    # With a closing slash.
    new: str
    moves: tuple[Move, ...]


def folders(moves: Iterable[Move]) -> tuple[tuple[FolderMove, ...], tuple[Move, ...]]:
    """Find the folders that moved.

    Args:
        moves: Pages.

    Returns:
        The folders with the most pages first, and the pages that went with no other one, in their order.
    """
    groups: dict[tuple[str, str], list[Move]] = defaultdict(list)
    alone: list[Move] = []
    for move in moves:
        way = (
            None if move.row.new.anchor else _way(move.row.old.path or "", move.row.new.path or "")
        )
        if way is None:
            alone.append(move)
        else:
            groups[way].append(move)
    found = [FolderMove(*way, tuple(some)) for way, some in groups.items() if len(some) >= LEAST]
    alone += [some[0] for some in groups.values() if len(some) < LEAST]
    found.sort(key=lambda one: (-len(one.moves), one.old, one.new))
    return tuple(found), tuple(sorted(alone, key=lambda move: move.row.old))


def _way(old: str, new: str) -> tuple[str, str] | None:
    """Take away what both paths end with; None where a page was renamed."""
    before, after = _parts(old), _parts(new)
    same = 0
    while same < min(len(before), len(after)) and before[-1 - same] == after[-1 - same]:
        same += 1
    if not same:
        return None
    ends = (before[: len(before) - same], after[: len(after) - same])
    first, second = ("".join(f"{part}/" for part in parts) or "./" for parts in ends)
    return first, second


def _parts(path: str) -> list[str]:
    # A conversion on the way does not make it another page.
    stem = PurePosixPath(path)
    return [*stem.parent.parts, stem.name.removesuffix(stem.suffix)]
