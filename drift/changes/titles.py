"""Which heading is the title of its page, and whether the title changed."""

from __future__ import annotations

from collections.abc import Sequence

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


def keeps_title(matching: Matching, whole: int, parts: Sequence[int]) -> bool:
    """Tell whether a section went into what stands before the first heading of its page with nothing but its heading lost.

        # Keys               ->   title: Keys
        Lock the screen.          Lock the screen.

    Readers see the title of the page on both sides.

    Args:
        matching: The matching.
        whole: A new section.
        parts: The old ones that live on in it.
    """
    new = matching.new.page_of(whole)
    if len(parts) != 1 or matching.new.nodes[whole].depth:
        return False
    root = matching.old.roots[matching.old.nodes[parts[0]].page]
    return matching.old.title_of(root) == parts[0] and matching.old.page_of(root).title == new.title


def is_title(matching: Matching, pair: Pair) -> bool:
    """Tell whether the headings of a pair of sections are the titles of paired pages."""
    one = matching.old.roots[matching.old.nodes[pair.old].page]
    other = matching.new.roots[matching.new.nodes[pair.new].page]
    return (
        matching.pages.holds(one, other)
        and matching.old.title_of(one) == pair.old
        and matching.new.title_of(other) == pair.new
    )
