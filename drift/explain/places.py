"""Locations -> places as people say them, without what the reader of a change knows already."""

from __future__ import annotations

import msgspec

from drift.changes.base import Change, Location, locations


class Spread(msgspec.Struct, frozen=True):
    """Where the parts of a split or a merge are."""

    names: tuple[str, ...]
    here: bool
    # Whether one part is the place itself that the change is told of; it has no name.


def trail(path: str, section: tuple[str, ...]) -> str:
    """Write a place as people say it: page, then headings from the outside in."""
    return " › ".join((path, *section))


def came_from(change: Change) -> str:
    """Name where something was before, without its page where it still is there."""
    page = change.new.path if isinstance(change.new, Location) else ""
    return ", ".join(
        " › ".join(place.section)
        if place.path == page and place.section
        else trail(place.path, place.section)
        for place in locations(change.old)
    )


def home(change: Change) -> Location:
    """Tell where a change is to be read about: at the new revision, else at the old one.

    Args:
        change: A change with a location on at least one side.

    Returns:
        The location; of several the one that is still on the old page, else the first.
    """
    side = change.new or change.old
    if not isinstance(side, tuple):
        return side or Location("", ())
    old = change.old.path if isinstance(change.old, Location) else ""
    return next((place for place in side if place.path == old), side[0])


def spread(change: Change) -> Spread:
    """Name the parts of a split or a merge.

    Args:
        change: A change with several places on one side.

    Returns:
        Their names, seen from where the change is told.
    """
    side = change.new if isinstance(change.new, tuple) else change.old
    places = locations(side)
    at = home(change)
    others = [one for one in places if (one.path, one.section) != (at.path, at.section)]
    # What has the very name of the whole may be all there is to tell.
    shown = others or places
    return Spread(tuple(_seen_from(at, one) for one in shown), len(others) < len(places))


def _seen_from(at: Location, place: Location) -> str:
    """Name a section by its heading alone where it stands beside or right below another."""
    if place.path != at.path or not place.section:
        return trail(place.path, place.section)
    near = place.section[:-1] in {at.section[:-1], at.section}
    return place.section[-1] if near and at.section else " › ".join(place.section)
