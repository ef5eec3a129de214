"""Facts that went and facts that came -> which became which, and which came or went by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
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


class _Side:
    """What went, or what came: the facts of one of two texts, in order, that the other has not."""

    def __init__(self, facts: Iterable[Found]) -> None:
        self.facts = [fact for fact in facts if fact.kind != FAINT]
        self.often = Counter(fact.kind for fact in self.facts)
        self.standing: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            for hunk in fact.hunks:
                self.standing[hunk, fact.kind].append(number)

    def beside(self, kind: str, hunks: frozenset[int]) -> list[int]:
        """Give the facts of a kind that have a part in any of some differences, by number."""
        standing = [self.standing.get((hunk, kind), []) for hunk in hunks]
        return (
            standing[0]
            if len(standing) == 1
            else sorted({each for some in standing for each in some})
        )


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
    old, new = _Side(gone), _Side(come)
    became: dict[int, int] = {}
    taken: set[int] = set()
    for candidates in (_beside, _only):
        for number, fact in enumerate(old.facts):
            if number in became:
                continue
            other = next((at for at in candidates(fact, old, new) if at not in taken), None)
            if other is not None:
                became[number] = other
                taken.add(other)
    for number, fact in enumerate(old.facts):
        if number in became:
            yield Fact(fact.kind, fact.text, new.facts[became[number]].text)
        elif fact.lone:
            yield Fact(fact.kind, fact.text, None)
    rest = (fact for at, fact in enumerate(new.facts) if at not in taken)
    yield from (Fact(fact.kind, None, fact.text) for fact in rest if fact.lone)


def _beside(fact: Found, old: _Side, new: _Side) -> Iterator[int]:
    """Give what a fact may have become in its own difference: both are new there, or begin with the same word."""
    told = (
        fact.kind in _SPOKEN
        or len({len(side.beside(fact.kind, fact.hunks)) for side in (old, new)}) > 1
    )
    for number in new.beside(fact.kind, fact.hunks):
        other = new.facts[number]
        alike = (fact.own and other.own) or fact.text.split()[0] == other.text.split()[0]
        if alike and not (told and fact.anew and other.anew):
            yield number


def _only(fact: Found, old: _Side, new: _Side) -> Iterator[int]:
    """Give the figure that is the only one of its kind, where the fact is one too."""
    if fact.kind in _SPOKEN or not (old.often[fact.kind] == new.often[fact.kind] == 1):
        return
    for number, other in enumerate(new.facts):
        if other.kind == fact.kind and fact.own and other.own and not (fact.anew and other.anew):
            yield number
