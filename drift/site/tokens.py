"""A form -> what a search looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def tokens(form: str) -> tuple[str, ...]:
    """Cut a form into what no markup stands in: runs of letters and digits.

    Args:
        form: A word, phrase, path or anchor.

    Returns:
        The tokens in their order, case folded.
    """
    return tuple(_TOKEN.findall(form.casefold()))


def stands_in(text: str, word: str) -> bool:
    """Tell whether a word of Latin letters and digits stands in a text and not only as a part of others.

    Args:
        text: Case folded.
        word: One of `tokens`.
    """
    return any(not at or text[at - 1] not in _LATIN for at in _places(text, word))


def _places(text: str, word: str) -> Iterator[int]:
    length, at = len(word), text.find(word)
    while at >= 0:
        end = at + length
        if end == len(text) or text[end] not in _LATIN:
            yield at
        at = text.find(word, end)


def unlike_lines(one: str, other: str) -> tuple[str, str]:
    """Leave out of two texts the lines that both begin with, and those that both end with.

    Args:
        one: A text.
        other: Another.

    Returns:
        What is left of each, in whole lines; for two versions of a page that is little.
    """
    begin = _alike(one, other)
    begin = one.rfind("\n", 0, begin) + 1
    one, other = one[begin:], other[begin:]
    end = _alike(one[::-1], other[::-1])
    # The line feed before the first of them has to be one that both have.
    at = one.find("\n", len(one) - end)
    end = len(one) - at if at >= 0 else 0
    return one[: len(one) - end], other[: len(other) - end]


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with, by halves: each is compared at once."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
