"""Renamings that users declare, and the site at the end of a range -> what is still to be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from drift.aggregate.terms.bygone import Headings, Past
from drift.aggregate.terms.forms import cases, inflected
from drift.aggregate.terms.renamings import renaming_of
from drift.aggregate.terms.term import Expected, Mention, Term, Why, mention
from drift.aggregate.terms.told import Told
from drift.explain.base import Leftover
from drift.explain.haystack import Haystack
from drift.explain.leftovers import leftovers
from drift.revision.pathspec import matcher
from drift.trees.site import Site


def audit(
    expected: Sequence[Expected], told: Told, new: Site, *, prefix: str = ""
) -> tuple[Term, ...]:
    """Look for what declared renamings have left over.

    Args:
        expected: The renamings.
        told: What the commits of the range changed.
        new: The site at its end.
        prefix: The folder from which the user names paths.

    Returns:
        The terms in the order in which they were declared.

    Raises:
        UsageError: A place that may say an old form cannot be understood.
    """
    haystack, headings = Haystack(new), Headings(new)
    return tuple(_audited(one, told, haystack, Judge(one, headings, prefix)) for one in expected)


def _audited(one: Expected, told: Told, haystack: Haystack, judge: Judge) -> Term:
    left: list[Leftover] = []
    allowed: list[Mention] = []
    for leftover in said(one, haystack):
        why = judge.pardon(leftover)
        if why is None:
            left.append(leftover)
        else:
            allowed.append(mention(leftover, why))
    return told.term(
        renaming_of((one.before, one.after), told.swaps),
        confidence=1.0,
        leftovers=tuple(left),
        allowed=tuple(allowed),
        expected=True,
    )


def said(one: Expected, haystack: Haystack) -> tuple[Leftover, ...]:
    """Find all places that say an old form, in any inflection and case.

    Args:
        one: The renaming.
        haystack: The site.

    Returns:
        The places, those that may say it among them.
    """
    if one.before.casefold() == one.after.casefold():
        # Only how it is written was to change: what is written so is all that counts.
        exact = re.compile(rf"(?<!\w){re.escape(one.before)}(?!\w)")
        found = leftovers(haystack, (one.before,), ())
        return tuple(leftover for leftover in found if exact.search(leftover.text))
    before, after = (inflected(form, haystack.site) for form in (one.before, one.after))
    more = cases(((one.before, one.after),))
    return leftovers(
        haystack,
        sorted({*before, *(form for form, _ in more)}),
        sorted({*after, *(form for _, form in more)}),
    )


class Judge:
    """Tells which places may go on saying an old form."""

    def __init__(self, expected: Expected, headings: Headings, prefix: str) -> None:
        """Prepare for one renaming.

        Args:
            expected: The renaming.
            headings: Of the site.
            prefix: The folder from which the user names paths.
        """
        self._scopes = expected.scopes
        self._headings = headings
        self._past = Past((expected.before,), expected.after)
        self._places = [_place(word, prefix) for word in expected.allow]

    def pardon(self, leftover: Leftover) -> Why | None:
        """Say why a place may say the old form; None if it may not.

        Args:
            leftover: The place.

        Returns:
            The first reason that holds.
        """
        if self._scopes and leftover.scope not in self._scopes:
            return "scope"
        above = self._headings.above(leftover)
        if any(place.holds(leftover.path, above) for place in self._places):
            return "place"
        old = leftover.path in self._headings.superseded or self._past.has(leftover, above)
        return "history" if old else None


class _Place(msgspec.Struct, frozen=True):
    """Pages or sections that may say an old form."""

    meant: Callable[[str], bool]
    heading: str

    def holds(self, path: str, above: Iterable[str]) -> bool:
        """Tell whether a place is one of these."""
        named = not self.heading or self.heading in map(str.casefold, above)
        return named and self.meant(path)


def _place(word: str, prefix: str) -> _Place:
    """Read `archive/`, `#History` or `guide.md#History`."""
    pages, _, heading = word.partition("#")
    return _Place(matcher((pages,) if pages else (), prefix=prefix), heading.strip().casefold())
