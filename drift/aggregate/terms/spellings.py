"""Renamings of one term that is written in several ways (`CharlieHR`, `Charlie HR`) -> one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import reduce

import msgspec

from drift.aggregate.terms.renamings import Renaming
from drift.explain.lexicon import letters


def united(found: Iterable[Renaming]) -> list[Renaming]:
    """Join renamings whose forms have the same letters: evidence for one is evidence for the other.

    Args:
        found: What gave way to what, no two with equal stems.

    Returns:
        Each once, in the same order, named as it is written in most places.
    """
    alike: dict[tuple[str, str], list[Renaming]] = defaultdict(list)
    for one in found:
        alike[_sound(one.before), _sound(one.after)].append(one)
    return [reduce(_joined, sorted(group, key=lambda one: -one.places)) for group in alike.values()]


def _sound(phrase: str) -> str:
    return letters(phrase.replace("&", "and"))


def _joined(one: Renaming, other: Renaming) -> Renaming:
    return msgspec.structs.replace(
        one,
        forms=tuple(dict.fromkeys((*one.forms, *other.forms))),
        count=one.count + other.count,
        places=one.places + other.places,
        back=one.back + other.back,
        elsewhere=one.elsewhere + other.elsewhere,
        steps=tuple(sorted((*one.steps, *other.steps))),
        pages=one.pages | other.pages,
        scopes=Counter(one.scopes) + Counter(other.scopes),
        titles=one.titles + other.titles,
        where=one.where | other.where,
        things=(one.things[0] + other.things[0], one.things[1] + other.things[1]),
        begins=one.begins and other.begins,
    )
