"""What release notes hold: periods, the parts of the handbook in each, and what happened there; facts without markup."""

from __future__ import annotations

from typing import Literal

import msgspec

What = Literal[
    "facts", "added", "rewritten", "extended", "shortened", "renamed", "arrived", "removed"
]
"""What happened in a section."""


class Place(msgspec.Struct, frozen=True):
    """A page or section as its readers know it."""

    title: str
    path: str
    # Of the page, from the root of the tree.
    url: str = ""
    # Where readers find it: on the site, else in the forge; empty where neither is known.


class Source(msgspec.Struct, frozen=True):
    """A pull request or commit, as a forge shows it."""

    name: str
    # `#12`, or the first digits of the commit.
    url: str


class Fact(msgspec.Struct, frozen=True):
    """A number, date, amount, duration, negation or modal verb that is another, with the words around it."""

    before: str
    after: str


class Detail(msgspec.Struct, frozen=True):
    """What happened in one section of a page that lives on."""

    what: What
    place: Place
    before: str = ""
    # Of a heading its old words, of a section that came from another page the title of that.
    facts: tuple[Fact, ...] = ()
    words: int = 0
    # How many came, went or are others.


class NewPage(msgspec.Struct, frozen=True):
    """A page that was not there."""

    place: Place
    opening: str = ""
    # Its first words.
    came_from: str = ""
    # The title of the page that it was split off from.
    sources: tuple[Source, ...] = ()
    # What brought it, where that is known.


class Elsewhere(msgspec.Struct, frozen=True):
    """A page that has another address, or another title."""

    place: Place
    before: str
    after: str
    sources: tuple[Source, ...] = ()
    # What moved or renamed it, where that is known.


class ChangedPage(msgspec.Struct, frozen=True):
    """A page that lives on, and what happened in it; what matters most comes first."""

    place: Place
    details: tuple[Detail, ...]
    sources: tuple[Source, ...] = ()
    # Newest first.


class Gone(msgspec.Struct, frozen=True):
    """A page that is there no more."""

    title: str
    path: str
    into: tuple[Place, ...] = ()
    # The pages that it became a part of, if its text lives on.
    sources: tuple[Source, ...] = ()
    # What took it away, where that is known.


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the handbook: a group of its navigation, or a folder."""

    name: str
    # Empty for pages that stand in none.
    new: tuple[NewPage, ...] = ()
    moved: tuple[Elsewhere, ...] = ()
    renamed: tuple[Elsewhere, ...] = ()
    changed: tuple[ChangedPage, ...] = ()
    removed: tuple[Gone, ...] = ()


class Sweeping(msgspec.Struct, frozen=True):
    """One statement that explains many changes at once."""

    kind: str
    # `term.renamed`, `folder.moved` or `url.moved`.
    before: str
    after: str
    count: int
    pages: int


class Moment(msgspec.Struct, frozen=True):
    """One end of a period."""

    rev: str
    commit: str
    date: str
    # ISO 8601 with its offset; empty where the commit states none.


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """What happened between two revisions."""

    name: str
    # A tag, a month `2021-03`, a week `2021-W09`, or the range as it was written.
    old: Moment
    new: Moment
    commits: int
    url: str = ""
    # Of the comparison of both ends in the forge; empty where that is unknown.
    throughout: tuple[Sweeping, ...] = ()
    parts: tuple[Part, ...] = ()
    small: dict[str, int] = {}
    # What is only counted, by what it is: `reworded`, `typos`, `formatting`, `links`, `order`, `placeholders`.

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed for readers, not even a comma."""
        return not (self.throughout or self.parts or any(self.small.values()))


class Notes(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="drift.notes/1"):
    """Release notes: one period, or several with the newest first."""

    site: str
    # The URL that the handbook is published under; empty where it is unknown.
    repository: str
    # The URL of its repository in a forge; empty where it is unknown.
    periods: tuple[Period, ...]
