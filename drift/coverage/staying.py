"""Edits of blocks, of which the old side's line is not told -> the equal blocks beside them that stay as they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from rapidfuzz.distance import LCSseq

from drift.changes.base import BlockChange, Change, Location, both_places
from drift.coverage.claims import SideName, use
from drift.trees.site import Site
from drift.trees.walk import walk
from drift.trees.words import visible

Words = tuple[str, ...]


class _Numbered(msgspec.Struct, frozen=True):
    """A block with its number on its page."""

    number: int
    words: Words
    lines: tuple[int, int]


def staying(
    changes: Iterable[Change], sites: Mapping[SideName, Site]
) -> frozenset[tuple[str, int]]:
    """Find the old blocks that an edit does not mean, though it tells of the same words.

    An edit states a block's place in the new file. Where its section had the block twice, that one is meant which has no
    equal in the order of the new section.

    Args:
        changes: The changes.
        sites: The two sides.

    Returns:
        Pages of the old side, with the numbers of the blocks on them.
    """
    found: set[tuple[str, int]] = set()
    for change in changes:
        places = both_places(change)
        if not change.blocks or places is None:
            continue
        old, new = places
        meant = Counter(
            tuple(visible(block.before))
            for block in change.blocks
            if block.before is not None and block.after is not None
        )
        before = _numbered(sites["old"], old) if meant else []
        held = Counter(block.words for block in before)
        if any(held[words] > count for words, count in meant.items()):
            after = _unsaid(_numbered(sites["new"], new), change.blocks)
            found.update((old.path, number) for number in _kept(before, after, meant))
    return frozenset(found)


def _unsaid(blocks: Iterable[_Numbered], told: Iterable[BlockChange]) -> list[Words]:
    """Leave out the new blocks of which an edit tells: they are no counterparts of what stayed."""
    said = Counter((tuple(visible(one.after)), one.lines) for one in told if one.after is not None)
    return [block.words for block in blocks if not use(said, (block.words, block.lines))]


def _kept(
    before: Sequence[_Numbered], after: Sequence[Words], meant: Counter[Words]
) -> Iterator[int]:
    """Of equal blocks, list those that an edit does not mean: it means those that are not in their place any more."""
    held = Counter(block.words for block in before)
    # Of those that are meant one and all, none stays to keep its neighbours in their places.
    left = [block for block in before if held[block.words] > meant[block.words]]
    numbers: dict[Words, int] = {}
    one = [numbers.setdefault(block.words, len(numbers)) for block in left]
    other = [numbers.setdefault(words, len(numbers)) for words in after]
    equal = LCSseq.opcodes(one, other).as_matching_blocks()
    standing = {block.a + i for block in equal for i in range(block.size)}
    alike: dict[Words, list[int]] = defaultdict(list)
    for index, block in enumerate(left):
        if block.words in meant:
            alike[block.words].append(index)
    for words, indices in alike.items():
        ranked = sorted(indices, key=lambda index: index in standing)
        yield from (left[index].number for index in ranked[meant[words] :])


def _numbered(site: Site, at: Location) -> list[_Numbered]:
    """List the blocks of a section with their numbers on its page; nothing where several sections go by its path."""
    page = site.pages.get(at.path)
    number = 0
    found: list[list[_Numbered]] = []
    for trail, section in walk(page.root) if page else ():
        if trail == at.section:
            found.append(
                [
                    _Numbered(order, tuple(visible(block.text)), block.lines)
                    for order, block in enumerate(section.blocks, number)
                ]
            )
        number += len(section.blocks)
    return found[0] if len(found) == 1 else []
