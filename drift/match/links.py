"""The links of two forests -> which is which, by what they point to and how they are called."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable
from typing import Protocol

import msgspec
from rapidfuzz import fuzz

from drift.match.forest import Forest
from drift.match.matching import Matching, Pair
from drift.trees.page import Link
from drift.trees.site import Target
from drift.trees.walk import own_links

LIKE_LABEL = 50
"""Per cent: two links of one block whose labels and targets both differ are still one if the labels are so alike."""

WHOLE = 100

LIKE_TARGET = 80
"""Per cent: the same for targets, which share much by nature. Links of one section and of different blocks must reach
both."""

MOST_COMPARED = 40_000
"""Combinations of left over links of two sections that are all held against each other: a fifth of a second."""

BAND = 40
"""Of more, a link is held against so many that stand where it stood."""


class Place(msgspec.Struct, frozen=True):
    """A link with where it stands."""

    node: int
    block: int
    # Its block's place in the section; -1 in the heading.
    index: int
    link: Link
    target: Target
    # What it points to, in its own revision.
    home: Hashable
    # What it points to in the words of the new revision, so that a target that moved is still the same.


class LinkPair(msgspec.Struct, frozen=True):
    """A link on both sides, or on one."""

    old: Place | None
    new: Place | None
    moved: bool = False
    # Whether it stands in sections that are no pair.


class Naming(Protocol):
    """Tells what targets are called, so that one place has one name on both sides."""

    def old(self, target: Target) -> Hashable:
        """Name an old target as the new revision would."""
        ...

    def new(self, target: Target) -> Hashable:
        """Name a new target."""
        ...


def match_links(matching: Matching, naming: Naming) -> tuple[LinkPair, ...]:
    """Pair the links of all sections that are not just as they were.

    Args:
        matching: The matching of pages and sections.
        naming: Tells what targets are called on either side.

    Returns:
        Each link once, by new place, then by old.
    """
    left_out = {pair.old: pair.new for pair in still(matching)}
    old = _places(matching.old, naming.old, left_out.keys())
    new = _places(matching.new, naming.new, frozenset(left_out.values()))
    pairs: list[LinkPair] = []
    for pair in matching.sections.by_old.values():
        pairs.extend(_in_sections(matching, old.pop(pair.old, []), new.pop(pair.new, [])))
    left = [p.old for p in pairs if p.new is None and p.old is not None]
    right = [p.new for p in pairs if p.old is None and p.new is not None]
    left += [place for places in old.values() for place in places]
    right += [place for places in new.values() for place in places]
    pairs = [p for p in pairs if p.old is not None and p.new is not None]
    found, left, right = _by_key(lambda place: (place.home, place.link.label), left, right)
    pairs.extend(LinkPair(pair.old, pair.new, moved=True) for pair in found)
    pairs.extend(_in_parts(matching, left, right))
    return tuple(sorted(pairs, key=_order))


def still(matching: Matching) -> Iterable[Pair]:
    """Find the sections of changed pages that stand on the page where they stood and read as they did.

    Args:
        matching: The matching of pages and sections.

    Yields:
        The pairs; each of their links is its own counterpart.
    """
    for pair in matching.sections.by_old.values():
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        one, other = old.section, new.section
        if one.digest == other.digest and one.form == other.form and old.page == new.page:
            kinds = zip(own_links(one), own_links(other), strict=True)
            if all(mine.kind == theirs.kind for mine, theirs in kinds):
                yield pair


def _order(pair: LinkPair) -> tuple[int, ...]:
    place = pair.new or pair.old
    return (pair.new is None, place.node, place.block, place.index) if place else ()


def _places(
    forest: Forest, name: Callable[[Target], Hashable], left_out: Container[int]
) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for node in forest.nodes:
        if node.id in left_out:
            continue
        rows = [
            (-1, node.section.links),
            *((i, b.links) for i, b in enumerate(node.section.blocks)),
        ]
        for block, links in rows:
            for index, link in enumerate(links):
                target = forest.site.resolve(node.page, link)
                place = Place(node.id, block, index, link, target, name(target))
                found.setdefault(node.id, []).append(place)
    return found


def _in_sections(matching: Matching, old: list[Place], new: list[Place]) -> Iterable[LinkPair]:
    """Pair the links of two sections, entries of the navigation first, then those of one block."""
    entries, old, new = _entries(matching, old, new)
    yield from entries
    if not old or not new:
        yield from (LinkPair(place, None) for place in old)
        yield from (LinkPair(None, place) for place in new)
        return
    blocks = _block_numbers(matching, old[0].node, new[0].node)
    left: list[Place] = []
    gone: set[int] = set()
    by_block = _by_block(old), _by_block(new)
    for block, mine in sorted(by_block[0].items()):
        number = blocks.get(block)
        theirs = [] if number is None else by_block[1].get(number, [])
        found, lone, rest = _pair(matching, mine, theirs, together=True)
        yield from found
        left.extend(lone)
        gone |= {id(place) for place in theirs} - {id(place) for place in rest}
    right = [place for place in new if id(place) not in gone]
    found, left, right = _pair(matching, left, right, together=False)
    yield from found
    yield from (LinkPair(place, None) for place in left)
    yield from (LinkPair(None, place) for place in right)


def _entries(
    matching: Matching, old: list[Place], new: list[Place]
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair the entries of the navigation by target, in whatever block: an entry is its page and not its label."""
    found: list[LinkPair] = []
    mine, theirs = _in_navigation(matching.old, old), _in_navigation(matching.new, new)
    if mine and theirs:
        keys: tuple[Callable[[Place], Hashable], ...] = (
            lambda place: (place.home, place.link.label),
            lambda place: place.home,
        )
        for key in keys:
            found_now, mine, theirs = _by_key(key, mine, theirs)
            found.extend(found_now)
    told = {id(place) for pair in found for place in (pair.old, pair.new)}
    return found, _without(old, told), _without(new, told)


