"""What a renderer of notes is given, and what their lines are made of in all formats."""

from __future__ import annotations

from typing import Literal

import msgspec

from drift.aggregate.notes.notes import Notes

Role = Literal["plain", "strong", "literal"]


class NotesView(msgspec.Struct, frozen=True, kw_only=True):
    """Notes and the wishes of their reader; JSON has all of them anyway."""

    notes: Notes
    whole: bool = False
    # Whether to name everything, however long the lists become.
    feed: str = ""
    # Where a feed of them is published, if anybody knows.


class Run(msgspec.Struct, frozen=True):
    """A few words that play one part, and what they lead to."""

    text: str
    role: Role = "plain"
    url: str = ""


class Line(msgspec.Struct, frozen=True):
    """One point of a list, with points below it."""

    runs: tuple[Run, ...]
    below: tuple[Line, ...] = ()


class Chapter(msgspec.Struct, frozen=True):
    """A part of the handbook and what is told of it."""

    name: str
    # Empty for what holds throughout, which stands before all others.
    lines: tuple[Line, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One period in words."""

    title: str
    when: str
    # Its days; empty where the commits state none.
    url: str
    # Of the comparison in the forge.
    chapters: tuple[Chapter, ...]
    closing: str
    # What is only counted, or that there is nothing to tell.
