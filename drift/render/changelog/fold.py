"""The changes of a changelog -> those that are told and where, and those that are folded under what explains them."""

from __future__ import annotations

from collections import defaultdict

from drift.changes.base import Change, Location
from drift.explain.base import Changelog


def fold(changelog: Changelog) -> tuple[dict[str, tuple[Change, ...]], list[Change]]:
    """Follow each change to what explains it in the end.

    Args:
        changelog: Any changelog.

    Returns:
        By the id of what explains them the changes that are folded under it, and those with nothing above them.
    """
    cause = {change.id: change.cause for change in changelog.changes if change.id}
    tops = {rule.id for rule in changelog.rules}
    followers: defaultdict[str, list[Change]] = defaultdict(list)
    told: list[Change] = []
    for change in changelog.changes:
        top = _top(change, cause, tops)
        if top:
            followers[top].append(change)
        else:
            told.append(change)
    return {top: tuple(below) for top, below in followers.items()}, told


def _top(change: Change, cause: dict[str, str | None], rules: set[str]) -> str:
    """Climb from a change to the last cause that is told; a circle of causes explains nothing."""
    seen = {change.id}
    top = ""
    above = change.cause
    while above and above not in seen and (above in cause or above in rules):
        seen.add(above)
        top, above = above, cause.get(above)
    return "" if above in seen else top


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
