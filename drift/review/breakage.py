"""Broken links of a changelog -> whether their page or only the anchor on it is missing."""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.base import Change, Location
from drift.review.base import Reviewed, here
from drift.trees.page import Link
from drift.trees.site import Site
from drift.trees.walk import own_links, walk


def broken(reviewed: Reviewed, *, anchors: bool) -> Iterator[Change]:
    """Go through the links that the range broke.

    Args:
        reviewed: What changed.
        anchors: Whether those are wanted whose page is there and their anchor is not; else all others.

    Yields:
        The changes.
    """
    for change in reviewed.of("link.broken"):
        if _lacks_anchor_alone(reviewed.new, here(change), change) == anchors:
            yield change


def named(change: Change) -> str:
    """Name a broken link in words.

    Args:
        change: Of the kind `link.broken`.

    Returns:
        Its label, where it has one, and its target.
    """
    facts = (change.link.new or change.link.old) if change.link else None
    label = f" “{facts.label}”" if facts and facts.label else ""
    return f"link{label} to {change.before if change.after is None else change.after}"


def _lacks_anchor_alone(site: Site, at: Location, change: Change) -> bool:
    link = _link(site, at, str(change.after))
    if link is None:
        return False
    target = site.resolve(at.path, link)
    return target.state == "missing" and bool(target.anchor) and target.page in site.pages


def _link(site: Site, at: Location, written: str) -> Link | None:
    page = site.pages.get(at.path)
    if page is None or at.lines is None:
        return None
    for path, section in walk(page.root):
        if path == at.section:
            for link in own_links(section):
                if link.target == written and link.line == at.lines[0]:
                    return link
    return None
