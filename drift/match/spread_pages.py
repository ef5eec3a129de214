"""Find the pages whose content lives on in several pages, or came together from several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from drift.match.forest import Forest
from drift.match.matching import Matching, Pair, Spread

HALF = 0.5
"""The part of a page that must live in another, where it is less than two whole sections."""


def parted(matching: Matching) -> Matching:
    """Take pages apart that are no more than a part of each other, though each is the likest to the other.

        js.md: # JavaScript    ts.md: # TypeScript   ->   both.md: # Both, ## JavaScript, ## TypeScript

    Where the new title is that of another page, that one is the page.

    Args:
        matching: The matching with all pairs made.

    Returns:
        The same without such pairs of pages.
    """
    old, new = dict(_absorbed(matching)), dict(_absorbed(matching.turned()))
    if not old and not new:
        return matching

    def stays(pair: Pair) -> bool:
        return pair.old not in old and pair.new not in new

    heirs = [pair for pair in old.values() if pair]
    heirs += [Pair(p.new, p.old, p.confidence, p.stage) for p in new.values() if p]
    return msgspec.structs.replace(
        matching,
        pages=matching.pages.only(stays).with_all(heirs),
        sections=matching.sections.only(stays).with_all(heirs),
    )


def _absorbed(matching: Matching) -> Iterator[tuple[int, Pair | None]]:
    """List the old pages that others took in, each with the pair of the page that did where there was one."""
    likely = [pair for pair in matching.pages.by_old.values() if _below(matching, pair)]
    others = {whole for whole, _ in _homes(matching.turned())} if likely else set[int]()
    for pair in likely:
        head = matching.sections.by_new.get(_head(matching.new, pair.new) or -1)
        if head is None:
            if pair.new in others:
                yield pair.old, None
            continue
        root = matching.old.roots[matching.old.nodes[head.old].page]
        if root not in matching.pages.by_old and _head(matching.old, root) == head.old:
            yield pair.old, Pair(root, pair.new, head.confidence, head.stage)


def _below(matching: Matching, pair: Pair) -> bool:
    """Tell whether the title of an old page is a heading below the title of the new one, which has another path."""
    old, new = matching.old, matching.new
    title, head = _head(old, pair.old), _head(new, pair.new)
    if title is None or head is None or old.nodes[pair.old].page == new.nodes[pair.new].page:
        return False
    heading = matching.sections.by_old.get(title)
    return heading is not None and new.nodes[heading.new].parent == head


def _head(forest: Forest, root: int) -> int | None:
    """Find the heading that all of a page stands under, though its title be written otherwise in its front matter."""
    children = forest.nodes[root].children
    alone = len(children) == 1 and not forest.says(root)
    return children[0] if alone else forest.title_of(root)


def spread_pages(matching: Matching, *, merged: bool) -> Iterator[Spread]:
    """Find the old pages of which two or more sections, or half, live in new, unpaired pages.

    Args:
        matching: The matching, of sections too.
        merged: Whether they are merges to the reader, who looks from the other side.

    Yields:
        Those pages with their parts.
    """
    is_part = _is_merged if merged else _is_split_off
    parts: dict[int, dict[int, list[int]]] = {}
    for (source, target), tops in sorted(_homes(matching).items()):
        parts.setdefault(source, {})[target] = tops
    for source, homes in sorted(parts.items()):
        targets = tuple(part for part in homes if is_part(matching, source, part, homes[part]))
        if source in matching.pages.by_old:
            if targets:
                yield Spread(source, targets, 0.9)
        elif _is_shared(matching, source, homes):
            yield Spread(source, tuple(homes), 0.9)
        elif len(targets) > 1:
            yield Spread(source, targets, 0.9)


def _homes(matching: Matching) -> dict[tuple[int, int], list[int]]:
    """Find what came from a page to a new, unpaired one: the sections that are topmost on either side, by both roots."""
    homes: dict[tuple[int, int], list[int]] = {}
    if len(matching.pages.by_new) == len(matching.new.roots):
        return homes
    for pair in matching.sections.by_new.values():
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        source, target = matching.old.roots[old.page], matching.new.roots[new.page]
        if target in matching.pages.by_new:
            continue
        came = _stands_in(matching.new, pair.new, matching.sections.old_of, matching.old, old.page)
        went = _stands_in(matching.old, pair.old, matching.sections.new_of, matching.new, new.page)
        # What stood beside the one that it stands in now went by itself.
        if not came or not went:
            homes.setdefault((source, target), []).append(pair.new)
    return homes


def _stands_in(
    here: Forest, node: int, counterpart: Callable[[int], int | None], there: Forest, page: str
) -> bool:
    """Tell whether a section stands in one that is on some page of the other side."""
    above = here.nodes[node].parent
    while above >= 0:
        other = counterpart(above)
        if other is not None and there.nodes[other].page == page:
            return True
        above = here.nodes[above].parent
    return False


def _is_split_off(matching: Matching, source: int, target: int, tops: list[int]) -> bool:
    """Tell whether what moved is more than one section that became a page of its own.

    Args:
        matching: The matching.
        source: An old root.
        target: A new one.
        tops: The topmost new sections that moved.

    Returns:
        Whether the new page is a part of the old one.
    """
    if len(tops) > 1:
        return True
    first = matching.new.nodes[target].children
    if tops == [target] or (list(first) == tops and not matching.new.says(target)):
        return False
    moved = _moved(matching, tops)
    # A page that says much else besides came by itself, and took one section over.
    if moved < HALF * matching.evidence.new.size(target):
        return False
    return moved >= HALF * matching.evidence.old.size(source) > 0


def _is_merged(matching: Matching, _source: int, target: int, tops: list[int]) -> bool:
    """Tell, looking backwards, whether half of a page that is gone lives in another.

    Args:
        matching: The matching, turned.
        target: The root of the page that is gone.
        tops: The topmost of its sections that live elsewhere.

    Returns:
        Whether it was merged there.
    """
    whole = matching.evidence.new.size(target)
    return len(tops) > 1 or _moved(matching, tops) >= HALF * whole


def _is_shared(matching: Matching, source: int, homes: Mapping[int, list[int]]) -> bool:
    """Tell whether half of a page that has no counterpart lives in several, or came from them, be it a section in each."""
    moved = sum(_moved(matching, tops) for tops in homes.values())
    return len(homes) > 1 and moved >= HALF * matching.evidence.old.size(source) > 0


def _moved(matching: Matching, tops: list[int]) -> int:
    nodes, size = matching.new.nodes, matching.evidence.new.size
    return sum(size(top) for top in tops if not any(at < top < nodes[at].end for at in tops))
