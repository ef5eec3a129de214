"""`facts-changed`: a number, date, amount, negation or modal verb is another.

What it tells: each section in which such a word changed, with the pairs.
Why it matters: one changed word may change what people have to do, and it hides among reworded sentences.
Example: "Travel must be booked 30 days ahead" becomes "Travel should be booked 14 days ahead".
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.base import Change, Fact
from drift.review.base import Policy, Reviewed, Told, here

MOST = 5
"""Pairs that are named before the rest is only counted."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for change in reviewed.of("section.edited"):
        if change.nature == "facts" and change.facts:
            yield Told(
                message=f"facts changed: {_pairs(change)}", at=here(change), facts=(change.id,)
            )


def _pairs(change: Change) -> str:
    every = [_pair(one) for one in change.facts or ()]
    rest = len(every) - MOST
    return "; ".join((*every[:MOST], *([f"and {rest} more"] if rest > 0 else [])))


def _pair(fact: Fact) -> str:
    if fact.before is None:
        return f"“{fact.after}” is new"
    if fact.after is None:
        return f"“{fact.before}” is gone"
    return f"{fact.before} → {fact.after}"


FACTS_CHANGED = Policy("facts-changed", "warning", _check, __doc__ or "")
