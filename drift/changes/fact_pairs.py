"""Facts that went and facts that came -> which became which, and which came or went by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drift.changes.base import Fact

SMALL = 4
"""A fact that came or went alone counts where at most so many words came or went with it: in a new sentence everything is
new, and no fact has changed. Where more came for more, the sentence was written anew."""

FAINT = "faint"
"""Words that are a number only beside a figure that says the same: of the ones that are none, `one` is the most frequent."""

_SPOKEN = frozenset({"negation", "modal"})
"""Kinds that every sentence has its own of."""


class Found(NamedTuple):
    """A fact in one of two texts, with or beside words that differ."""

    kind: str
    text: str
    hunks: frozenset[int]
    # The differences that it has a part in.
    own: bool
    # Whether a word of it differs, and not only one beside it.
    lone: bool
    # Whether it may stand without a counterpart.
    anew: bool
    # Whether it stands where a sentence was written anew.


def paired(gone: Iterable[Found], come: Iterable[Found]) -> Iterator[Fact]:
    """Pair the facts of one kind that stand in the same difference; one that is left over counts if it came or went by itself.

    Where a sentence was written anew, its modal verbs are others, and its figures are the old ones only where there are as
    many of them. A figure that is the only one of its kind to come is the only one that went, wherever it stands.

    Args:
        gone: The facts of the old text that the new one has not, in order.
        come: The facts of the new text that the old one has not, in order.

    Yields:
        The facts that changed.
    """
    old, new = ([fact for fact in side if fact.kind != FAINT] for side in (gone, come))
    became: dict[int, int] = {}
    for test in (_same, _only):
        for one, fact in enumerate(old):
            free = (at for at in range(len(new)) if at not in became.values())
            other = next((at for at in free if test(fact, new[at], old, new)), None)
            if one not in became and other is not None:
                became[one] = other
    for one, fact in enumerate(old):
        if one in became:
            yield Fact(fact.kind, fact.text, new[became[one]].text)
        elif fact.lone:
            yield Fact(fact.kind, fact.text, None)
    rest = (fact for at, fact in enumerate(new) if at not in became.values())
    yield from (Fact(fact.kind, None, fact.text) for fact in rest if fact.lone)


def _same(fact: Found, other: Found, old: Sequence[Found], new: Sequence[Found]) -> bool:
    """Tell whether one may have become the other: they stand in one difference, and share their first word or differ in one."""
    if fact.kind != other.kind or not fact.hunks & other.hunks:
        return False
    if not (fact.own and other.own) and fact.text.split()[0] != other.text.split()[0]:
        return False
    if not (fact.anew and other.anew):
        return True
    here = [[each for each in side if each.hunks & fact.hunks] for side in (old, new)]
    return fact.kind not in _SPOKEN and len({_count(side, fact.kind) for side in here}) == 1


def _only(fact: Found, other: Found, old: Sequence[Found], new: Sequence[Found]) -> bool:
    """Tell whether two figures are the only ones of their kind."""
    alike = fact.kind == other.kind and fact.kind not in _SPOKEN and fact.own and other.own
    return (
        alike
        and not (fact.anew and other.anew)
        and _count(old, fact.kind) == _count(new, fact.kind) == 1
    )


def _count(side: Iterable[Found], kind: str) -> int:
    return sum(fact.kind == kind for fact in side)
