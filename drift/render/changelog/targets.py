"""A link's target -> as much of it as people read; two targets -> the piece in which they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

ID_ENDS = 5
"""Signs of a long id that are shown at each end; ids that differ, differ in these but once in a billion."""

_ID = re.compile(
    r"(?<![\w-])(?!(?:[A-Za-z]++|\d++)(?:[-_]+(?:[A-Za-z]++|\d++))*+(?![\w-]))"
    r"(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}",
    re.ASCII,
)
# Long, and with digits and capitals: words and numbers joined by hyphens are to be read.

_SAID = re.compile("[A-Za-z]?[a-z]{3,}")
# A word between hyphens or underscores.

FEWEST_SAID = 2
"""Words by which a title is told from an id: of ids of forty random signs, one in some thousands has two."""

_WORD = re.compile(r"[\w%~-]+|.", re.DOTALL)


def shortened_target(target: str) -> str:
    """Cut what nobody reads out of a target: the middle of the long ids that documents have in URLs.

    Args:
        target: A link's target.

    Returns:
        The target, its long ids as `1aKJrJ…hRCs0`.
    """
    return _ID.sub(_cut, target)


def _cut(found: re.Match[str]) -> str:
    """Cut the middle out of an id; a title such as `Top_10_A4_Common_Knots` has words in it."""
    parts = re.split("[-_]", found[0])
    if sum(_SAID.fullmatch(part) is not None for part in parts) >= FEWEST_SAID:
        return found[0]
    return f"{found[0][:ID_ENDS]}…{found[0][-ID_ENDS:]}"


def differing(before: str, after: str) -> tuple[str, str] | None:
    """Give the piece in which two targets differ: `.html` and `/`, of hosts with the name before it.

    Args:
        before: A link's target before.
        after: Its target now.

    Returns:
        The piece of each, in whole words; nothing of two that have no word in common.
    """
    old, one = _parted(before)
    new, other = _parted(after)
    if one == other:
        return old, new
    left, right = _WORD.findall(one), _WORD.findall(other)
    head = _alike(left, right)
    tail = _alike(reversed(left[head:]), reversed(right[head:]))
    shared = "".join([*left[:head], *left[len(left) - tail :]])
    if not any(map(str.isalnum, shared)):
        return None
    if old and head > 1 and "/" not in left[:head] and left[head - 1] == ".":
        # The end of a host's name alone says nothing.
        head -= 2
    return "".join(left[head : len(left) - tail]), "".join(right[head : len(right) - tail])


def _parted(target: str) -> tuple[str, str]:
    """Give a target's scheme, and what stands behind it."""
    scheme, sign, rest = target.partition("://")
    return (scheme, rest) if sign else ("", target)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the words with which two targets begin alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
