"""Two sites and a changelog -> the share of all differences that the changelog tells, and what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from rapidfuzz.distance import LCSseq

from drift.changes.base import Change
from drift.coverage.balance import unbalanced
from drift.coverage.belonging import Key
from drift.coverage.grouping import TOLD, Grouping
from drift.coverage.naming import Naming
from drift.coverage.part import Block, Part, Unit
from drift.coverage.token import Token, What, tokens
from drift.coverage.told import SIDES, SideName, Told, at, use
from drift.explain.base import Changelog
from drift.trees.site import Site


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


_Sides = tuple[list[Part], list[Part]]


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
    grouping = Grouping(changes, {"old": old, "new": new})
    told = Told(changes)
    groups = _groups(old, new, grouping, changes)
    whole = [part for side in groups.pop((TOLD,), ([], [])) for part in side]
    differing = _differing([groups[key] for key in sorted(groups)], whole, grouping)
    left = [part for part in differing if not told.tells(part.side, part.token, part.block)]
    naming = Naming({"old": old, "new": new}, _renamed(changes), grouping)
    targets = [[part] for part in naming.unlike(left) if part.token.what == "target"]
    left = [part for part in left if part.token.what != "target"]
    left = [part for part in left if not told.elsewhere(part.side, part.token)]
    left = unbalanced(left, grouping, told)
    rest = [part for unit in _uncarried(targets, grouping) for part in unit]
    left += _unturned(rest, _renamed(changes), [part for part in whole if part.token.entry])
    missing = sorted(map(_uncovered, left), key=lambda each: (each.path, each.side, each.line))
    count = len(differing) + len(whole)
    return Coverage(1.0 - len(missing) / count if count else 1.0, tuple(missing))


def _unturned(targets: list[Part], renamed: dict[str, str], listed: list[Part]) -> list[Part]:
    """Leave out the targets that only changed places within a section, as the words around them tell.

    An entry of a table of contents that came or went with its section, and is listed elsewhere on its page, is where it
    was: changes of the navigation tell of its place.
    """
    words = [part for part in targets if not part.token.entry]
    places = [Counter(_home(p, renamed) for p in words if p.side == side) for side in SIDES]
    same = places[0] & places[1]
    supply = {side: same.copy() for side in SIDES}
    told = Counter((part.side, _home(part, renamed)[:2]) for part in listed)
    left: list[Part] = []
    for part in targets:
        home = _home(part, renamed)
        other: SideName = "old" if part.side == "new" else "new"
        entry = part.token.entry
        if not (use(told, (other, home[:2])) if entry else use(supply[part.side], home)):
            left.append(part)
    return left


def _home(part: Part, renamed: dict[str, str]) -> Key:
    token = part.token
    path = renamed.get(token.path, token.path) if part.side == "old" else token.path
    return (path, token.text, *token.section)


def _uncovered(part: Part) -> Uncovered:
    token = part.token
    text = token.written if token.what == "target" else token.text
    return Uncovered(part.side, token.path, token.line, text)


def _groups(
    old: Site, new: Site, grouping: Grouping, changes: tuple[Change, ...]
) -> dict[Key, _Sides]:
    found: dict[Key, _Sides] = defaultdict(lambda: ([], []))
    renamed = _renamed(changes)
    for number, (side, site) in enumerate(zip(SIDES, (old, new), strict=True)):
        for path in site.pages:
            if path not in grouping.touched and _same(old, new, path):
                continue
            read = tokens(site, path, renamed if side == "old" else {})
            blocks = _blocks(read)
            for token in read:
                block = blocks.get(token.block, ())
                part = Part(side, token, block)
                found[grouping.group(side, token, block)][number].append(part)
    return found


def _same(old: Site, new: Site, path: str) -> bool:
    if path not in old.pages or path not in new.pages or old.key(path) == new.key(path):
        return path in old.pages and path in new.pages
    one, other = old.pages[path], new.pages[path]
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


def _differing(groups: Iterable[_Sides], whole: list[Part], grouping: Grouping) -> list[Part]:
    """Compare both sides of each group: whole blocks first, then the words of those that have no equal.

    What stands in no longest common subsequence differs, but for blocks and headings that were only carried elsewhere.
    """
    regions: list[tuple[list[Unit], list[Unit]]] = []
    for before, after in groups:
        one, other = _units(before), _units(after)
        for ones, others in _unequal([_key(unit) for unit in one], [_key(unit) for unit in other]):
            regions.append((one[ones], other[others]))
    units = [unit for sides in regions for side in sides for unit in side]
    # The title of a page that was merged is told as removed, and the merge tells of what stood below it.
    units += [unit for unit in _units(whole) if grouping.spreads(unit[0].side, unit[0].token)]
    rest = {id(unit) for unit in _uncarried(units, grouping)}
    found: list[Part] = []
    for sides in regions:
        left, right = (
            [p for unit in side for p in unit if id(unit) in rest or p.token.what == "target"]
            for side in sides
        )
        found += _apart(left, right, "word", "datum", "heading")
        found += [p for p in _apart(left, right, "target", "heading") if p.token.what == "target"]
    return found


def _apart(left: list[Part], right: list[Part], *kinds: What) -> list[Part]:
    """Compare the tokens of some kinds, in their order: targets stand beside the words and not between them."""
    one, other = ([p for p in side if p.token.what in kinds] for side in (left, right))
    unequal = _unequal([_key([p]) for p in one], [_key([p]) for p in other])
    return [part for lost, gained in unequal for part in (*one[lost], *other[gained])]


def _units(parts: list[Part]) -> list[Unit]:
    """Put the tokens of each block and heading together."""
    return [
        list(unit)
        for _, unit in groupby(parts, lambda p: (p.token.path, p.token.section, p.token.block))
    ]


def _key(unit: Unit) -> Key:
    return tuple(word for part in unit for word in (part.token.what, part.token.text))


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


def _uncarried(units: list[Unit], grouping: Grouping) -> list[Unit]:
    """Pair units of equal text, one a side, of which at least one may have been carried; give the others."""
    sides: dict[Key, dict[SideName, list[Unit]]] = defaultdict(lambda: {"old": [], "new": []})
    for unit in units:
        sides[_read(unit)][unit[0].side].append(unit)
    kept: list[Unit] = []
    for pair in sides.values():
        old, new = pair["old"], pair["new"]
        carried = any(grouping.carries(unit[0].side, unit[0].token) for unit in (*old, *new))
        pairs = min(len(old), len(new)) if carried else 0
        kept += [*old[pairs:], *new[pairs:]]
    return kept
