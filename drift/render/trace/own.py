"""What is told of a commit -> the same for who reads the life of one place, and knows where that is."""

from __future__ import annotations

import msgspec

from drift.aggregate.standpoint import Standpoint
from drift.aggregate.trace import Moment
from drift.changes.base import Change, Location
from drift.explain.base import Entry, Rule
from drift.render.changelog.outline import Outline, PagePart, Place


def own_entry(moment: Moment) -> Entry:
    """Leave out what a rule explains elsewhere, and the texts of that which took the place along.

    Args:
        moment: One of a life.

    Returns:
        Its entry, for people.
    """
    at = moment.new or moment.old
    path, trail = (at.location.path, at.trail) if at else ("", ())
    rules = tuple(_on(rule, path) for rule in moment.entry.rules)
    changes = tuple(_without_texts(change, trail) for change in moment.entry.changes)
    return msgspec.structs.replace(moment.entry, rules=rules, changes=changes)


def _without_texts(change: Change, trail: tuple[str, ...]) -> Change:
    """Say of what came or went with its page, or the section around it, no more than that: the texts are those of others."""
    here = change.new or change.old
    if not isinstance(here, Location) or not isinstance(change.blocks, tuple):
        return change
    size = len(here.section)
    above = size < len(trail) and trail[:size] == here.section
    return msgspec.structs.replace(change, blocks=(), headings=()) if above else change


def _on(rule: Rule, path: str) -> Rule:
    places = tuple(place for place in rule.places if place.path == path)
    if not places:
        return rule
    return msgspec.structs.replace(rule, places=places, count=len(places), leftovers=())


def own_outline(parts: Outline, at: Standpoint) -> Outline:
    """Leave out the headings that lead to the place.

    Args:
        parts: What is told.
        at: The place.

    Returns:
        The outline, in which the place's own page and section have no names.
    """
    pages = tuple(
        _unnamed(page, at) if page.path == at.location.path else page for page in parts.pages
    )
    # Without a name its own page comes first.
    return msgspec.structs.replace(parts, pages=tuple(sorted(pages, key=lambda page: page.path)))


def _unnamed(page: PagePart, at: Standpoint) -> PagePart:
    size = len(at.trail)
    places = tuple(
        Place(place.section[size:], place.entries) if place.section[:size] == at.trail else place
        for place in page.places
    )
    return msgspec.structs.replace(page, path="", was="", places=places)
