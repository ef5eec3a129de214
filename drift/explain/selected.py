"""A changelog -> the part of it that a reader asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from typing import TypeVar

import msgspec

from drift.changes.base import Change, locations
from drift.explain.base import Changelog, Rule


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader asked for; what is empty or None leaves nothing out."""

    kinds: Collection[str] = ()
    significances: Collection[str] = ()
    path: Callable[[str], bool] | None = None


Told = TypeVar("Told", bound=Changelog)


def selected(changelog: Told, wanted: Wanted) -> Told:
    """Leave out what was not asked for.

    A rule stays when it was asked for by its kind, or when it explains a change that stays.

    Args:
        changelog: Any changelog, such as the entry of a commit.
        wanted: What is asked for.

    Returns:
        The changelog with fewer rules and changes, counted anew.
    """
    changes = tuple(change for change in changelog.changes if _is_wanted(change, wanted))
    causes = {cause for change in changes for cause in _causes(change)}
    rules = tuple(
        rule for rule in changelog.rules if rule.id in causes or _is_asked_for(rule, wanted)
    )
    by_kind = Counter(change.kind for change in changes)
    return msgspec.structs.replace(
        changelog,
        rules=rules,
        changes=changes,
        stats=msgspec.structs.replace(changelog.stats, by_kind=dict(sorted(by_kind.items()))),
    )


def _is_wanted(change: Change, wanted: Wanted) -> bool:
    return (
        (not wanted.kinds or change.kind in wanted.kinds)
        and (not wanted.significances or change.significance in wanted.significances)
        and (wanted.path is None or any(map(wanted.path, paths(change))))
    )


def _is_asked_for(rule: Rule, wanted: Wanted) -> bool:
    """Rules have no significance of their own, so that a choice by it keeps those alone that explain something."""
    return (
        (not wanted.kinds or rule.kind in wanted.kinds)
        and not wanted.significances
        and (wanted.path is None or any(wanted.path(place.path) for place in rule.places))
    )


def paths(change: Change) -> list[str]:
    """List the pages that a change stands on, of both revisions."""
    return [place.path for side in (change.old, change.new) for place in locations(side)]


def _causes(change: Change) -> list[str]:
    hunks = [hunk.cause for block in change.blocks or () for hunk in block.hunks]
    return [cause for cause in (change.cause, *hunks) if cause]
