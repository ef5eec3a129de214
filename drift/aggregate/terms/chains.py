"""Renamings that follow each other -> one from the first form to the last; what came back is none."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from drift.aggregate.terms.chances import Claim
from drift.aggregate.terms.related import with_forms
from drift.aggregate.terms.renamings import Key
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
    ways = [_way(claim, onward, stages) for claim in claims]
    told: dict[Key, Claim] = {}
    for way in ways:
        if way and id(way[0]) not in stages:
            claim = _joined(way)
            # Two ways can lead from one form to one other.
            known = told.get(claim.renaming.key)
            told[claim.renaming.key] = with_forms(known, claim.renaming) if known else claim
    return tuple(told.values())


def _way(claim: Claim, onward: dict[Stems, Claim], stages: set[int]) -> list[Claim]:
    """Follow a renaming to the last form; nothing where that is the first one again."""
    seen = {claim.renaming.key[0]}
    at = claim
    way = [at]
    while (later := onward.get(at.renaming.key[1])) is not None and _follows(at, later):
        if later.renaming.count < ITS_OWN * at.renaming.count:
            stages.add(id(later))
        if later.renaming.key[1] in seen:
            return []
        seen.add(later.renaming.key[0])
        at = later
        way.append(at)
    return way


def _follows(earlier: Claim, later: Claim) -> bool:
    """Tell whether one renaming came after another, by the middle of the places of each, and took all that it left."""
    one, other = earlier.renaming.steps, later.renaming.steps
    complete = len(later.left) <= later.renaming.count
    steady = later.renaming.elsewhere <= later.renaming.places
    return complete and steady and one[len(one) // 2] < other[len(other) // 2]


def _joined(way: Sequence[Claim]) -> Claim:
    """Tell the renamings of a way as one, whose forms are also those of each stage."""
    first, *later = way
    if not later:
        return first
    one, last = first.renaming, later[-1].renaming
    stages = [claim.renaming for claim in way]
    forms = ((one.before, last.after), *(form for stage in stages for form in stage.forms))
    renaming = msgspec.structs.replace(
        one,
        forms=tuple(dict.fromkeys(forms)),
        steps=tuple(sorted((*one.steps, *last.steps))),
        pages=one.pages | last.pages,
    )
    confidence = min(first.confidence, later[-1].confidence)
    return msgspec.structs.replace(first, renaming=renaming, confidence=confidence)
