"""A moment or a block -> what programs are told of it."""

from __future__ import annotations

import msgspec

from drift.aggregate.blame import Blamed
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


class BlockRow(msgspec.Struct, frozen=True):
    """One block, or heading, and the commit that wrote it."""

    lines: tuple[int, int]
    section: tuple[str, ...]
    kind: str
    # The block's; `heading` for a heading.
    text: str
    commit: CommitFacts | None
    # Null where the history that could be read does not reach back to it.


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


def block_row(block: Blamed) -> BlockRow:
    """Write a block down.

    Args:
        block: One of a page.

    Returns:
        The row.
    """
    return BlockRow(block.lines, block.section, block.kind, block.text, block.commit)


def _spot(at: Standpoint | None) -> Spot | None:
    if at is None:
        return None
    location = at.location
    return Spot(location.path, location.section, location.anchor)
