"""A site, a site, rules and changes -> the figures of a changelog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drift.changes.base import Change
from drift.explain.base import Rule, Stats
from drift.tree.site import Site


def stats(old: Site, new: Site, rules: Sequence[Rule], changes: Sequence[Change]) -> Stats:
    """Count what a changelog holds.

    Args:
        old: The revision before.
        new: The revision after.
        rules: The rules found.
        changes: The changes, those that a rule explains among them.

    Returns:
        The figures; coverage is null until somebody asks for the proof.
    """
    kinds = Counter(change.kind for change in changes)
    kinds.update(rule.kind for rule in rules)
    return Stats(
        pages={"old": len(old.pages), "new": len(new.pages)},
        by_kind=dict(sorted(kinds.items())),
        coverage=None,
        skipped={"old": sum(old.skipped.values()), "new": sum(new.skipped.values())},
    )
