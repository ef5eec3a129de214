"""Both sides of what belongs together -> the words, headings, targets and data that differ between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from drift.coverage.claims import SideName, use
from drift.coverage.crossing import crossed
from drift.coverage.cut import TOLD
from drift.coverage.grouping import Grouping
from drift.coverage.part import Part, Unit
from drift.coverage.titled import Key
from drift.coverage.token import Token, What

Sides = tuple[list[Part], list[Part]]

LONE = frozenset({"added", "removed", "edited"})
"""What edits tell of one block."""


def differing(groups: Iterable[Sides], whole: list[Part], grouping: Grouping) -> list[Part]:
    """Compare both sides of each group: whole blocks first, then the words of those that have no equal.

    What stands in no longest common subsequence differs, but for blocks and headings that were only carried elsewhere.

    Args:
        groups: What is to be laid against each other.
        whole: What is told as part of a whole.
        grouping: What belongs together.

    Returns:
        What differs.
    """
    regions: list[tuple[list[Unit], list[Unit]]] = []
    for before, after in groups:
        one, other = _rid_of_crossing(_units(before), _units(after), grouping)
        for ones, others in _unequal([_key(unit) for unit in one], [_key(unit) for unit in other]):
            regions.append((one[ones], other[others]))
    units = [
        unit
        for sides in regions
        for side in sides
        for unit in side
        # What an edit tells as removed went nowhere.
        if unit[0].group[0] not in LONE
    ]
    lone = [u for sides in regions for side in sides for u in side if u[0].group[0] in LONE]
    # The title of a page that was merged is told as removed, and the merge tells of what stood below it.
    below = [unit for unit in _units(whole) if grouping.spreads(unit[0].side, unit[0].token)]
    units += below
    rest = {id(unit) for unit in (*lone, *uncarried(units, grouping))}
    along = _along([unit for unit in units if id(unit) not in rest], below)
    found: list[Part] = []
    for sides in _laid(regions, rest, grouping):
        left, right = (
            [
                part
                for unit in side
                for part in unit
                if id(unit) in rest or (part.token.what == "target" and id(unit) not in along)
            ]
            for side in sides
        )
        found += _apart(left, right, "word", "datum", "heading")
        found += [p for p in _apart(left, right, "target", "heading") if p.token.what == "target"]
    return found


def _along(carried: list[Unit], below: list[Unit]) -> set[int]:
    """Find the blocks that came from below a title which is told to have gone, or went there, links and all.

    Their links have no counterpart but in that whole, so nothing else is to be laid against them.
    """
    told = {id(unit) for unit in below}
    supply = Counter(_key(unit) for unit in carried if id(unit) in told)
    return {id(unit) for unit in carried if id(unit) not in told and use(supply, _key(unit))}


def _rid_of_crossing(
    old: list[Unit], new: list[Unit], grouping: Grouping
) -> tuple[list[Unit], list[Unit]]:
    """Leave out what went to and fro whole with parts of a split or merge.

    The rest stands where it stood, though such blocks and headings are before it on one side and behind it on the other.
    """
    waiting: dict[Key, list[Unit]] = defaultdict(list)
    for unit in reversed(old):
        if grouping.crosses(unit[0].side, unit[0].token):
            waiting[_key(unit)].append(unit)
    same: set[int] = set()
    for unit in new:
        if waiting[_key(unit)] and grouping.crosses(unit[0].side, unit[0].token):
            same |= {id(unit), id(waiting[_key(unit)].pop())}
    return [u for u in old if id(u) not in same], [u for u in new if id(u) not in same]


def _laid(
    regions: list[tuple[list[Unit], list[Unit]]], rest: set[int], grouping: Grouping
) -> Iterator[tuple[list[Unit], list[Unit]]]:
    """Lay the stretches between what is equal against each other, those of parts of a section block by block."""
    spread: dict[Key, tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
    for sides in regions:
        left: tuple[list[Unit], list[Unit]] = ([], [])
        for number, units in enumerate(sides):
            for unit in units:
                # What an edit tells of one block has its counterpart.
                told = unit[0].group[0] in LONE
                key = None if told else grouping.parts(unit[0].side, unit[0].token)
                apart = key is not None and id(unit) in rest and unit[0].token.what == "word"
                (spread[key] if key is not None and apart else left)[number].append(unit)
        yield left
    for old, new in spread.values():
        yield from crossed(old, new)


def _apart(left: list[Part], right: list[Part], *kinds: What) -> list[Part]:
    """Compare the tokens of some kinds, in their order: targets stand beside the words and not between them."""
    one, other = ([p for p in side if p.token.what in kinds] for side in (left, right))
    unequal = _unequal([_key([p]) for p in one], [_key([p]) for p in other])
    return [part for lost, gained in unequal for part in (*one[lost], *other[gained])]


def _units(parts: list[Part]) -> list[Unit]:
    """Put the tokens of each block and heading together, and of a table of contents those of each entry."""
    return [list(unit) for _, unit in groupby(parts, _place)]


def _place(part: Part) -> tuple[str, Key, int, int]:
    token = part.token
    return (token.path, token.section, token.block, token.line if token.entry else 0)


def _key(unit: Unit) -> Key:
    return tuple(word for part in unit for word in (_what(part.token), part.token.text))


def _what(token: Token) -> str:
    """Name what a token is: an entry of a table of contents and a link in the text come and go each for itself."""
    return "entry" if token.entry and token.what == "target" else token.what


def _read(unit: Unit) -> Key:
    """Give what is read of a block or heading, wherever its links lead; of one without a word, its links."""
    return _key([part for part in unit if part.token.what != "target"] or unit)


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


def uncarried(units: list[Unit], grouping: Grouping) -> list[Unit]:
    """Pair units of equal text, one a side, of which at least one may have been carried.

    Args:
        units: Blocks and headings of both sides.
        grouping: What belongs together.

    Returns:
        The others.
    """
    sides: dict[Key, dict[SideName, list[Unit]]] = defaultdict(lambda: {"old": [], "new": []})
    for unit in units:
        sides[_read(unit)][unit[0].side].append(unit)
    kept: list[Unit] = []
    for pair in sides.values():
        old = _open(pair["old"], pair["new"], grouping)
        new = _open(pair["new"], pair["old"], grouping)
        carried = any(grouping.carries(unit[0].side, unit[0].token) for unit in (*old, *new))
        pairs = min(len(old), len(new)) if carried else 0
        kept += [*old[pairs:], *new[pairs:]]
    return kept


def _open(units: list[Unit], others: list[Unit], grouping: Grouping) -> list[Unit]:
    """Leave out what is told as part of a whole, where nothing on the other side may have come from there or gone there.

    What stands elsewhere with the same words stood there before.
    """
    if any(grouping.carries(unit[0].side, unit[0].token) for unit in others):
        return units
    return [unit for unit in units if unit[0].group != (TOLD,)]
