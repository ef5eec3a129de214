"""`link.broken`: a link that points into the tree and no longer leads anywhere.

What it tells: it resolved in the old revision, or is new, and does not resolve in the new one; `before` is the target
as it was written, `after` as it is.
Why it matters: readers who click on it get an error page.
Example: `travel.md#visa` leads nowhere since "Visa" became "Entry permits".
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.changes.told import link_at, sides
from drift.tree.page import Link, Page, Section
from drift.tree.walk import walk


def _detect(comparison: Comparison) -> Iterable[Change]:
    yield from _on_changed_pages(comparison)
    yield from _on_unchanged_pages(comparison)


def _on_changed_pages(comparison: Comparison) -> Iterable[Change]:
    matching = comparison.matching
    for pair in comparison.links:
        old, new = pair.old, pair.new
        if new is None or new.target.state != "missing":
            continue
        if old is None or old.target.state == "found" or _points_elsewhere(old.target.state):
            yield Change(
                kind="link.broken",
                old=link_at(matching.old, old),
                new=link_at(matching.new, new),
                before=old.link.target if old else None,
                after=new.link.target,
                link=sides(pair),
                significance="links",
            )


def _points_elsewhere(state: str) -> bool:
    """A link that led out of the tree and now leads into it is new there."""
    return state == "outside"


def _on_unchanged_pages(comparison: Comparison) -> Iterable[Change]:
    before, after = comparison.matching.old.site, comparison.matching.new.site
    for path in sorted(comparison.matching.unchanged):
        for trail, section, link in _links(after.pages[path]):
            if after.resolve(path, link).state != "missing":
                continue
            if before.resolve(path, link).state != "found":
                continue
            at = Location(path, trail, section.anchor or None, (link.line, link.line))
            facts = LinkFacts(link.label, link.target, link.kind)
            yield Change(
                kind="link.broken",
                old=at,
                new=at,
                before=link.target,
                after=link.target,
                link=LinkSides(facts, facts),
                significance="links",
            )


def _links(page: Page) -> Iterable[tuple[tuple[str, ...], Section, Link]]:
    for trail, section in walk(page.root):
        for link in (*section.links, *(link for block in section.blocks for link in block.links)):
            yield trail, section, link


LINK_BROKEN = Kind(
    "link.broken", _detect, waiver="a link that works again is told by what mended it"
)
