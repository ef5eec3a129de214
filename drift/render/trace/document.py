"""A moment -> what programs are told of it."""

from __future__ import annotations

import msgspec

from drift.aggregate.standpoint import Standpoint
from drift.aggregate.trace import Event, Moment
from drift.changes.base import Change
from drift.explain.base import CommitFacts, Rule


class Spot(msgspec.Struct, frozen=True):
    """Where a page or section stood."""

    path: str
    section: tuple[str, ...]
    # Empty for a page.
    anchor: str | None


class MomentRow(msgspec.Struct, frozen=True):
    """What one commit did to a page or section."""

    commit: CommitFacts
    events: tuple[Event, ...]
    old: Spot | None
    # Where it was before, or what it was split off from; null where it began or is first known.
    new: Spot | None
    # Null where it was removed.
    rules: tuple[Rule, ...]
    # Those that explain the changes, with all their places.
    changes: tuple[Change, ...]


def moment_row(moment: Moment) -> MomentRow:
    """Write a moment down.

    Args:
        moment: One of a life.

    Returns:
        The row.
    """
    return MomentRow(
        commit=moment.commit,
        events=moment.events,
        old=_spot(moment.old),
        new=_spot(moment.new),
        rules=moment.entry.rules,
        changes=moment.entry.changes,
    )


def _spot(at: Standpoint | None) -> Spot | None:
    if at is None:
        return None
    location = at.location
    return Spot(location.path, location.section, location.anchor)
