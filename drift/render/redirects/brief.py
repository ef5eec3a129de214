"""An old and a new place -> one short text: what both paths share is written once, as git does: `docs/{old → new}/a.md`."""

from __future__ import annotations

from drift.aggregate.redirect import Spot
from drift.render.redirects.notes import spot


def brief(old: Spot, new: Spot) -> str:
    """Write where a place went.

    Args:
        old: Where it was.
        new: Where it is.

    Returns:
        The text, as the names are.
    """
    way = old.path or "" if old.path == new.path else brief_path(old.path or "", new.path or "")
    if bool(old.anchor) != bool(new.anchor) or ("{" not in way and old.path != new.path):
        return f"{spot(old)} → {spot(new)}"
    if not old.anchor:
        return way
    return f"{way}#{old.anchor}" + (f" → #{new.anchor}" if new.anchor != old.anchor else "")


def brief_path(old: str, new: str) -> str:
    """Write where a file or folder went.

    Args:
        old: Its path; that of a folder has a closing slash.
        new: The same now.

    Returns:
        The text.
    """
    before, after = old.split("/"), new.split("/")
    most = min(len(before), len(after)) - 1
    head = _same(before, after, most)
    tail = _same(before[::-1], after[::-1], most - head + (len(before) != len(after)))
    first = "/".join(before[head : len(before) - tail])
    second = "/".join(after[head : len(after) - tail])
    if not head and (not tail or {first, second} & {"", "."}):
        return f"{old} → {new}"
    return "/".join([*before[:head], f"{{{first} → {second}}}", *before[len(before) - tail :]])


def _same(one: list[str], other: list[str], most: int) -> int:
    pairs = zip(one[: max(most, 0)], other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(max(most, 0), len(other)))
