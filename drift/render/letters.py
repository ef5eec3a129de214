"""Text in any script -> where a line may break and how much a reader has read, also where no blanks stand between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = (
    "\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003134f"
)
# Han, Hiragana, Katakana, and the signs that are set among them. Korean has blanks between words.

_CLOSING = ",.;:!?)\\]}%”’…、。\uff0c\uff0e\uff1b\uff1a\uff01\uff1f\uff09\uff3d\uff5d」』】》〉\u3015・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_OPENING = "(\\[{“\u2018\uff08\uff3b\uff5b「『【《〈\u3014"

_PIECE = re.compile(rf"(?:[{_WIDE}]|[^\s{_WIDE}]+)\s*")
_STAYS = re.compile(rf"[{_CLOSING}]|-\]|\+\}}")
# No line begins with these, which close a word or the marks of one.
_LEADS = re.compile(rf"(?:[{_OPENING}]|\[-|\{{\+)$")

_UNIT = re.compile(rf"[{_WIDE}]{{1,2}}|[^\s{_WIDE}]+")
# Most Chinese words have two letters.

_HAS_WIDE = re.compile(f"[{_WIDE}]")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into what stays on one line.

    Args:
        text: Any text.

    Yields:
        First place of each piece and the one after its last, the blanks behind it included.
    """
    start = end = 0
    ahead = ""
    for found in _PIECE.finditer(text):
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
    wide = len(_HAS_WIDE.findall(text))
    units = count(text)
    return f"{len(''.join(text.split())):,} characters" if wide > units else f"{units} words"


def _units(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _UNIT.finditer(text)]


def _folded(text: str) -> str:
    return " ".join(text.split())
