"""Several changes told under one head, a row each: what outputs for people draw in their own way."""

from __future__ import annotations

import msgspec

from drift.explain.sentence import Mark, Span


class Value(msgspec.Struct, frozen=True):
    """What one row says, and the sign that it stands behind, if any."""

    spans: tuple[Span, ...]
    mark: Mark | None = None


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
