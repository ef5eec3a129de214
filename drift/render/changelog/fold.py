"""The changes of a changelog -> those that are told and where, and those that are folded under what explains them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drift.changes.base import Change
from drift.explain.base import Changelog


def fold(changelog: Changelog) -> tuple[dict[str, tuple[Change, ...]], list[Change]]:
    """Follow each change to what explains it in the end.

    Args:
        changelog: Any changelog.

    Returns:
        By the id of what explains them the changes that are folded under it, and those with nothing above them. A label
        that went along with its target is in neither: what it said and says is seen in the targets.
    """
    links = {change.id: change.link for change in changelog.changes if change.link}
    cause = {change.id: change.cause for change in changelog.changes if change.id}
    tops = {rule.id for rule in changelog.rules}
    followers: defaultdict[str, list[Change]] = defaultdict(list)
    told: list[Change] = []
    for change in changelog.changes:
        top = _top(change, cause, tops)
        if top:
            if not change.link or change.link != links.get(change.cause or ""):
                followers[top].append(change)
        else:
            told.append(change)
    return {top: tuple(below) for top, below in followers.items()}, told


def told_once(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Leave out the links of which it is told anyway that they are new and broken.

    Args:
        changes: What is told, in order.

    Returns:
        The rest in the same order.
    """
    broken = {
        _link(change) for change in changes if change.kind == "link.broken" and not change.old
    }
    return tuple(
        change for change in changes if change.kind != "link.added" or _link(change) not in broken
    )


def _link(change: Change) -> tuple[object, ...]:
    return (change.new, change.link.new if change.link else None)


def _top(change: Change, cause: dict[str, str | None], rules: set[str]) -> str:
    """Climb from a change to the last cause that is told; a circle of causes explains nothing."""
    seen = {change.id}
    top = ""
    above = change.cause
    while above and above not in seen and (above in cause or above in rules):
        seen.add(above)
        top, above = above, cause.get(above)
    return "" if above in seen else top