def _without(places: list[Place], told: set[int]) -> list[Place]:
    return [place for place in places if id(place) not in told] if told else places


def _in_navigation(forest: Forest, places: list[Place]) -> list[Place]:
    lines = forest.site.nav_lines
    if not lines:
        return []
    return [place for place in places if (forest.nodes[place.node].page, place.link.line) in lines]


def _by_block(places: list[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.block, []).append(place)
    return found


def _block_numbers(matching: Matching, old: int, new: int) -> dict[int, int]:
    one, other = matching.old.nodes[old].section, matching.new.nodes[new].section
    if one.digest == other.digest:
        return {index: index for index in range(-1, len(one.blocks))}
    pairs = matching.evidence.blocks(old, new)
    both = {p.old: p.new for p in pairs if p.old is not None and p.new is not None}
    return {-1: -1, **both}


def _pair(
    matching: Matching, old: list[Place], new: list[Place], *, together: bool
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair by target and label, by target, by label, and in one block by likeness."""
    found: list[LinkPair] = []
    label = matching.evidence.modulo.text
    keys: tuple[Callable[[Place], Hashable], ...] = (
        lambda place: (place.home, label(place.link.label), place.link.target),
        lambda place: (place.home, label(place.link.label)),
        lambda place: place.home,
        lambda place: label(place.link.label) or place,
    )
    for key in keys:
        found_now, old, new = _by_key(key, old, new)
        found.extend(found_now)
    likely, old, new = _by_likeness(matching, old, new, together=together)
    return [*found, *likely], old, new


def _by_key(
    key: Callable[[Place], Hashable], old: list[Place], new: list[Place]
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    waiting: dict[Hashable, list[Place]] = {}
    for place in reversed(new):
        waiting.setdefault(key(place), []).append(place)
    found: list[LinkPair] = []
    left: list[Place] = []
    for place in old:
        if waiting.get(key(place)):
            found.append(LinkPair(place, waiting[key(place)].pop()))
        else:
            left.append(place)
    taken = {id(pair.new) for pair in found}
    return found, left, [place for place in new if id(place) not in taken]


def _by_likeness(
    matching: Matching, old: list[Place], new: list[Place], *, together: bool
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair links whose label and target both changed a little."""
    found: list[LinkPair] = []
    rest = list(new)
    left: list[Place] = []
    width = len(new) if len(old) * len(new) <= MOST_COMPARED else BAND
    for place in old:
        start = 0 if width == len(new) else len(left)
        near = range(start, min(len(rest), start + width))
        like = next(
            (at for at in near if _alike(matching, place, rest[at], together=together)), None
        )
        if like is None:
            left.append(place)
        else:
            found.append(LinkPair(place, rest.pop(like)))
    return found, left, rest


def _alike(matching: Matching, old: Place, new: Place, *, together: bool) -> bool:
    label = matching.evidence.modulo.text
    one, other = label(old.link.label).casefold(), label(new.link.label).casefold()
    places = [place.target.url or place.link.target for place in (old, new)]
    targets = fuzz.ratio(*places) >= LIKE_TARGET
    if together:
        # A label that took words on, or gave some up, is the label.
        held = bool(one and other) and fuzz.token_set_ratio(one, other) == WHOLE
        return targets or held or fuzz.token_sort_ratio(one, other) >= LIKE_LABEL
    return targets and fuzz.token_set_ratio(one, other) >= LIKE_LABEL


def _in_parts(matching: Matching, old: list[Place], new: list[Place]) -> Iterable[LinkPair]:
    """Pair links that changed while they went along with a part of a section that was split or merged."""
    left, right = _by_node(old), _by_node(new)
    ways = [(spread.whole, part) for spread in matching.splits for part in spread.parts]
    ways += [(part, spread.whole) for spread in matching.merges for part in spread.parts]
    for one, other in ways:
        mine, theirs = left.get(one, []), right.get(other, [])
        found, left[one], right[other] = _pair(matching, mine, theirs, together=False)
        yield from found
    yield from (LinkPair(place, None) for places in left.values() for place in places)
    yield from (LinkPair(None, place) for places in right.values() for place in places)


def _by_node(places: list[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.node, []).append(place)
    return found
