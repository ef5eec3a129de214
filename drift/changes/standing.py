"""Pages that did not change -> those of their links whose targets may have."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.changes.base import LinkFacts, LinkSides, Location
from drift.match.matching import Matching
from drift.trees.page import Link, Page, Section
from drift.trees.site import Target
from drift.trees.walk import own_links, walk


class Standing(msgspec.Struct, frozen=True):
    """A link that nobody touched."""

    at: Location
    link: Link
    before: Target
    after: Target

    @property
    def sides(self) -> LinkSides:
        """The link as a change states it."""
        facts = LinkFacts(self.link.label, self.link.target, self.link.kind)
        return LinkSides(facts, facts)


def standing(matching: Matching) -> Iterable[Standing]:
    """Find links of unchanged pages that led somewhere and now lead to a changed page, or nowhere.

    Args:
        matching: The matching.

    Yields:
        The links in the order of pages and lines.
    """
    before, after = matching.old.site, matching.new.site
    for path in sorted(matching.unchanged):
        for trail, section, link in _links(after.pages[path]):
            now = after.resolve(path, link)
            if now.state != "missing" and (
                now.state != "found" or now.page not in matching.new.roots
            ):
                continue
            then = before.resolve(path, link)
            if then.state == "found":
                at = Location(path, trail, section.anchor or None, (link.line, link.line))
                yield Standing(at, link, then, now)


def _links(page: Page) -> Iterable[tuple[tuple[str, ...], Section, Link]]:
    for trail, section in walk(page.root):
        for link in own_links(section):
            yield trail, section, link
