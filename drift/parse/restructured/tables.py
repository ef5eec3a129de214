"""reStructuredText source -> where its simple tables stand, whose blank lines end nothing."""

from __future__ import annotations

import re

_LIKELY = re.compile(r"=[^\S\n]+=")
_TOP = re.compile(r"^=+(?:[^\S\n]+=+)+[^\S\n]*$", re.MULTILINE)
_BORDER = re.compile(r"^=(?:[^\S\n]|=)*$", re.MULTILINE)


def simple_tables(source: str) -> list[tuple[int, int]] | None:
    """Find the simple tables at the left margin.

    Args:
        source: The text of a page.

    Returns:
        Where each begins and ends, as character offsets; None where that is not certain.
    """
    found: list[tuple[int, int]] = []
    end = 0
    for top in _TOP.finditer(source) if _LIKELY.search(source) else ():
        if top.start() < end:
            continue
        line = top.group().rstrip()
        if line.strip("= ") or not _stands_alone(source, top.start()):
            return None
        end = _end(source, top.end(), len(line))
        if end < 0:
            return None
        found.append((top.start(), end))
    return found


def text_before(source: str, at: int) -> int:
    """Find where the text ends that stands before a place.

    Args:
        source: The text of a page.
        at: The place, as a character offset.

    Returns:
        Where the white space before it begins.
    """
    while at and source[at - 1].isspace():
        at -= 1
    return at


def _stands_alone(source: str, start: int) -> bool:
    """Tell whether a blank line, and no text that announces a literal block, comes before."""
    end = text_before(source, start)
    return not end or (source.count("\n", end, start) > 1 and source[end - 2 : end] != "::")


def _end(source: str, start: int, width: int) -> int:
    """Find the end as docutils does: the second border, the first with a blank line below, or one of another width."""
    for borders, border in enumerate(_BORDER.finditer(source, start), 1):
        line = border.group().rstrip()
        if line.strip("= "):
            return -1
        below = source.find("\n", border.end() + 1)
        blank = not source[border.end() : below if below >= 0 else len(source)].strip()
        if len(line) != width or borders > 1 or blank:
            return border.end()
    return len(source)
