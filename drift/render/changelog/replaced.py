"""A page that went and a page that came under its path -> for people, one page of which all text is another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from drift.changes.base import BlockChange, Change
from drift.explain.places import home

Followers = Mapping[str, tuple[Change, ...]]


def replaced(told: Sequence[Change], followers: Followers) -> tuple[list[Change], Followers]:
    """Tell of a path once where the page under it gave way to another: its readers come by the same address.

    Args:
        told: What is told, in order.
        followers: What is folded under it, by the id of the change above.

    Returns:
        The same, in the place of the two changes a rewriting with the first words of both pages.
    """
    gone = {home(change).path: change for change in told if change.kind == "page.removed"}
    pairs = {
        change.id: gone[path]
        for change in told
        if change.kind == "page.added" and (path := home(change).path) in gone
    }
    if not pairs:
        return list(told), followers
    left_out = {old.id for old in pairs.values()}
    below = dict(followers)
    for new, old in pairs.items():
        below[new] = (*followers.get(old.id, ()), *followers.get(new, ()))
    return [
        _rewritten(pairs[change.id], change) if change.id in pairs else change
        for change in told
        if change.id not in left_out
    ], below


def _rewritten(old: Change, new: Change) -> Change:
    blocks = (*_first(old), *_first(new))
    return msgspec.structs.replace(
        new, kind="section.edited", old=old.old, nature="rewrite", blocks=blocks
    )


def _first(change: Change) -> tuple[BlockChange, ...]:
    """Give the first text of a page, by which it is known."""
    blocks = change.blocks or ()
    return next(((one,) for one in blocks if one.after or one.before), blocks[:1])
