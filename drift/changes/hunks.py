"""Two texts -> the words that differ, with a few that stayed around them."""

from __future__ import annotations

from functools import lru_cache

from drift.changes.base import Hunk
from drift.match.aligned import Run, align
from drift.trees.words import spans

CONTEXT = 4
"""Words kept on each side of a hunk, for a reader to know the place by."""

GLUE = 1
"""Hunks with so few words between them, and those short, are one: `the [a] of [b]` reads worse than a whole."""

SHORT = 3
"""Letters a word between two hunks may have to be drawn into them."""


@lru_cache(maxsize=1 << 12)
def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Compare two texts by words.

    Args:
        old: The text before.
        new: The text after.

    Returns:
        The neighbouring words that differ, in order, as they were written.
    """
    left, right = spans(old), spans(new)
    one = [old[a:b] for a, b in left]
    other = [new[a:b] for a, b in right]
    return tuple(
        Hunk(
            before=_slice(old, left, a, b),
            after=_slice(new, right, c, d),
            context=(
                _slice(new, right, max(0, c - CONTEXT), c),
                _slice(new, right, d, min(len(right), d + CONTEXT)),
            ),
        )
        for a, b, c, d in _glued(one, align(one, other))
    )


def _slice(text: str, places: list[tuple[int, int]], first: int, last: int) -> str:
    return " ".join(text[places[first][0] : places[last - 1][1]].split()) if first < last else ""


def _glued(words: list[str], runs: list[Run]) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in runs:
        if tag == "equal":
            continue
        if found and _glue(words[found[-1][1] : a]) and tag == "replace":
            first, _, start, _ = found.pop()
            found.append((first, b, start, d))
        else:
            found.append((a, b, c, d))
    return found


def _glue(between: list[str]) -> bool:
    return len(between) <= GLUE and all(len(word) <= SHORT for word in between)
