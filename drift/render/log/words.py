"""An entry -> a few words for what it changed, rules first."""

from __future__ import annotations

from collections import Counter

from drift.explain.base import Entry, Rule
from drift.explain.sentence import counted, sentence
from drift.render.changelog.fold import fold
from drift.render.visible import visible

MOST_RULES = 2
"""Rules that are named before the rest is only counted."""

MOST_KINDS = 3
"""Kinds of change that are named before the rest is only counted."""


def words(entry: Entry) -> str:
    """Say in a few words what a commit changed.

    Args:
        entry: What is told of the commit.

    Returns:
        Rules, then how many changes of each kind no rule explains, those of most first.
    """
    parts = [_rule(rule) for rule in entry.rules[:MOST_RULES]]
    if rest := len(entry.rules) - len(parts):
        parts.append(f"{rest} more {'rule' if rest == 1 else 'rules'}")
    _, told = fold(entry)
    if told:
        parts.append(_counts(Counter(change.kind for change in told)))
    return "; ".join(parts) or "nothing changed"


def _rule(rule: Rule) -> str:
    if isinstance(rule.before, str) and isinstance(rule.after, str):
        return visible(f"{rule.before} → {rule.after}")
    return visible("".join(span.text for span in sentence(rule)))


def _counts(kinds: Counter[str]) -> str:
    order = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    shown = order if len(order) == MOST_KINDS + 1 else order[:MOST_KINDS]
    named = ", ".join(counted(kind, count) for kind, count in shown)
    rest = sum(count for _, count in order[len(shown) :])
    return f"{named} and {rest} more" if rest else named
