"""Notes in Markdown and a changelog that people keep -> the changelog with the notes in it, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

import msgspec

from drift.errors import UsageError
from drift.parse.base import parse
from drift.trees.site import Dialect
from drift.trees.walk import walk

_BRACKETS = re.compile(r"\[(?P<name>[^\]]+)\]")
_DATE = re.compile(r"\s[-–(]+\s*\d{4}-\d\d-\d\d\)?\Z")
_UNRELEASED = re.compile(r"\[?unreleased\]?(?!\w).*", re.IGNORECASE)
_BOM = "\ufeff"

_RELEASE = 2
"""The level of the headings that releases have."""


class Prepended(msgspec.Struct, frozen=True):
    """A changelog with what was added to it."""

    text: str
    known: tuple[str, ...]
    # Titles that stood in it already, and under which nothing was changed.


class _Heading(msgspec.Struct, frozen=True):
    at: int
    # The first character of its line.
    level: int
    title: str


def prepended(changelog: str, notes: str, *, where: str = "") -> Prepended:
    """Put notes under the head of a changelog, and under what it holds as unreleased.

    What stands there under a title of the notes was put there before, and perhaps improved by somebody since: it stays.

    Args:
        changelog: The file, laid out as keepachangelog.com has it, with its own line ends.
        notes: Markdown; each heading of the second level begins a section.
        where: What to call the file.

    Returns:
        The changelog; doing it again changes nothing.

    Raises:
        UsageError: It has text and no heading, so that nobody can tell where its releases are.
    """
    headings = list(_headings(changelog))
    if not headings and changelog.strip(f"{_BOM} \t\r\n"):
        raise UsageError(
            "has no heading in Markdown, and so no place for notes",
            where=where,
            remedy="begin it with “# Changelog”",
        )
    releases = [heading for heading in headings if heading.level == _RELEASE]
    names = {_name(heading.title) for heading in releases}
    sections = list(_sections(notes))
    new = [text for title, text in sections if _name(title) not in names]
    known = tuple(title for title, _ in sections if _name(title) in names)
    if not new:
        return Prepended(changelog, known)
    places = (one.at for one in releases if not _UNRELEASED.fullmatch(one.title))
    return Prepended(_inserted(changelog, new, next(places, len(changelog))), known)


def _inserted(changelog: str, new: list[str], at: int) -> str:
    windows = changelog.count("\r\n")
    end = "\r\n" if windows * 2 > changelog.count("\n") else "\n"
    block = "".join(f"{text.strip()}\n\n" for text in new).replace("\n", end)
    before, after = changelog[:at], changelog[at:]
    if before.strip(_BOM) and not before.endswith(("\n\n", "\n\r\n")):
        before += end if before.endswith("\n") else end * 2
    return before + (block if after else block.removesuffix(end)) + after


def _name(title: str) -> str:
    """Give the name of a release in one spelling: `[v2] - 2021-03-01` is `v2`."""
    bare = _DATE.sub("", title)
    found = _BRACKETS.fullmatch(bare) or _BRACKETS.match(title)
    return (found["name"] if found else bare).strip().casefold()


def _sections(notes: str) -> Iterator[tuple[str, str]]:
    """Cut notes at their headings; what stands before the first belongs to none and is left out."""
    headings = [heading for heading in _headings(notes) if heading.level == _RELEASE]
    ends = [*(heading.at for heading in headings[1:]), len(notes)]
    for heading, end in zip(headings, ends, strict=True):
        yield heading.title, notes[heading.at : end]


def _headings(text: str) -> Iterator[_Heading]:
    """Find the headings, whatever way they are written; those in code, comments and quotes are none."""
    starts = [0]
    for line in StringIO(text, newline=""):
        starts.append(starts[-1] + len(line))
    page = parse(text, suffix=".md", dialect=Dialect("github"))
    for _, section in walk(page.root):
        if section.level:
            at = starts[section.lines[0] - 1]
            yield _Heading(max(at, len(_BOM) * text.startswith(_BOM)), section.level, section.title)
