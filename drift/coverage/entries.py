"""The navigation of files that are no pages, such as `mkdocs.yml` -> what a reader could miss in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile

from drift.changes.base import Location
from drift.changes.navigation import chain, page_title
from drift.coverage.claims import SIDES, SideName
from drift.coverage.part import Part
from drift.coverage.titled import Key
from drift.coverage.token import Token
from drift.site.urls import identity
from drift.trees.site import NavEntry, Site
from drift.trees.words import visible


def entries(sites: Mapping[SideName, Site], renamed: Mapping[str, str]) -> Iterator[Part]:
    """Read the entries of both sides: their pages, and what they show.

    Those in pages are read with their pages, and an entry without a label shows the title of its page, as that page does.

    Args:
        sites: The two sides.
        renamed: The paths that old pages have in the new side, where they moved.

    Yields:
        The parts, those of each page to be laid against each other.
    """
    navs = {side: sites[side].nav for side in SIDES}
    if any(entry.path in sites[side].pages for side in SIDES for entry in navs[side]):
        return
    found: dict[str, list[tuple[SideName, int, NavEntry]]] = defaultdict(list)
    for side in SIDES:
        for number, entry in enumerate(navs[side]):
            page = renamed.get(entry.page, entry.page) if side == "old" else entry.page
            found[page].append((side, number, entry))
    for page, listed in found.items():
        labelled = any(entry.label for _, _, entry in listed)
        for side, number, entry in listed:
            shown = entry.label or (page_title(sites[side], entry.page) if labelled else "")
            yield from _parts(page, (side, number, entry), shown)


def _parts(page: str, at: tuple[SideName, int, NavEntry], shown: str) -> Iterator[Part]:
    side, number, entry = at
    group: Key = ("entry", page)
    words = visible(shown)
    where = (entry.path, (), entry.line, number)
    for word in words:
        yield Part(side, Token("word", word, *where), tuple(words), group)
    target = Token("target", f"{page}#", *where, entry.page, found=True, entry=True)
    yield Part(side, target, tuple(words), group)


def links(sites: Mapping[SideName, Site]) -> Iterator[Part]:
    """Read the links of both sides that lead out of the tree: where they lead, and what they show.

    Args:
        sites: The two sides.

    Yields:
        The parts, those of one text to be laid against each other.
    """
    for side in SIDES:
        for number, link in enumerate(sites[side].nav_links):
            place = identity(link.url)
            # A link that goes to another place of the navigation is the link that it was.
            group: Key = ("targets", "outside", link.label or place)
            words = visible(link.label)
            where = (link.path, (), link.line, number)
            for word in words:
                yield Part(side, Token("word", word, *where, entry=True), tuple(words), group)
            target = Token("target", place, *where, link.url, entry=True)
            yield Part(side, target, tuple(words), group)


def last_below(site: Site, place: Location) -> int:
    """Find the last line of what goes along with an entry of the navigation: the entries below it.

    Args:
        site: The revision.
        place: Where the entry stands.

    Returns:
        The line of the last of them in its file; its own where there is none, or no such entry.
    """
    first = place.lines[0] if place.lines else 0
    nav = site.nav
    found = next((i for i, e in enumerate(nav) if (e.path, e.line) == (place.path, first)), None)
    if found is None:
        return first
    titles = chain(site, nav[found])
    below = takewhile(lambda entry: entry.trail[: len(titles)] == titles, nav[found + 1 :])
    return max((entry.line for entry in below if entry.path == place.path), default=first)
