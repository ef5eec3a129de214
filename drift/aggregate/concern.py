"""A change, and where a page or section stood after and before it -> what the change has to do with it."""

from __future__ import annotations

from typing import Literal

import msgspec

from drift.aggregate.standpoint import Standpoint
from drift.changes.base import Change, Location, Places, locations

Relation = Literal["itself", "above", "below"]
"""What a change happened to: the place, something that took it along, or something in it."""

_WITH_PAGE = frozenset(
    {
        "page.added",
        "page.removed",
        "page.moved",
        "page.converted",
        "page.split",
        "page.merged",
    }
)
"""Kinds by which a page takes its sections along."""

_WITH_SECTION = frozenset(
    {"section.added", "section.removed", "section.moved", "section.split", "section.merged"}
)
"""Kinds by which a section takes its sections along."""

_GONE = frozenset({"page.removed", "section.removed"})
"""Kinds that say of a place which went on elsewhere that it went nowhere."""

_AWAY = frozenset({"page.split", "page.merged", "section.moved", "section.split", "section.merged"})
"""Kinds by which something in a place goes to another, which is news at both."""


def may_be_in(raw: bytes, now: Standpoint, before: Standpoint | None) -> bool:
    """Tell whether an entry may speak of a place, without reading the entry.

    Args:
        raw: The entry's JSON.
        now: Where it stands after the commit.
        before: Where it stood before.
    """
    paths = {now.place[0], *([before.place[0]] if before else [])}
    return any(msgspec.json.encode(path)[1:-1] in raw for path in paths)


def concerned(now: Standpoint, change: Change, before: Standpoint | None) -> Relation | None:
    """Tell what a change has to do with a place.

    Args:
        now: Where it stands after the change.
        change: A change of the commit that led here.
        before: Where it stood before.

    Returns:
        What the change happened to; None where the place has nothing to do with it.
    """
    here = _nearest(now, change, change.new)
    if before is None:
        return here
    there = left(before, change)
    if here == "below" and there == "itself" and not now.place[1]:
        # A section that became the title of a page of its own.
        return there
    if here is not None:
        return here
    if there == "itself" and change.new is None and change.kind not in _GONE:
        # A link, an entry of the navigation or an anchor that it had.
        return there
    away = there == "below" and (change.new is None or change.kind in _AWAY)
    return "below" if away else None


def left(before: Standpoint, change: Change) -> Relation | None:
    """Tell what a change has to do with a place that it may have taken away.

    Args:
        before: Where it stood before the change.
        change: A change of the commit.

    Returns:
        As for `concerned`.
    """
    return _nearest(before, change, change.old)


def _nearest(at: Standpoint, change: Change, side: Places) -> Relation | None:
    found = {_relation(at, change, location) for location in locations(side)}
    order: tuple[Relation, ...] = ("itself", "above", "below")
    return next((relation for relation in order if relation in found), None)


def _relation(at: Standpoint, change: Change, location: Location) -> Relation | None:
    path, key = at.place
    if location.path != path:
        return None
    if not key:
        return "below" if location.section else "itself"
    size = len(location.section)
    if not size:
        title = change.kind == "page.retitled" and at.trail == (change.after,)
        above = change.kind in _WITH_PAGE
        return "itself" if title else "above" if above else None
    if at.names(location):
        return "itself"
    if at.trail and size > len(at.trail) and location.section[: len(at.trail)] == at.trail:
        return "below"
    above = size < len(at.trail) and at.trail[:size] == location.section
    return "above" if above and change.kind in _WITH_SECTION else None
