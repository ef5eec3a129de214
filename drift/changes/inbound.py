"""A revision -> the links of its pages by the page and anchor that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import msgspec

from drift.changes.base import Inbound
from drift.match.matching import Matching
from drift.trees.page import Link
from drift.trees.site import Site, Target
from drift.trees.walk import all_links

MOST_ASKED = 500
"""Places and anchors for each of which it is asked which pages call it so; to go through the links of all pages costs no
more than to ask so often, however many pages there are."""

MOST_PARSED = 10
"""The same number where more than one page in `FEW` changed: then the others are parsed anyway, and only their links are gone
through."""

FEW = 4


def most_asked(matching: Matching) -> int:
    """Give the number of places and anchors beyond which the links of all pages are gone through.

    Args:
        matching: The matching.

    Returns:
        The number; asking and going through find the same.
    """
    many = len(matching.new.roots) * FEW > len(matching.new.site.pages)
    return MOST_PARSED if many else MOST_ASKED


class Past(msgspec.Struct, frozen=True):
    """Tells where links led that name a label: once that is gone, nothing else says which page it was on."""

    site: Site
    # The old revision.
    new_paths: Mapping[str, str]
    old_paths: Mapping[str, str]

    def led(self, path: str, link: Link) -> Target | None:
        """Tell where a link led, if by a label.

        Args:
            path: The page that it stands on now.
            link: A link that leads nowhere.

        Returns:
            The target with the page's new path; None where it names a page, or led nowhere.
        """
        before = self.old_paths.get(path, path)
        if not link.target.rpartition("#")[0] and before in self.site.pages:
            target = self.site.resolve(before, link)
            if target.state == "found" and target.anchor:
                page = self.new_paths.get(target.page, target.page)
                return msgspec.structs.replace(target, page=page)
        return None


class InboundLinks:
    """The links of a revision by the page and anchor that they name, whether it is there or not."""

    def __init__(self, site: Site, most: int, past: Past) -> None:
        """Keep the revision; its pages are read when somebody asks for what they may name.

        Args:
            site: The revision.
            most: Questions after which the links of all pages are gone through.
            past: What labels that are gone stood for.
        """
        self._site = site
        self._most = most
        self._past = past
        self._by_page: dict[str, dict[tuple[str, str], list[Inbound]]] = {}
        self._asked = 0

    def to(self, page: str, anchor: str) -> tuple[Inbound, ...]:
        """List the links to an anchor.

        Args:
            page: The path of the page that it is on.
            anchor: The anchor; nothing leads to one without a name.

        Returns:
            The links in the order of the pages.
        """
        if not anchor:
            return ()
        self._asked += 1
        if self._asked > self._most:
            return tuple(self._everywhere.get((page, anchor), ()))
        candidates = sorted(self._site.naming(page, anchor=anchor))
        return tuple(use for path in candidates for use in self._on(path).get((page, anchor), ()))

    @cached_property
    def _everywhere(self) -> dict[tuple[str, str], list[Inbound]]:
        found: dict[tuple[str, str], list[Inbound]] = defaultdict(list)
        for path in sorted(self._site.pages):
            for named, uses in self._on(path).items():
                found[named].extend(uses)
        return found

    def _on(self, path: str) -> dict[tuple[str, str], list[Inbound]]:
        """Collect the links of one page by what they name."""
        found = self._by_page.get(path)
        if found is None:
            found = self._by_page[path] = defaultdict(list)
            for link in all_links(self._site.pages[path].root):
                if self._site.leads_out(link):
                    continue
                target = self._site.resolve(path, link)
                if target.state != "found":
                    target = self._past.led(path, link) or target
                if target.anchor and target.page:
                    use = Inbound(path, link.line, link.label, link.target)
                    found[target.page, target.anchor].append(use)
        return found
