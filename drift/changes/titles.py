"""Which heading is the title of its page, and whether the title changed."""

from __future__ import annotations

from drift.match.matching import Matching, Pair


def retitled(matching: Matching, pair: Pair) -> bool:
    """Tell whether the title of a page changed, and not merely which section comes first."""
    old, new = matching.old.page_of(pair.old), matching.new.page_of(pair.new)
    if old.title == new.title:
        return False
    one, other = matching.old.title_of(pair.old), matching.new.title_of(pair.new)
    if one is None or other is None or matching.sections.holds(one, other):
        return True
    # A heading that was put above what the page began with, or taken from there, was or is its title.
    return other in headed(matching) or one in headed(matching.turned())


def headed(matching: Matching) -> frozenset[int]:
    """Find the new titles of pages under which words stand that stood before the first heading.

        Lock the screen.   ->   # Keys
                                Lock the screen.

    The page was given a title, and is no more than it was.

    Args:
        matching: The matching, with its splits.

    Returns:
        New sections.
    """
    found: set[int] = set()
    for spread in matching.splits:
        root = matching.pages.new_of(spread.whole)
        title = None if root is None else matching.new.title_of(root)
        if title not in spread.parts:
            continue
        if matching.new.page_of(title).title != matching.old.page_of(spread.whole).title:
            found.add(title)
    return frozenset(found)


def is_title(matching: Matching, pair: Pair) -> bool:
    """Tell whether the headings of a pair of sections are the titles of paired pages."""
    one = matching.old.roots[matching.old.nodes[pair.old].page]
    other = matching.new.roots[matching.new.nodes[pair.new].page]
    return (
        matching.pages.holds(one, other)
        and matching.old.title_of(one) == pair.old
        and matching.new.title_of(other) == pair.new
    )
