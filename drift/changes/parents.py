"""Whether a section stands under another parent by itself, or because of what happened around it."""

from __future__ import annotations

from drift.changes.base import Location
from drift.changes.comparison import Comparison
from drift.match.forest import Forest, Node
from drift.match.matching import Matching, Pair


def moved(comparison: Comparison, pair: Pair) -> bool:
    """Tell whether a section moved and did not merely go along.

    Args:
        comparison: The two revisions.
        pair: A section on both sides.

    Returns:
        Whether it stands under another parent by lineage, and neither its parent, nor a split or merge, nor a heading
        whose level changed took it there.
    """
    matching = comparison.matching
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    if matching.sections.holds(old.parent, new.parent):
        return False
    if comparison.title_of_merged(pair):
        return False
    spread = _in_one_spread(comparison, pair)
    if _told_whole(comparison.turned, old.parent, titles=not spread):
        return True
    if _told_whole(comparison, new.parent, titles=not spread):
        return True
    return not spread and not _relevelled_around(matching, pair)


def _told_whole(comparison: Comparison, node: int, *, titles: bool) -> bool:
    """Tell whether a heading came, which takes all below it along that is not told to have moved.

    The title of a page that is itself a part does not: what stands below it is told by the split or merge.
    """
    if node < 0:
        return False
    at = comparison.matching.new.nodes[node]
    title = at.depth == 1 and at.place == 0
    fresh = node in comparison.fresh and node not in comparison.titles
    return at.depth > 0 and fresh and (titles or not title)


def _in_one_spread(comparison: Comparison, pair: Pair) -> bool:
    """Tell whether the old and the new parent share a lineage through a split or merge, of sections or pages."""
    matching = comparison.matching
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    split = comparison.split_parts.get(new.parent)
    if split is not None and split.whole == old.parent:
        return True
    merge = comparison.merge_parts.get(old.parent)
    if merge is not None and merge.whole == new.parent:
        return True
    one, other = matching.old.roots[old.page], matching.new.roots[new.page]
    split, merge = comparison.split_parts.get(other), comparison.merge_parts.get(one)
    if split is not None and split.whole == one:
        return _topmost(matching, pair)
    return merge is not None and merge.whole == other and _topmost(matching, pair)


def _topmost(matching: Matching, pair: Pair) -> bool:
    """Tell whether neither the heading above a section nor the one that was above it went along from page to page."""
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    above, below = matching.sections.old_of(new.parent), matching.sections.new_of(old.parent)
    came = above is not None and matching.old.nodes[above].page == old.page
    went = below is not None and matching.new.nodes[below].page == new.page
    # The title of a page goes with the page.
    return not (came and new.parent != _title(matching.new, new)) and not (
        went and old.parent != _title(matching.old, old)
    )


def _title(forest: Forest, node: Node) -> int | None:
    return forest.title_of(forest.roots[node.page])


def _relevelled_around(matching: Matching, pair: Pair) -> bool:
    """Tell whether a heading before a section changed its level, and the section stayed where it was."""
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    if not matching.pages.holds(matching.old.roots[old.page], matching.new.roots[new.page]):
        return False
    if old.section.level != new.section.level:
        return False
    before, after = _changed_level(matching, pair)
    return (before or after) and _same_neighbour(matching, pair)


def _changed_level(matching: Matching, pair: Pair) -> tuple[bool, bool]:
    """Tell whether the old parent, and whether the new one, has another level on the other side."""
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    there, here = matching.sections.new_of(old.parent), matching.sections.old_of(new.parent)
    return (
        there is not None and _level(matching.old, old.parent) != _level(matching.new, there),
        here is not None and _level(matching.old, here) != _level(matching.new, new.parent),
    )


def _level(forest: Forest, node: int) -> int:
    return forest.nodes[node].section.level


def _same_neighbour(matching: Matching, pair: Pair) -> bool:
    """Tell whether the heading before a section, or the one after all below it, is the same on both sides."""
    old, new = matching.old.nodes, matching.new.nodes
    for one, other in ((pair.old - 1, pair.new - 1), (old[pair.old].end, new[pair.new].end)):
        if _on_page(old, one, pair.old) and matching.sections.new_of(one) == other:
            return True
    return False


def _on_page(nodes: tuple[Node, ...], node: int, other: int) -> bool:
    return 0 <= node < len(nodes) and nodes[node].page == nodes[other].page


def adopted(
    comparison: Comparison, old: Location, new: Location
) -> tuple[str, str, tuple[str, ...]] | None:
    """Find the heading that, by coming or going, put a section under another parent without moving it.

    Args:
        comparison: The two revisions.
        old: Where the section stood.
        new: Where it stands.

    Returns:
        The kind of change, page and section path of that heading; None where the section itself moved.
    """
    matching = comparison.matching
    pair = comparison.pair_at.get(new)
    if pair is None or comparison.old_at(pair.old) != old or not _stayed(comparison, pair):
        return None
    one, other = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    if other.parent in comparison.fresh:
        return ("section.added", other.page, other.path[:-1])
    if one.parent in comparison.turned.fresh:
        return ("section.removed", one.page, one.path[:-1])
    return None


def _stayed(comparison: Comparison, pair: Pair) -> bool:
    """Tell whether a section kept its level and the nearest paired heading before it."""
    matching = comparison.matching
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    if old.section.level != new.section.level:
        return False
    before = _paired_before(matching, pair.old)
    back = _paired_before(comparison.turned.matching, pair.new)
    if before is None or back is None:
        return before is back
    return matching.sections.holds(before, back)


def _paired_before(matching: Matching, node: int) -> int | None:
    page = matching.old.nodes[node].page
    while node > 0 and matching.old.nodes[node - 1].page == page:
        node -= 1
        if node in matching.sections.by_old:
            return node
    return None
