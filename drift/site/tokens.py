"""A form -> what a search looks for."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")


def tokens(form: str) -> tuple[str, ...]:
    """Cut a form into what no markup stands in: runs of letters and digits.

    Args:
        form: A word, phrase, path or anchor.

    Returns:
        The tokens in their order, case folded.
    """
    return tuple(_TOKEN.findall(form.casefold()))


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
