"""Renamings that are believed, the greatest first -> each told once, with the forms of those that say the same."""

from __future__ import annotations

import re

import msgspec

from drift.aggregate.terms.chances import Claim
from drift.aggregate.terms.forms import cases
from drift.aggregate.terms.naming import ALWAYS
from drift.aggregate.terms.renamings import Renaming
from drift.explain.ends import shared
from drift.explain.lexicon import letters
from drift.explain.mentions import Stems, holds
from drift.history.exchanges.phrases import Pair, stems

MOST = 0.5
"""The share of the texts from which on a longer new name is no slip of some."""

WITHIN = 0.8
"""The share of a renaming's texts from which on it is half of a longer one, and no name by itself: `wheel` and `rudder stand`
where text says `wheel house` and `rudder stand`, and mostly so."""

_PARTS = re.compile(r"[-_.]")


class Believed:
    """Renamings that are told, in the order in which they were found."""

    def __init__(self) -> None:
        """Begin with none."""
        self.claims: list[Claim] = []
        self._known: dict[Pair, int] = {}

    def explains(self, one: Renaming) -> bool:
        """Tell whether a lesser renaming is a known one in another word; the known one then has its forms too.

        Args:
            one: A renaming that nobody has looked at.

        Returns:
            Whether there is nothing to look at.
        """
        if any(is_part(one, pair) for pair in self._known):
            return True
        greater = next((at for pair, at in self._known.items() if is_inside(one, pair)), None)
        if greater is None:
            return False
        known = self.claims[greater]
        self.claims[greater] = with_forms(known, one, first=_is_in_full(one, known.renaming))
        return True

    def add(self, claim: Claim) -> None:
        """Tell a renaming, or a known one with its forms if they say the same with words more or less.

        What it says the same with besides, and what hardly any text says without it, is told with that one.

        Args:
            claim: The renaming, as it is believed.
        """
        one = claim.renaming
        alike = [at for at, other in enumerate(self.claims) if _are_alike(one, other.renaming)]
        if alike:
            at, *others = alike
            known = self.claims[at]
            first = _is_in_most(one, known.renaming)
            self.claims[at] = with_forms(known, one, first=first)
            for other in reversed(others):
                if one.read >= WITHIN * self.claims[other].renaming.read:
                    self._join(at, other)
            return
        for old, new in cases(claim.renaming.forms):
            self._known.setdefault((old.casefold(), new.casefold()), len(self.claims))
        self.claims.append(claim)

    def _join(self, at: int, other: int) -> None:
        """Tell one known renaming with another that was found before it."""
        gone = self.claims.pop(other)
        self.claims[at] = with_forms(self.claims[at], gone.renaming)
        for pair, place in self._known.items():
            self._known[pair] = at if place == other else place - (place > other)


def _are_alike(one: Renaming, known: Renaming) -> bool:
    """Tell whether a renaming says the same as a known one in any of its forms, with words more or less."""
    pairs = [pair for form in known.forms for pair in (form, _core(form))]
    return any(is_same(one, pair) for pair in pairs)


def with_forms(claim: Claim, one: Renaming, *, first: bool = False) -> Claim:
    """Add the forms of a renaming to the claim that explains it.

    Args:
        claim: What is told.
        one: What is not told by itself.
        first: Whether it names the claim.

    Returns:
        The claim with more forms.
    """
    both = (one.forms, claim.renaming.forms) if first else (claim.renaming.forms, one.forms)
    forms = tuple(dict.fromkeys(form for some in both for form in some))
    return msgspec.structs.replace(
        claim, renaming=msgspec.structs.replace(claim.renaming, forms=forms)
    )


def _is_in_full(one: Renaming, known: Renaming) -> bool:
    """Tell whether a renaming is a known one with the words without which hardly any text says it (`Support Scheduler`)."""
    words = (*one.before.split(), *one.after.split())
    name = " " in one.before and all(word[0].isupper() for word in words)
    return name and one.read >= ALWAYS * known.read


def _is_in_most(one: Renaming, known: Renaming) -> bool:
    """Tell whether most texts say a longer new name than the known one, which counts these too (`dart format`, `dart`)."""
    (before, after), (known_before, known_after) = one.key, known.key
    longer = before == known_before and after != known_after and holds(after, known_after)
    return longer and one.read > MOST * known.read


def is_inside(one: Renaming, known: Pair) -> bool:
    """Tell whether a renaming is a known one inside a longer name or phrase (`sub-slaves`, `SLAVEOF`).

    Args:
        one: A renaming.
        known: Both forms of another, in lower case.

    Returns:
        Whether its old form with the known one replaced is its new form.
    """
    before, after = one.before.casefold(), one.after.casefold()
    old, new = known
    return old in before and letters(before.replace(old, new)) == letters(after)


def is_part(one: Renaming, known: Pair) -> bool:
    """Tell whether a renaming is no more than what is another part of a known name (`deck` of `mid-deck`).

    Args:
        one: A renaming.
        known: Both forms of another, in lower case.

    Returns:
        Whether the known name differs in nothing else.
    """
    before, after = one.before.casefold(), one.after.casefold()
    old, new = known
    return before != old and before in _PARTS.split(old) and old.replace(before, after) == new


def is_same(one: Renaming, known: Pair) -> bool:
    """Tell whether a renaming and a known one say the same with words more or less (`template`, `hub templates`).

    Args:
        one: A renaming.
        known: Both forms of another.

    Returns:
        Whether on both sides one phrase has the other in it. What gave way beside it on both, as in `the old docket` and
        `a new dossier`, is a renaming by itself.
    """
    known_before, known_after = map(_in_parts, map(stems, known))
    before, after = map(_in_parts, one.key)
    more = _rest(before, known_before), _rest(after, known_after)
    less = _rest(known_before, before), _rest(known_after, after)
    if any(mine is None and theirs is None for mine, theirs in zip(more, less, strict=True)):
        return False
    return _is_one(more) and _is_one(less)


def _in_parts(phrase: Stems) -> Stems:
    """Cut names at their dots: `Layouts` is said in `Harbour.Layouts`."""
    return tuple(part for word in phrase for part in word.split("."))


def _core(form: Pair) -> Pair:
    """Leave out what both forms have at their ends, such as the word by which a renaming is named in full."""
    one, other = form[0].split(), form[1].split()
    first, last = shared(one, other)
    return " ".join(one[first : len(one) - last]), " ".join(other[first : len(other) - last])


def _rest(longer: Stems, shorter: Stems) -> Stems | None:
    """Give what a phrase has besides another; None where it does not have it."""
    size = len(shorter)
    for at in range(len(longer) - size + 1):
        if longer[at : at + size] == shorter:
            return longer[:at] + longer[at + size :]
    return None


def _is_one(rests: tuple[Stems | None, Stems | None]) -> bool:
    """Tell whether what both phrases have besides is the same, or only one has anything."""
    return not all(rests) or rests[0] == rests[1]
