"""Pages that were given a title above what they began with, or lost it -> what belongs together by that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from drift.changes.base import Change, both_places
from drift.coverage.claims import SideName, Spot
from drift.trees.site import Site
from drift.trees.walk import walk

Key = tuple[str, ...]
Sites = Mapping[SideName, Site]


def trails(site: Site, path: str) -> Counter[Key]:
    """Count the sections of a page under each path.

    Args:
        site: The site.
        path: The page, which may be none of it.

    Returns:
        The paths of its sections, each with their number.
    """
    page = site.pages.get(path)
    return Counter(trail for trail, _ in walk(page.root)) if page else Counter()


def headed(change: Change, sites: Sites) -> list[Spot]:
    """List what belongs together where a page was given a title above what it began with, or lost one.

    Args:
        change: Any change.
        sites: The two sides.

    Returns:
        What stands before the first heading on both sides, and the section of the title; nothing for other changes.
    """
    places = both_places(change)
    if change.kind != "page.retitled" or places is None:
        return []
    old, new = places
    titles = {"old": first(sites["old"], old.path), "new": first(sites["new"], new.path)}
    roots: list[Spot] = [("old", old.path, ()), ("new", new.path, ())]
    for (side, path, _), (back, there, _) in (roots, roots[::-1]):
        title, below = titles[side], titles[back]
        mine, theirs = trails(sites[side], path), trails(sites[back], there)
        # The heading of that name may stand below the title still, which was called otherwise.
        again = theirs[below, below] and not mine[title, below, below]
        stays = not below or ((mine[title, below] or mine[(below,)]) and not again)
        if title and stays and not theirs[(title,)]:
            return [*roots, (side, path, (title,))]
    return []


def first(site: Site, path: str) -> str:
    """Give the first heading of a page.

    Args:
        site: The site.
        path: The page, which may be none of it.

    Returns:
        The heading; nothing where there is none.
    """
    page = site.pages.get(path)
    return page.root.sections[0].title if page and page.root.sections else ""
