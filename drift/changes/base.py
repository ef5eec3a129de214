"""What a change is: one typed difference between two revisions, as facts without markup."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

Significance = Literal["content", "structure", "links", "wording", "cosmetic"]

Nature = Literal["facts", "rewrite", "wording", "typo", "formatting"]

BlockOp = Literal["added", "removed", "edited", "moved"]

WHOLE = frozenset({"section.added", "section.removed"})
"""Kinds that tell of a section with all that it says."""

SPREADING = frozenset({"page.split", "page.merged", "section.split", "section.merged"})
"""Kinds of which one side is several places."""

Value = str | int | float | bool | tuple[str, ...] | None
"""What `before` and `after` hold: a text, a level or place, a section path or nav chain, a front-matter value as JSON."""


class Location(msgspec.Struct, frozen=True):
    """Where something stands at one revision."""

    path: str
    section: tuple[str, ...]
    anchor: str | None = None
    lines: tuple[int, int] | None = None


Places = Location | tuple[Location, ...] | None
"""Where a change stands at one revision: at one place, at several where something was split or merged, or nowhere."""


def locations(places: Places) -> tuple[Location, ...]:
    """List the places where a change stands at one revision.

    Args:
        places: `old` or `new` of the change.

    Returns:
        The places: none, one or several.
    """
    if places is None:
        return ()
    return places if isinstance(places, tuple) else (places,)


class LinkFacts(msgspec.Struct, frozen=True):
    """A link on one side of a change."""

    label: str
    target: str
    kind: str


class LinkSides(msgspec.Struct, frozen=True):
    """A link on both sides of a change; null on a side where it is not."""

    old: LinkFacts | None
    new: LinkFacts | None


class Hunk(msgspec.Struct, frozen=True):
    """Neighbouring words that were replaced, added or removed inside a block."""

    before: str
    after: str
    context: tuple[str, str] = ("", "")
    # The words before and after it that stayed, for a reader; at most a few.
    cause: str | None = None
    # The rule that explains this hunk.


class BlockChange(msgspec.Struct, frozen=True):
    """One operation on a block of a section."""

    op: BlockOp
    kind: str
    before: str | None
    after: str | None
    lines: tuple[int, int] | None
    # In the new file; in the old one for a block that was removed.
    hunks: tuple[Hunk, ...] = ()
    name: str | UnsetType = UNSET
    # What a directive or an admonition is called.


class Fact(msgspec.Struct, frozen=True):
    """A number, date, amount, duration, negation or modal verb that changed."""

    kind: str
    before: str | None
    after: str | None


class Inbound(msgspec.Struct, frozen=True):
    """A link of the new revision that points to what changed."""

    path: str
    line: int
    label: str
    target: str


class RunnerUp(msgspec.Struct, frozen=True):
    """The nearest counterpart that was found and not believed."""

    path: str
    section: tuple[str, ...]
    confidence: float


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One typed difference; which of the last fields are set is the kind's affair."""

    id: str = ""
    kind: str
    old: Places
    new: Places
    before: Value = None
    after: Value = None
    cause: str | None = None
    significance: Significance
    confidence: float = 1.0
    commits: tuple[str, ...] = ()
    key: str | UnsetType = UNSET
    # `page.metadata`: the key that changed.
    link: LinkSides | UnsetType = UNSET
    # All kinds of links.
    inbound: tuple[Inbound, ...] | UnsetType = UNSET
    # `anchor.*`: the links that still use the anchor.
    nature: Nature | UnsetType = UNSET
    # `section.edited`.
    blocks: tuple[BlockChange, ...] | UnsetType = UNSET
    # Of sections that were edited, what differs in them; of those added or removed, what stands in them, or the first text
    # below; of such pages, how they begin.
    headings: tuple[str, ...] | UnsetType = UNSET
    # Of sections and pages that were added or removed, those right below that came or went with them; of a page without its title.
    facts: tuple[Fact, ...] | UnsetType = UNSET
    # `section.edited`.
    runner_up: RunnerUp | UnsetType = UNSET
    # Additions and removals: the counterpart in doubt.
    restored_from: str | UnsetType = UNSET
    # Additions: the commit that removed this content earlier in the range.


def both_places(change: Change) -> tuple[Location, Location] | None:
    """Give the two places of a change that stands at one place on either side.

    Args:
        change: Any change.

    Returns:
        The old place and the new one; None for what came, went, was split or was merged.
    """
    if isinstance(change.old, Location) and isinstance(change.new, Location):
        return change.old, change.new
    return None
