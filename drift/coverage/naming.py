"""The targets that no change speaks of -> those that are not one place under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from drift.coverage.claims import SideName
from drift.coverage.grouping import Grouping
from drift.coverage.part import Part
from drift.coverage.titled import Key
from drift.coverage.token import Token
from drift.trees.page import Page
from drift.trees.site import Site
from drift.trees.walk import walk

Names = frozenset[str]


class Naming:
    """What the places of both sides are called, each page read when one of its anchors is asked for."""

    def __init__(
        self, sites: Mapping[SideName, Site], renamed: Mapping[str, str], grouping: Grouping
    ) -> None:
        """Keep the sites, the paths that old pages have in the new one, and which pages belong together."""
        self._sites = sites
        self._grouping = grouping
        self._origin = {new: old for old, new in renamed.items()}
        self._pages: dict[tuple[SideName, str], dict[str, tuple[Names, Key]]] = {}

    def unlike(self, left: list[Part]) -> list[Part]:
        """Leave out the targets of both sides that are one place under two names.

        They are those of one heading, those that were not found on one side or both and would be at one place, those
        that nobody rewrote and of which one side cannot tell whether they lead anywhere, URLs that nobody touched and
        that may lead out of a tree, and what nobody rewrote and leads somewhere at last: what mended it tells of that.

        Args:
            left: The targets and other parts that differ.

        Returns:
            The others.
        """
        waiting: dict[tuple[str, bool], list[Part]] = defaultdict(list)
        for part in left:
            if part.side == "old":
                for name in (*self._names(part), _written(part.token, unsure=part.token.unsure)):
                    waiting[name, part.token.found].append(part)
        same: set[int] = set()
        # Those of what is laid against each other first: one place may be named on many pages.
        for near in (True, False):
            for part in left:
                if part.side == "old" or id(part) in same:
                    continue
                pairs = (
                    old
                    for way in self._ways(part, near=near)
                    for old in waiting[way]
                    if id(old) not in same
                    and (old.group == part.group or not near)
                    and not _stands_elsewhere(old, part)
                )
                old = next(pairs, None)
                if old is not None:
                    same |= {id(part), id(old)}
        return [part for part in left if id(part) not in same]

    def _ways(self, part: Part, *, near: bool) -> Iterable[tuple[str, bool]]:
        """List the names by which a new target may be an old one, and whether that one was found."""
        token = part.token
        yield from ((name, found) for found in (True, False) for name in self._names(part))
        # What is called alike leads to one place only where one side does not know to which.
        for unsure in (True, False) if token.unsure else (True,):
            name = _written(token, unsure=unsure)
            yield from ((name, found) for found in (True, False))
        if near and token.found:
            yield _written(token, unsure=False), False

    def _names(self, part: Part) -> Iterable[str]:
        """List what a place is called: by its page and each name of its heading, or as it is written."""
        token = part.token
        if token.what != "target" or not (token.found or token.spot):
            return ()
        if not token.found:
            return (token.spot,)
        path, _, anchor = token.text.partition("#")
        own = self._origin.get(path, path) if part.side == "old" else path
        if (part.side, own) not in self._pages:
            page = self._sites[part.side].pages.get(own)
            self._pages[part.side, own] = _aliases(page) if page else {}
        found, trail = self._pages[part.side, own].get(anchor, (frozenset({anchor}), ()))
        names = sorted(found)
        # What went to another page with its name is named by all pages that it may have come from.
        home = "/".join(self._grouping.pages(part.side, own))
        written = (token.spot,) if token.spot else ()
        if (part.side, own, anchor) in self._grouping.carried_anchors:
            # A label that stands on another page now, of which changes tell.
            written = (*written, f"label {token.written}")
        section = self._grouping.section(part.side, own, trail) if trail else None
        if section is not None:
            # One that went to another page than the rest of its own.
            written = (*written, " ".join(("section", *section)))
        return (*(f"{at}#{name}" for at in (path, home) if at for name in names), *written)


def _written(token: Token, *, unsure: bool) -> str:
    """Name what is written, so that it is no name of a place."""
    return f"{'unsure' if unsure else 'sure'} {token.written}"


def _stands_elsewhere(old: Part, new: Part) -> bool:
    """Tell whether two links lead to one place by one name: they differ in where they stand."""
    return old.token.found and new.token.found and old.token.text == new.token.text


def _aliases(page: Page) -> dict[str, tuple[Names, Key]]:
    """Give all names and the path of each heading by each name; the page itself is the heading that it begins with."""
    found: dict[str, tuple[Names, Key]] = {}
    for order, (trail, section) in enumerate(walk(page.root)):
        at_heading = (e.name for e in section.anchors if e.line <= section.lines[0] + 1)
        names = frozenset(str(n) for n in (section.anchor, section.slug, *at_heading) if n)
        if order == 1 and not page.root.blocks:
            names |= {""}
        found.update({name: (names, trail) for name in names if name not in found})
    return found
