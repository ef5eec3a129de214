"""A term -> the few words that all outputs for people say of it."""

from __future__ import annotations

from collections import Counter

from drift.aggregate.terms.term import Term, Why
from drift.render.changelog.summary import SHORT_HASH
from drift.render.log.header import DAY
from drift.render.plural import plural
from drift.render.visible import visible

NONE = "No renamed term was found."

PLACES = 3
"""Places still to be changed that are shown where not all are wanted."""

VARIANTS = 4
"""Other forms that are shown, likewise."""

_WHYS: tuple[tuple[Why, str], ...] = (
    ("history", "of the past"),
    ("place", "in places named so"),
    ("scope", "outside the scopes asked for"),
)


def extent(term: Term) -> str:
    """Say how often, where and when a term was renamed."""
    if not term.first or not term.last:
        return "not begun in this range" if term.expected else ""
    often = "once" if term.count == 1 else f"{term.count:,} times"
    where = f"{often} on {plural(term.pages, 'page')}"
    first, last = visible(term.first.date[:DAY]), visible(term.last.date[:DAY])
    if len(term.commits) == 1:
        return f"{where}, {first} in {visible(term.first.commit[:SHORT_HASH])}"
    days = first if first == last else f"{first} to {last}"
    how = "bit by bit in" if term.trickled else "in a sweep of"
    return f"{where}, {days}, {how} {len(term.commits)} commits"


def shown(term: Term, *, whole: bool) -> int:
    """Tell how many of the places left over are to be shown: of a declared renaming all, since they are what was asked for."""
    return len(term.leftovers) if whole or term.expected else PLACES


def standing(term: Term) -> str:
    """Say whether a declared renaming is complete."""
    if not term.expected:
        return ""
    if term.complete:
        return "complete"
    return f"{plural(len(term.leftovers), 'place')} left"


def others(term: Term, *, whole: bool) -> list[tuple[str, str]]:
    """List the other forms of a term that tell something new.

    Args:
        term: The term.
        whole: Whether all are wanted.

    Returns:
        Old and new forms; without those that differ in case alone, unless all are wanted.
    """
    if whole:
        return list(term.variants)
    seen = {(term.before.casefold(), term.after.casefold())}
    found = []
    for before, after in term.variants:
        key = (before.casefold(), after.casefold())
        if key not in seen:
            seen.add(key)
            found.append((before, after))
    return found[:VARIANTS]


def allowed(term: Term) -> str:
    """Count the places that may go on saying the old form."""
    counts: Counter[Why] = Counter(one.why for one in term.allowed)
    parts = [f"{counts[why]} {words}" for why, words in _WHYS if counts[why]]
    return f"may stay: {', '.join(parts)}" if parts else ""


def total(terms: tuple[Term, ...]) -> str:
    """Say in one sentence what was found."""
    found = [term for term in terms if not term.expected]
    declared = [term for term in terms if term.expected]
    parts = []
    if declared:
        complete = sum(term.complete for term in declared)
        parts.append(f"{complete} of {plural(len(declared), 'declared renaming')} complete")
    if found:
        parts.append(f"{plural(len(found), 'renamed term')} found")
    return f"{'; '.join(parts)}." if parts else NONE
