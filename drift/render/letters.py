"""Text in any script -> where a line may break and how much a reader has read, also where no blanks stand between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_WIDE = (
    "\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003134f"
)
# Han, Hiragana, Katakana, and the signs that are set among them. Korean has blanks between words.

LINE_END = "↵"
"""Stands where a line of code ends that is shown with others on one line; it is no word."""

_CLOSING = ",.;:!?)\\]}%”’…、。\uff0c\uff0e\uff1b\uff1a\uff01\uff1f\uff09\uff3d\uff5d」』】》〉\u3015・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_OPENING = "(\\[{“\u2018\uff08\uff3b\uff5b「『【《〈\u3014"

_FIRST_WIDE = _WIDE[0]
_PIECE = re.compile(r"\S+\s*")
_WIDE_PIECE = rf"(?:[{_WIDE}]|[^\s{_WIDE}]+)\s*"
_STAYS = re.compile(rf"[{_CLOSING}]|-\]|\+\}}")
# No line begins with these, which close a word or the marks of one.
_LEADS = re.compile(rf"(?:[{_OPENING}]|\[-|\{{\+)$")

_UNIT = re.compile(r"\S+")
_WIDE_UNIT = rf"[{_WIDE}]{{1,2}}|[^\s{_WIDE}]+"
# Most Chinese words have two letters.


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Make a pattern of wide letters, which takes milliseconds, when the first text has some."""
    return re.compile(pattern)


def _is_narrow(text: str) -> bool:
    return text.isascii() or max(text) < _FIRST_WIDE


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into what stays on one line.

    Args:
        text: Any text.

    Yields:
        First place of each piece and the one after its last, the blanks behind it included.
    """
    start = end = 0
    ahead = ""
    pattern = _PIECE if _is_narrow(text) else _compiled(_WIDE_PIECE)
    for found in pattern.finditer(text):
        piece = found.group()
        if end > start and not _parts(ahead, piece):
            end = found.end()
        else:
            if end > start:
                yield start, end
            start, end = found.span()
        ahead = piece
    if end > start:
        yield start, end


def _parts(ahead: str, piece: str) -> bool:
    """Tell whether a line may end between two pieces."""
    if ahead[-1:].isspace():
        return True
    return not _STAYS.match(piece) and not _LEADS.search(ahead)


def count(text: str) -> int:
    """Count the words of a text, two letters as a word where there are no blanks.

    Args:
        text: Any text.

    Returns:
        How many there are.
    """
    return len(_units(text))


def first(text: str, most: int) -> str:
    """Give the first words of a text, as they are written.

    Args:
        text: Any text.
        most: How many words.

    Returns:
        Its beginning, or all of it, with single blanks.
    """
    found = _units(text)
    return _folded(text if len(found) <= most else text[: found[most - 1][1]] if most else "")


def last(text: str, most: int) -> str:
    """Give the last words of a text, as they are written.

    Args:
        text: Any text.
        most: How many words.

    Returns:
        Its end, or all of it, with single blanks.
    """
    found = _units(text)
    return _folded(text if len(found) <= most else text[found[-most][0] :] if most else "")


def extent(text: str) -> str:
    """Say how long a text is: in words, or in letters where these stand without blanks.

    Args:
        text: Any text.

    Returns:
        Such as `49 words`.
    """
    wide = 0 if _is_narrow(text) else len(_compiled(f"[{_WIDE}]").findall(text))
    units = count(text.replace(f" {LINE_END} ", " "))
    return f"{len(''.join(text.split())):,} characters" if wide > units else f"{units} words"


def _units(text: str) -> list[tuple[int, int]]:
    pattern = _UNIT if _is_narrow(text) else _compiled(_WIDE_UNIT)
    return [found.span() for found in pattern.finditer(text)]


def _folded(text: str) -> str:
    return " ".join(text.split())
