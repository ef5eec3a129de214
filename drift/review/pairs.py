"""A change of a section -> what it changed there, as a few pairs of words."""

from __future__ import annotations

import msgspec

from drift.changes.base import Change, Fact, Location
from drift.changes.facts import facts
from drift.changes.meant import weighs
from drift.review.base import here

MOST = 5
"""Pairs that are named before the rest is only counted."""

LONGEST = 40
"""Letters of each side; longer passages are read in the text."""


def facts_of(change: Change) -> str:
    """Name the facts that changed.

    Args:
        change: Of the kind `section.edited`.

    Returns:
        Pairs of before and after; empty where no weighty fact changed.
    """
    return _listed(list(dict.fromkeys(_fact(fact) for fact in change.facts or () if weighs(fact))))


def words_of(change: Change) -> str:
    """Name the words that changed.

    Args:
        change: Of the kind `section.edited`.

    Returns:
        Pairs of before and after, and whether whole blocks came and went.
    """
    pairs = [
        f"{_quoted(hunk.before)} → {_quoted(hunk.after)}"
        for block in change.blocks or ()
        for hunk in block.hunks
        if hunk.cause is None and any(map(str.isalnum, hunk.before + hunk.after))
    ]
    ops = [block.op for block in change.blocks or ()]
    came = ["text added"] if "added" in ops else []
    went = ["text removed"] if "removed" in ops else []
    return _listed([*dict.fromkeys(pairs), *came, *went])


def spot(change: Change) -> Location:
    """Tell where to look for what changed in a section, which may be long.

    Args:
        change: Of the kind `section.edited`.

    Returns:
        The first block in which a fact changed, else the first that changed; the section where all that changed is gone.
    """
    at = here(change)
    changed = [block for block in change.blocks or () if block.op != "removed" and block.lines]
    telling = (block for block in changed if facts(block.before or "", block.after or ""))
    found = next(telling, next(iter(changed), None))
    return at if found is None else msgspec.structs.replace(at, lines=found.lines)


def _listed(every: list[str]) -> str:
    rest = len(every) - MOST
    return "; ".join((*every[:MOST], *([f"and {rest} more"] if rest > 0 else [])))


def _fact(fact: Fact) -> str:
    if fact.before is None:
        return f"“{fact.after}” is new"
    if fact.after is None:
        return f"“{fact.before}” is gone"
    return f"{fact.before} → {fact.after}"


def _quoted(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST].rstrip()}…”"
