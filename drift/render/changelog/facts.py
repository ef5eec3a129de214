"""An edited section -> the facts that changed in it, in one line."""

from __future__ import annotations

from collections import Counter

from drift.changes.base import Change
from drift.explain.sentence import Span

MOST_FACTS = 8
"""Facts that are told of one section before the rest is only counted."""


def facts(change: Change) -> tuple[Span, ...]:
    """Tell the numbers, dates, amounts, negations and modal verbs that changed.

    Args:
        change: A change; only edited sections have facts.

    Returns:
        The pairs before and after, or nothing.
    """
    found = Counter((fact.before, fact.after) for fact in change.facts or ())
    spans: list[Span] = []
    for (before, after), times in list(found.items())[:MOST_FACTS]:
        spans += [
            Span(", " if spans else ""),
            *_fact(before, after),
            Span(f" ({times} times)" if times > 1 else ""),
        ]
    if len(found) > MOST_FACTS:
        spans.append(Span(f" and {len(found) - MOST_FACTS} more"))
    return tuple(span for span in spans if span.text)


def _fact(before: str | None, after: str | None) -> tuple[Span, ...]:
    if before is None:
        return (Span(after or "", "new"), Span(" added"))
    if after is None:
        return (Span(before, "old"), Span(" removed"))
    return (Span(before, "old"), Span(" → "), Span(after, "new"))
