"""A changelog -> the blocks that it tells of one by one, each to be laid against itself.

What an edit says of blocks must add up: those that it tells as added, removed, edited and moved are taken out of their
sections, and what is left there must be the same on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from drift.changes.base import BlockChange, Change
from drift.coverage.carried import came_reworded, left_elsewhere
from drift.coverage.claims import SIDES, SideName, Spot, at
from drift.coverage.staying import staying
from drift.coverage.titled import Key
from drift.coverage.token import Token
from drift.trees.site import Site
from drift.trees.words import visible

Lines = tuple[int, int] | None

Words = tuple[str, ...]


class _Told(msgspec.Struct, frozen=True):
    """A block that an edit tells of."""

    words: Words
    lines: Lines
    roughly: bool
    # Whether the lines are those of its section.
    key: Key

    def holds(self, token: Token, *, stays: bool) -> bool:
        line = token.home if self.roughly else token.line
        here = self.lines is None or self.lines[0] <= line <= self.lines[1]
        return here and not (self.roughly and stays)


class Lifted:
    """The blocks that edits tell of, each claimed by the first that stands where it is said to."""

    def __init__(self, changes: tuple[Change, ...], sites: Mapping[SideName, Site]) -> None:
        """List what edits tell of blocks."""
        self._staying = staying(changes, sites)
        self._waiting: dict[tuple[Spot, Words], list[_Told]] = defaultdict(list)
        self._found: dict[tuple[SideName, str, int], Key | None] = {}
        for spot, told in _told(changes):
            self._waiting[spot, told.words].append(told)

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
            order = sorted(range(len(waiting)), key=lambda index: waiting[index].roughly)
            stays = side == "old" and (token.path, token.block) in self._staying
            here = (i for i in order if waiting[i].holds(token, stays=stays))
            index = next(here, None) if token.block >= 0 else None
            self._found[number] = None if index is None else waiting.pop(index).key
        found = self._found[number]
        # A link may stay in its section though its block is told as removed and another as added. Of images that are told
        # to have moved, nothing says which is which.
        goes = found is not None and found[0] == "moved" and bool(words)
        return None if token.what == "target" and not goes else found


def _told(changes: tuple[Change, ...]) -> Iterator[tuple[Spot, _Told]]:
    """Go through the blocks that edits tell of, and where each stands."""
    edits = [one for one in enumerate(changes) if one[1].kind == "section.edited"]
    left = left_elsewhere(change for _, change in edits)
    for number, change in edits:
        for order, block in enumerate(change.blocks or ()):
            # What moved to another section has its other end in the edit of that one.
            torn = block.op == "moved" and None in (block.before, block.after)
            came = came_reworded(block, left)
            for side, text, lines in _ends(block):
                if came and side == "old":
                    continue
                end = (block.before if came else text) or ""
                key = ("torn", end) if torn or came else (block.op, f"{number}.{order}")
                words = tuple(visible(text))
                for place in at(change, side):
                    # Of several sections under one path, its own has the block.
                    told = _Told(words, lines or place.lines, lines is None, key)
                    yield (side, place.path, place.section), told


def _ends(block: BlockChange) -> Iterator[tuple[SideName, str, Lines]]:
    """Give the sides of what became of a block; its lines are those of the new file if it is there."""
    last = "old" if block.after is None else "new"
    for side, text in zip(SIDES, (block.before, block.after), strict=True):
        if text is not None:
            yield side, text, block.lines if side == last else None
