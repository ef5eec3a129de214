"""Pages that have another number and no other name -> one list, such as of the chapters after a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from drift.changes.base import Change
from drift.explain.sentence import Span
from drift.render.changelog.bundle import MOST_SHOWN, Bundle, Row, Value

_NUMBER = re.compile(r"\d+(?:\.\d+)*")

_NOUNS = MappingProxyType({"page.moved": "pages", "page.retitled": "titles"})
"""Kinds of which a number may be all that differs, and what has it."""


def is_renumbered(change: Change) -> bool:
    """Tell whether a page has another number, and its name or title is as it was.

    Args:
        change: Any change.
    """
    before, after = change.before, change.after
    if change.kind not in _NOUNS or not isinstance(before, str) or not isinstance(after, str):
        return False
    bare = _NUMBER.sub("", before)
    # What is a number and nothing else, such as a year or a version, is a name.
    return any(map(str.isalpha, bare)) and bare == _NUMBER.sub("", after)


def renumbered(changes: Sequence[Change]) -> Bundle:
    """Tell changes together of which `is_renumbered` holds.

    Args:
        changes: Some of one kind.

    Returns:
        How many there are, and the first of them.
    """
    literal = changes[0].kind == "page.moved"
    shown = changes if len(changes) <= MOST_SHOWN else changes[: MOST_SHOWN - 1]
    rows: list[tuple[Span, ...]] = [
        (Span(str(one.before), "old", literal), Span(" → "), Span(str(one.after), "new", literal))
        for one in shown
    ]
    if len(changes) > len(shown):
        rows.append((Span(f"and {len(changes) - len(shown):,} more"),))
    head = Span(f"{len(changes):,} {_NOUNS[changes[0].kind]} have another number")
    return Bundle("~", (head,), tuple(Row("", (Value(spans),)) for spans in rows))
