"""Pages that have another number and no other name or value -> one list, such as of the chapters after a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from drift.changes.base import Change, Location
from drift.explain.sentence import Span
from drift.render.changelog.bundle import MOST_SHOWN, Bundle, Row, Value, became
from drift.render.changelog.values import is_long

_NUMBER = re.compile(r"\d+(?:\.\d+)*")

_NOUNS = MappingProxyType({"page.moved": "pages", "page.retitled": "titles"})
"""Kinds of which a number may be all that differs, and what has it."""


def is_renumbered(change: Change) -> bool:
    """Tell whether a page has another number, and its name, title or value of front matter is as it was.

    Args:
        change: Any change.
    """
    before, after = change.before, change.after
    if change.kind == "page.metadata":
        return before is not None and after is not None and _bare(before) == _bare(after)
    if change.kind not in _NOUNS or not isinstance(before, str) or not isinstance(after, str):
        return False
    # What is a number and nothing else, such as a year or a version, is a name.
    return any(map(str.isalpha, "".join(_bare(before)))) and _bare(before) == _bare(after)


def _bare(value: object) -> list[str]:
    """Give what stands around the numbers."""
    return _NUMBER.split(str(value))


def renumbered(changes: Sequence[Change]) -> Bundle:
    """Tell changes together of which `is_renumbered` holds.

    Args:
        changes: Some of one kind.

    Returns:
        How many there are, and the first of them.
    """
    first = changes[0]
    shown = changes if len(changes) <= MOST_SHOWN else changes[: MOST_SHOWN - 1]
    rows: list[tuple[Span, ...]] = [_row(one) for one in shown]
    if len(changes) > len(shown):
        rows.append((Span(f"and {len(changes) - len(shown):,} more"),))
    head = Span(f"{len(changes):,} {_NOUNS.get(first.kind, 'pages')} have another number")
    key = () if first.kind in _NOUNS else (Span(" in "), Span(str(first.key), "name"))
    return Bundle("~", (head, *key), tuple(Row("", (Value(spans),)) for spans in rows))


def _row(change: Change) -> tuple[Span, ...]:
    """Give what was and what is; of a long value of front matter, the numbers that differ."""
    before, after = str(change.before), str(change.after)
    if change.kind in _NOUNS:
        return became(before, after, literal=change.kind == "page.moved")
    if is_long(change):
        pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True)
        old, new = zip(*(pair for pair in pairs if pair[0] != pair[1]), strict=True)
        before, after = ", ".join(old), ", ".join(new)
    path = change.new.path if isinstance(change.new, Location) else ""
    return (Span(f"{path}: "), *became(before, after))
