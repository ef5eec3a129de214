"""The links of two forests -> which is which, by what they point to and how they are called."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable
from typing import Protocol

from drift.match.copied import Copies
from drift.match.forest import Forest
from drift.match.gathered import gathered
from drift.match.labelled import Labels
from drift.match.likeness import folded_words, word_likeness
from drift.match.linked import pair_by, pair_links
from drift.match.matching import Matching, Pair
from drift.match.parts import parts
from drift.match.place import LinkPair, Place
from drift.match.section_blocks import section_blocks
from drift.trees.site import Target
from drift.trees.walk import own_links

LIKE_AROUND = 500
"""Thousandths of the words around a link that went to another page with it: less, and each page has its own."""


class Naming(Protocol):
    """Tells what targets are called, so that one place has one name on both sides."""

    def old(self, target: Target) -> Hashable:
        """Name an old target as the new revision would."""
        ...

    def new(self, target: Target) -> Hashable:
        """Name a new target."""
        ...


def match_links(matching: Matching, naming: Naming, kept: Iterable[Pair]) -> tuple[LinkPair, ...]:
    """Pair the links of all sections that are not just as they were.

    Args:
        matching: The matching of pages and sections.
        naming: Tells what targets are called on either side.
        kept: The sections that are just as they were, as `still` gives them.

    Returns:
        Each link once, by new place, then by old.
    """
    left_out = {pair.old: pair.new for pair in kept}
    old = _places(matching.old, naming.old, left_out.keys())
    new = _places(matching.new, naming.new, frozenset(left_out.values()))
    pairs = list(_carried(matching, old, new))
    for pair in matching.sections.by_old.values():
        pairs.extend(_in_sections(matching, old.pop(pair.old, []), new.pop(pair.new, [])))
    left = [p.old for p in pairs if p.new is None and p.old is not None]
    right = [p.new for p in pairs if p.old is None and p.new is not None]
    left += [place for places in old.values() for place in places]
    right += [place for places in new.values() for place in places]
    pairs = [p for p in pairs if p.old is not None and p.new is not None]
    found, left, right = _moved(matching, left, right)
    listed, left, right = _entries(matching, left, right)
    pairs.extend(LinkPair(pair.old, pair.new, moved=True) for pair in (*found, *listed))
    pairs.extend(_in_parts(matching, left, right))
    return tuple(sorted(pairs, key=_order))


def _moved(
    matching: Matching, old: list[Place], new: list[Place]
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair the links that stand in another section now, those of one page first."""
    copies, paths = Copies(matching), matching.new_paths()
    pages = {id(place): matching.new.nodes[place.node].page for place in new}
    for place in old:
        page = matching.old.nodes[place.node].page
        pages[id(place)] = paths.get(page, page)
    found, left, right = pair_by(
        lambda place: (place.home, place.link.label, pages[id(place)]), old, new
    )
    far, left, right = pair_by(lambda place: (place.home, place.link.label), left, right)
    for pair in far:
        if pair.old and pair.new and not _far(matching, pair.old, pair.new, copies):
            left.append(pair.old)
            right.append(pair.new)
        else:
            found.append(pair)
    return found, left, right


def _far(matching: Matching, old: Place, new: Place, copies: Copies) -> bool:
    """Tell whether a link went to another page: what is around it went along, or is nothing.

    Many pages have a link of their own to one place. A copy of a page has what the page had, and took it from nowhere.
    """
    if copies.between(old.node, new.node) or not old.link.label:
        return False
    texts = _around(matching.old, old), _around(matching.new, new)
    one, other = map(folded_words, texts)
    return set(texts) == {""} or word_likeness(one, other) >= LIKE_AROUND


def _around(forest: Forest, place: Place) -> str:
    """Give the text that a link stands in, without its label."""
    section = forest.nodes[place.node].section
    text = section.blocks[place.block].text if place.block >= 0 else section.title
    return text.replace(place.link.label, "", 1).strip()


def _carried(
    matching: Matching, old: dict[int, list[Place]], new: dict[int, list[Place]]
) -> Iterable[LinkPair]:
    """Pair the links of blocks that went along with a part of a split or merge, and take them out of both sides."""
    for part in parts(matching):
        for blocks in part.pairs:
            mine = [place for place in old.get(part.old, ()) if place.block == blocks.old]
            theirs = [place for place in new.get(part.new, ()) if place.block == blocks.new]
            if mine and theirs:
                labels = Labels(matching, mine, theirs)
                found, _, _ = pair_links(matching, mine, theirs, labels, together=True)
                told = {id(place) for pair in found for place in (pair.old, pair.new)}
                old[part.old] = _without(old[part.old], told)
                new[part.new] = _without(new[part.new], told)
                yield from (LinkPair(pair.old, pair.new, moved=True) for pair in found)


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
    labels = Labels(matching, old, new)
    left: list[Place] = []
    gone: set[int] = set()
    by_block = tuple(gathered(side, lambda place: place.block) for side in (old, new))
    for block, mine in sorted(by_block[0].items()):
        number = blocks.get(block)
        theirs = [] if number is None else by_block[1].get(number, [])
        found, lone, rest = pair_links(matching, mine, theirs, labels, together=True)
        yield from found
        left.extend(lone)
        gone |= {id(place) for place in theirs} - {id(place) for place in rest}
    right = [place for place in new if id(place) not in gone]
    found, left, right = pair_links(matching, left, right, labels, together=False)
    yield from found
    yield from (LinkPair(place, None) for place in left)
    yield from (LinkPair(None, place) for place in right)


def _entries(
    matching: Matching, old: list[Place], new: list[Place]
) -> tuple[list[LinkPair], list[Place], list[Place]]:
    """Pair the entries of the navigation by target, in whatever block: an entry is its page and not its label."""
    if matching.old.site.nav_key == matching.new.site.nav_key:
        # No page that differs has a part in it.
        return [], old, new
    found: list[LinkPair] = []
    mine, theirs = _in_navigation(matching.old, old), _in_navigation(matching.new, new)
    if mine and theirs:
        keys: tuple[Callable[[Place], Hashable], ...] = (
            lambda place: (place.home, place.link.label),
            lambda place: place.home,
        )
        for key in keys:
            found_now, mine, theirs = pair_by(key, mine, theirs)
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


def _block_numbers(matching: Matching, old: int, new: int) -> dict[int, int]:
    one, other = matching.old.nodes[old].section, matching.new.nodes[new].section
    if one.digest == other.digest and one.form == other.form:
        return {index: index for index in range(-1, len(one.blocks))}
    pairs = section_blocks(matching, old, new)
    both = {p.old: p.new for p in pairs if p.old is not None and p.new is not None}
    return {-1: -1, **both}


def _in_parts(matching: Matching, old: list[Place], new: list[Place]) -> Iterable[LinkPair]:
    """Pair links that changed while they went along with a part of a section that was split or merged."""
    left, right = (gathered(side, lambda place: place.node) for side in (old, new))
    ways = [(spread.whole, part) for spread in matching.splits for part in spread.parts]
    ways += [(part, spread.whole) for spread in matching.merges for part in spread.parts]
    for one, other in ways:
        mine, theirs = left.get(one, []), right.get(other, [])
        labels = Labels(matching, mine, theirs)
        found, left[one], right[other] = pair_links(matching, mine, theirs, labels, together=False)
        yield from found
    yield from (LinkPair(place, None) for places in left.values() for place in places)
    yield from (LinkPair(None, place) for places in right.values() for place in places)
