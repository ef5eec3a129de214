"""A changelog -> the blocks that it tells of one by one, each to be laid against itself.

What an edit says of blocks must add up: those that it tells as added, removed, edited and moved are taken out of their
sections, and what is left there must be the same on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from drift.changes.base import BlockChange, Change
from drift.coverage.belonging import Key
from drift.coverage.claims import SIDES, SideName, Spot, at
from drift.coverage.staying import staying
from drift.coverage.token import Token
from drift.trees.site import Site
from drift.trees.words import visible

Lines = tuple[int, int] | None

Words = tuple[str, ...]


class Lifted:
    """The blocks that edits tell of, each claimed by the first that stands where it is said to."""

    def __init__(self, changes: tuple[Change, ...], sites: Mapping[SideName, Site]) -> None:
        """List what edits tell of blocks."""
        self._staying = staying(changes, sites)
        self._waiting: dict[tuple[Spot, Words], list[tuple[Lines, Key]]] = defaultdict(list)
        self._found: dict[tuple[SideName, str, int], Key | None] = {}
        for spot, words, lines, key in _told(changes):
            self._waiting[spot, words].append((lines, key))

    def key(self, side: SideName, token: Token, words: Words) -> Key | None:
        """Name the block that a token stands in.

        Args:
            side: The side it stands on.
            token: The token.
            words: All words of its block.

        Returns:
            The key of what an edit tells of it; None where none does, or all have found theirs.
        """
        number = (side, token.path, token.block)
        if number not in self._found:
            waiting = self._waiting.get(((side, token.path, token.section), words), [])
            order = sorted(range(len(waiting)), key=lambda index: waiting[index][0] is None)
            stays = side == "old" and (token.path, token.block) in self._staying
            here = (i for i in order if _holds(waiting[i][0], token.line, stays=stays))
            index = next(here, None) if token.block >= 0 else None
            self._found[number] = None if index is None else waiting.pop(index)[1]
        found = self._found[number]
        # A link may stay in its section though its block is told as removed and another as added.
        stays = token.what == "target" and found is not None and found[0] != "moved"
        return None if stays else found


def _told(changes: tuple[Change, ...]) -> Iterator[tuple[Spot, Words, Lines, Key]]:
    """Go through the blocks that edits tell of: where each stands, what it says, its lines and its key."""
    edits = (one for one in enumerate(changes) if one[1].kind == "section.edited")
    for number, change in edits:
        for order, block in enumerate(change.blocks or ()):
            # What moved to another section has its other end in the edit of that one.
            torn = block.op == "moved" and None in (block.before, block.after)
            for side, text, lines in _ends(block):
                key = ("moved", text) if torn else (block.op, f"{number}.{order}")
                for place in at(change, side):
                    yield (side, place.path, place.section), tuple(visible(text)), lines, key


def _ends(block: BlockChange) -> Iterator[tuple[SideName, str, Lines]]:
    """Give the sides of what became of a block; its lines are those of the new file if it is there."""
    last = "old" if block.after is None else "new"
    for side, text in zip(SIDES, (block.before, block.after), strict=True):
        if text is not None:
            yield side, text, block.lines if side == last else None


def _holds(lines: Lines, line: int, *, stays: bool) -> bool:
    return not stays if lines is None else lines[0] <= line <= lines[1]
