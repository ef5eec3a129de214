"""Renamings that follow each other -> one from the first form to the last; what came back is none."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from drift.aggregate.terms.chances import Claim
from drift.explain.mentions import Stems

ITS_OWN = 1.5
"""So many times as often as a form came it must have gone, to be told as an old form itself and not as a stage."""


def composed(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Join renamings in which one form was a stage.

    Args:
        claims: What is believed, no two from one form to one other.

    Returns:
        For `a` to `b` and later `b` to `c` the way from `a` to `c`; `b` to `c` too where `b` was there before.
    """
    onward: dict[Stems, Claim] = {}
    for claim in claims:
        onward.setdefault(claim.renaming.key[0], claim)
    stages: set[int] = set()
    ways = [(claim, _last(claim, onward, stages)) for claim in claims]
    return tuple(
        claim if last is claim else _joined(claim, last)
        for claim, last in ways
        if last is not None and id(claim) not in stages
    )


def _last(claim: Claim, onward: dict[Stems, Claim], stages: set[int]) -> Claim | None:
    """Follow a renaming to the last form; None where that is the first one again."""
    seen = {claim.renaming.key[0]}
    at = claim
    while (later := onward.get(at.renaming.key[1])) is not None and _follows(at, later):
        if later.renaming.count < ITS_OWN * at.renaming.count:
            stages.add(id(later))
        if later.renaming.key[1] in seen:
            return None
        seen.add(later.renaming.key[0])
        at = later
    return at


def _follows(earlier: Claim, later: Claim) -> bool:
    """Tell whether one renaming came after another, by the middle of the places of each, and took all that it left."""
    one, other = earlier.renaming.steps, later.renaming.steps
    complete = len(later.left) <= later.renaming.count
    steady = later.renaming.elsewhere <= later.renaming.places
    return complete and steady and one[len(one) // 2] < other[len(other) // 2]


def _joined(first: Claim, last: Claim) -> Claim:
    one, other = first.renaming, last.renaming
    pair = (one.before, other.after)
    steps = tuple(sorted((*one.steps, *other.steps)))
    forms = (pair, *one.forms, *other.forms)
    renaming = msgspec.structs.replace(
        one, forms=tuple(dict.fromkeys(forms)), steps=steps, pages=one.pages | other.pages
    )
    return msgspec.structs.replace(
        first, renaming=renaming, confidence=min(first.confidence, last.confidence)
    )
