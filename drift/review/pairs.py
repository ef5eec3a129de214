"""Changes of sections -> what each changed, as a few pairs of words, and what many changed alike."""

from __future__ import annotations

import msgspec

from drift.changes.base import Change, Fact, Hunk, Location
from drift.changes.canonical import weighs
from drift.changes.facts import facts
from drift.review.base import Reviewed, here

MOST = 5
"""Pairs that are named before the rest is only counted, and pages on which a fact changes one by one."""

LONGEST = 40
"""Letters of each side; longer passages are read in the text."""


class Pairs:
    """What the sections of a review have in common is told once, and of each what it has of its own."""

    def __init__(self, reviewed: Reviewed) -> None:
        """Find the facts that changed alike on many pages.

        Args:
            reviewed: What changed.
        """
        pages: dict[Fact, dict[str, Change]] = {}
        for change in reviewed.of("section.edited"):
            for fact in change.facts or ():
                if fact.before and fact.after and weighs(fact):
                    pages.setdefault(fact, {}).setdefault(here(change).path, change)
        self.common = {fact: found for fact, found in pages.items() if len(found) > MOST}

    def facts_of(self, change: Change) -> str:
        """Name the facts that changed.

        Args:
            change: Of the kind `section.edited`.

        Returns:
            Pairs of before and after; empty where no weighty fact changed but those that did so on many pages.
        """
        found = (fact for fact in change.facts or () if weighs(fact) and fact not in self.common)
        return _listed(list(dict.fromkeys(map(pair_of, found))))

    def words_of(self, change: Change) -> str:
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
            if hunk.cause is None and self._says(hunk)
        ]
        ops = [block.op for block in change.blocks or ()]
        came = ["text added"] if "added" in ops else []
        went = ["text removed"] if "removed" in ops else []
        return _listed([*dict.fromkeys(pairs), *came, *went])

    def _says(self, hunk: Hunk) -> bool:
        """Tell whether a hunk has words, or figures that are not the same on many pages."""
        text = hunk.before + hunk.after
        said = self.common.keys() & facts(hunk.before, hunk.after)
        return any(map(str.isalnum, text)) and (any(map(str.isalpha, text)) or not said)


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


def pair_of(fact: Fact) -> str:
    """Name a fact that changed.

    Args:
        fact: The fact.

    Returns:
        What it was and is, or that it came or went.
    """
    if fact.before is None:
        return f"“{fact.after}” is new"
    if fact.after is None:
        return f"“{fact.before}” is gone"
    return f"{fact.before} → {fact.after}"


def _listed(every: list[str]) -> str:
    rest = len(every) - MOST
    return "; ".join((*every[:MOST], *([f"and {rest} more"] if rest > 0 else [])))


def _quoted(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST].rstrip()}…”"
