"""Notes in Markdown and a changelog that people keep -> the changelog with the notes in it, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_HEADING = re.compile(r"## +(?P<title>.*?)[ #]*")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_BRACKETS = re.compile(r"\[(?P<name>[^\]]+)\]")
_DATE = re.compile(r"\s[-–(]+\s*\d{4}-\d\d-\d\d\)?\Z")
_UNRELEASED = re.compile(r"\[?unreleased\]?(?!\w).*", re.IGNORECASE)


class Prepended(msgspec.Struct, frozen=True):
    """A changelog with what was added to it."""

    text: str
    known: tuple[str, ...]
    # Titles that stood in it already, and under which nothing was changed.


class _Heading(msgspec.Struct, frozen=True):
    at: int
    title: str


def prepended(changelog: str, notes: str) -> Prepended:
    """Put notes under the head of a changelog, and under what it holds as unreleased.

    What stands there under a title of the notes was put there before, and perhaps improved by somebody since: it stays.

    Args:
        changelog: The file, laid out as keepachangelog.com has it, with its own line ends.
        notes: Markdown; each heading of the second level begins a section.

    Returns:
        The changelog; doing it again changes nothing.
    """
    headings = list(_headings(changelog))
    names = {_name(heading.title) for heading in headings}
    sections = list(_sections(notes))
    new = [text for title, text in sections if _name(title) not in names]
    known = tuple(title for title, _ in sections if _name(title) in names)
    if not new:
        return Prepended(changelog, known)
    end = "\r\n" if "\r\n" in changelog else "\n"
    places = (one.at for one in headings if not _UNRELEASED.fullmatch(one.title))
    at = next(places, len(changelog))
    block = "".join(f"{text.strip()}\n\n" for text in new).replace("\n", end)
    before, after = changelog[:at], changelog[at:]
    if before and not before.endswith(end * 2):
        before += end if before.endswith(end) else end * 2
    return Prepended(before + (block if after else block.removesuffix(end)) + after, known)


def _name(title: str) -> str:
    """Give the name of a release in one spelling: `[v2] - 2021-03-01` is `v2`."""
    found = _BRACKETS.match(title)
    return (found["name"] if found else _DATE.sub("", title)).strip().casefold()


def _sections(notes: str) -> Iterator[tuple[str, str]]:
    """Cut notes at their headings; what stands before the first belongs to none and is left out."""
    headings = list(_headings(notes))
    ends = [*(heading.at for heading in headings[1:]), len(notes)]
    for heading, end in zip(headings, ends, strict=True):
        yield heading.title, notes[heading.at : end]


def _headings(text: str) -> Iterator[_Heading]:
    """Find the headings of the second level; those in blocks of code are none."""
    at, fence = 0, ""
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        found = _FENCE.match(bare)
        if fence:
            if found and found["fence"].startswith(fence) and bare.strip() == found["fence"]:
                fence = ""
        elif found:
            fence = found["fence"]
        elif heading := _HEADING.fullmatch(bare):
            yield _Heading(at, heading["title"])
        at += len(line)
