"""What a rule is, and the document that rules and changes make together."""

from __future__ import annotations

from typing import Literal

import msgspec

from drift.changes.base import Change, Location

Scope = Literal["prose", "heading", "label", "url", "anchor", "path", "code"]


class Leftover(msgspec.Struct, frozen=True):
    """A place in the new revision that still follows the old form of a rule."""

    path: str
    line: int
    text: str
    scope: Scope


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One statement that explains many changes at once."""

    id: str
    kind: str
    before: str | int
    after: str | int
    count: int
    confidence: float
    variants: tuple[tuple[str, str], ...] = ()
    # Other forms of the same rule: inflections, cases.
    places: tuple[Location, ...] = ()
    # In the new revision.
    leftovers: tuple[Leftover, ...] = ()


class Side(msgspec.Struct, frozen=True):
    """One of the two revisions of a changelog."""

    rev: str
    commit: str | None = None
    date: str | None = None
    # ISO 8601 with its offset.


class Unread(msgspec.Struct, frozen=True):
    """A page that could not be read as its format, and was compared line by line."""

    path: str
    side: str
    # `old` or `new`.
    reason: str


class Stats(msgspec.Struct, frozen=True):
    """The size of a changelog."""

    pages: dict[str, int]
    # How many on the sides `old` and `new`.
    by_kind: dict[str, int]
    coverage: float | None
    # The share of differing words, targets and headings that some change covers; null where it was not asked for.
    skipped: dict[str, int] = {}
    # Files left out because they are no documents, `old` and `new`.
    unread: tuple[Unread, ...] = ()


class Changelog(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="drift.changelog/1"
):
    """The shortest true account of what changed between two revisions."""

    old: Side
    new: Side
    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    stats: Stats


class CommitFacts(msgspec.Struct, frozen=True):
    """What a history says of one commit beside its changes."""

    id: str
    parents: tuple[str, ...]
    author: str
    date: str
    # When it was committed, ISO 8601 with its offset.
    subject: str


class Entry(Changelog, frozen=True, kw_only=True, tag_field="schema", tag="drift.changelog/1"):
    """One commit of a history: what it changed against its first parent."""

    commit: CommitFacts
