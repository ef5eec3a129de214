"""Two sites and what changed between them -> the figures of a changelog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drift.changes.base import Change
from drift.explain.base import Stats, Unread
from drift.trees.site import Site


def stats(old: Site, new: Site, changes: Sequence[Change]) -> Stats:
    """Count what a changelog holds.

    Args:
        old: The revision before.
        new: The revision after.
        changes: The changes, those that a rule explains among them.

    Returns:
        The figures; coverage is null until somebody asks for the proof.
    """
    kinds = Counter(change.kind for change in changes)
    differing = sorted(old.differing(new))
    return Stats(
        pages={"old": len(old.pages), "new": len(new.pages)},
        by_kind=dict(sorted(kinds.items())),
        coverage=None,
        unread=tuple(
            Unread(path, side, page.unparsed)
            for side, site in (("old", old), ("new", new))
            for path in differing
            if path in site.pages and (page := site.pages[path]).unparsed
        ),
        skipped={"old": sum(old.skipped.values()), "new": sum(new.skipped.values())},
    )
