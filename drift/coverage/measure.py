"""Two sites and a changelog -> the share of all differences that the changelog tells, and what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from rapidfuzz.distance import LCSseq

from drift.changes.base import Change
from drift.coverage.grouping import TOLD, Grouping, Key
from drift.coverage.token import Token, tokens
from drift.coverage.told import SIDES, SideName, Told, at
from drift.explain.base import Changelog
from drift.tree.page import Page
from drift.tree.site import Site

Block = tuple[str, ...]


class Uncovered(msgspec.Struct, frozen=True):
    """A difference that no change tells."""

    side: SideName
    path: str
    line: int
    text: str


class Coverage(msgspec.Struct, frozen=True):
    """How much of what differs is told."""

    share: float
    uncovered: tuple[Uncovered, ...]


class _Part(msgspec.Struct, frozen=True):
    """A token, its side, and the words of its block."""

    side: SideName
    token: Token
    block: Block


def coverage(old: Site, new: Site, changelog: Changelog) -> Coverage:
    """Hold a changelog against the plain difference of the two sides.

    Args:
        old: The site before.
        new: The site after.
        changelog: What is said to have changed.

    Returns:
        The share of differing words, headings, link targets and data that some change tells, and the others.
    """
    changes = changelog.changes
    grouping = Grouping(changes, {"old": old.pages, "new": new.pages})
    told, count = Told(changes), 0
    left: list[_Part] = []
    for key, (before, after) in sorted(_groups(old, new, grouping, changes).items()):
        differing = [*before, *after] if key == (TOLD,) else _differing(before, after)
        count += len(differing)
        if key != (TOLD,):
            left += [
                part for part in differing if not told.tells(part.side, part.token, part.block)
            ]
    missing = sorted(
        map(_uncovered, _unspread(left, grouping)),
        key=lambda each: (each.path, each.side, each.line),
    )
    return Coverage(1.0 - len(missing) / count if count else 1.0, tuple(missing))


def _uncovered(part: _Part) -> Uncovered:
    token = part.token
    text = token.written if token.what == "target" else token.text
    return Uncovered(part.side, token.path, token.line, text)


def _groups(
    old: Site, new: Site, grouping: Grouping, changes: tuple[Change, ...]
) -> dict[Key, tuple[list[_Part], list[_Part]]]:
    found: dict[Key, tuple[list[_Part], list[_Part]]] = defaultdict(lambda: ([], []))
    renamed = _renamed(changes)
    for number, (side, site) in enumerate(zip(SIDES, (old, new), strict=True)):
        for path in site.pages:
            if path not in grouping.touched and _same(old.pages.get(path), new.pages.get(path)):
                continue
            read = tokens(site, path, renamed if side == "old" else {})
            blocks = _blocks(read)
            for token in read:
                block = blocks.get(token.block, ())
                part = _Part(side, token, block)
                found[grouping.group(side, token, block)][number].append(part)
    return found


def _same(one: Page | None, other: Page | None) -> bool:
    if one is None or other is None:
        return False
    return one.root.subtree == other.root.subtree and one.metadata == other.metadata


def _renamed(changes: Iterable[Change]) -> dict[str, str]:
    """Map the paths of pages that moved, so that a link which followed its page is no difference."""
    found: dict[str, str] = {}
    for change in changes:
        if change.kind in ("page.moved", "page.converted"):
            for before, after in zip(at(change, "old"), at(change, "new"), strict=True):
                found[before.path] = after.path
    return found


def _blocks(read: Iterable[Token]) -> dict[int, Block]:
    found: dict[int, list[str]] = defaultdict(list)
    for token in read:
        if token.block >= 0 and token.what == "word":
            found[token.block].append(token.text)
    return {number: tuple(block) for number, block in found.items()}


def _differing(before: list[_Part], after: list[_Part]) -> list[_Part]:
    """Compare two runs of tokens: whole blocks first, then the words of those that have no equal.

    What stands in no longest common subsequence differs.
    """
    one, other = _units(before), _units(after)
    found: list[_Part] = []
    for ones, others in _unequal([_key(unit) for unit in one], [_key(unit) for unit in other]):
        left = [part for unit in one[ones] for part in unit]
        right = [part for unit in other[others] for part in unit]
        for lost, gained in _unequal([_key([p]) for p in left], [_key([p]) for p in right]):
            found += left[lost] + right[gained]
    return found


def _units(parts: list[_Part]) -> list[list[_Part]]:
    """Put the tokens of each block and heading together."""
    return [
        list(unit)
        for _, unit in groupby(parts, lambda p: (p.token.path, p.token.section, p.token.block))
    ]


def _key(unit: list[_Part]) -> Key:
    return tuple(word for part in unit for word in (part.token.what, part.token.text))


def _unequal(before: Sequence[Key], after: Sequence[Key]) -> Iterator[tuple[slice, slice]]:
    """Find the stretches between what two sequences have in common."""
    numbers: dict[Key, int] = {}
    one, other = (
        [numbers.setdefault(key, len(numbers)) for key in side] for side in (before, after)
    )
    start = (0, 0)
    for block in LCSseq.opcodes(one, other).as_matching_blocks():
        if start != (block.a, block.b):
            yield slice(start[0], block.a), slice(start[1], block.b)
        start = (block.a + block.size, block.b + block.size)


def _unspread(left: list[_Part], grouping: Grouping) -> list[_Part]:
    """Leave out the blocks and headings that a split or merge only carried to another place, word for word."""
    units: dict[tuple[SideName, str, int, tuple[str, ...]], list[_Part]] = defaultdict(list)
    kept: list[_Part] = []
    for part in left:
        token = part.token
        places = {(part.side, token.path, token.section), (part.side, token.path, None)}
        if places & grouping.spread:
            units[part.side, token.path, token.block, token.section].append(part)
        else:
            kept.append(part)
    texts = {key: tuple(part.token.text for part in unit) for key, unit in units.items()}
    counts = {side: Counter(texts[key] for key in units if key[0] == side) for side in SIDES}
    both = counts["old"] & counts["new"]
    spare = {side: Counter(both) for side in SIDES}
    for key, unit in units.items():
        if spare[key[0]][texts[key]] > 0:
            spare[key[0]][texts[key]] -= 1
        else:
            kept += unit
    return kept
