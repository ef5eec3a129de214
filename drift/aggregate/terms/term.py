"""What a term's renaming is, as it is found in a history or declared by its users."""

from __future__ import annotations

from typing import Literal

import msgspec

from drift.explain.base import Leftover, Scope

Why = Literal["history", "place", "scope"]
"""Why a mention of an old form may stay: it tells of the past; its page or section may say it; nothing of its scope is
to change."""


class Moment(msgspec.Struct, frozen=True):
    """A commit and when it was made."""

    commit: str
    date: str
    # ISO 8601 with its offset.


class Mention(Leftover, frozen=True):
    """A place that says an old form and may go on saying it."""

    why: Why


def mention(leftover: Leftover, why: Why) -> Mention:
    """Say of a leftover why it may stay."""
    return Mention(leftover.path, leftover.line, leftover.text, leftover.scope, why)


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One term that was renamed, with all its forms."""

    before: str
    after: str
    count: int
    # Occurrences that changed.
    pages: int
    # Pages on which they did.
    confidence: float
    first: Moment | None
    # None where a declared renaming was never begun.
    last: Moment | None
    variants: tuple[tuple[str, str], ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    # Places at the end of the range that still follow the old form.
    allowed: tuple[Mention, ...] = ()
    # Places that say the old form and may.
    trickled: bool = False
    # Whether no single week did most of it.
    commits: tuple[str, ...] = ()
    # Those that took part, oldest first.
    paths: tuple[str, ...] = ()
    # The pages, in order.
    expected: bool = False
    # Whether users declared it.

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be done."""
        return not self.leftovers


class Expected(msgspec.Struct, frozen=True):
    """A renaming that users declare."""

    before: str
    after: str
    scopes: frozenset[Scope] = frozenset()
    # Where it is to hold; empty for everywhere.
    allow: tuple[str, ...] = ()
    # Pathspecs of pages that may say the old form, and `#Heading` for sections.
