"""Several changes told under one head, a row each: what outputs for people draw in their own way."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from drift.explain.sentence import Mark, Span

MOST_SHOWN = 6
"""Pages, sections or pairs that are shown of many."""


class Value(msgspec.Struct, frozen=True):
    """What one row says, and the sign that it stands behind, if any."""

    spans: tuple[Span, ...]
    mark: Mark | None = None
    # Behind `~` stands a text with the words that differ in it.


class Row(msgspec.Struct, frozen=True):
    """One of the changes of a bundle."""

    name: str
    # What it happened to, such as the label of a link; empty where the values say it.
    values: tuple[Value, ...]
    note: str = ""


class Bundle(msgspec.Struct, frozen=True):
    """A head and its rows."""

    mark: Mark
    head: tuple[Span, ...]
    rows: tuple[Row, ...]


def became(before: str, after: str, *, literal: bool = False) -> tuple[Span, ...]:
    """Tell that one thing became another; of an empty one, that the other came or went.

    Args:
        before: What it was.
        after: What it is.
        literal: Whether both are to be copied as they are, such as pieces of a target.

    Returns:
        The words.
    """
    old, new = Span(before, "old", literal=literal), Span(after, "new", literal=literal)
    if before and after:
        return (old, Span(" → "), new)
    return (Span("“"), new, Span("” added")) if after else (Span("“"), old, Span("” removed"))


def named(names: Sequence[str], *, most: int = MOST_SHOWN) -> str:
    """Name the first of many, and count the rest.

    Args:
        names: Of pages or sections, in their order.
        most: How many are named.

    Returns:
        The names in one line.
    """
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest:,} more" if rest > 0 else "")
