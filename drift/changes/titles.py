"""Which heading is the title of its page, and whether the title changed."""

from __future__ import annotations

from drift.match.forest import Forest
from drift.match.matching import Matching, Pair


def title_heading(forest: Forest, root: int) -> int | None:
    """Find the section whose heading is the title of its page.

    Args:
        forest: The forest of the page.
        root: The page's root section.

    Returns:
        The page's first section, or None where the front matter has a title of its own or there is no section.
    """
    children = forest.nodes[root].children
    if not children:
        return None
    return (
        children[0]
        if forest.nodes[children[0]].section.title == forest.page_of(root).title
        else None
    )


def retitled(matching: Matching, pair: Pair) -> bool:
    """Tell whether the title of a page changed, and not merely which section comes first."""
    old, new = matching.old.page_of(pair.old), matching.new.page_of(pair.new)
    if old.title == new.title:
        return False
    one, other = title_heading(matching.old, pair.old), title_heading(matching.new, pair.new)
    return one is None or other is None or matching.sections.holds(one, other)


def is_title(matching: Matching, pair: Pair) -> bool:
    """Tell whether the headings of a pair of sections are the titles of paired pages."""
    one = matching.old.roots[matching.old.nodes[pair.old].page]
    other = matching.new.roots[matching.new.nodes[pair.new].page]
    return (
        matching.pages.holds(one, other)
        and title_heading(matching.old, one) == pair.old
        and title_heading(matching.new, other) == pair.new
    )
