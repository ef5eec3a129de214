"""Two versions of a code block -> the lines that differ, each with what became of it, and what was wrapped anew as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

import msgspec
from rapidfuzz import fuzz

from drift.changes.base import Hunk
from drift.changes.hunks import LONGEST, hunks
from drift.match.aligned import align
from drift.trees.words import is_read, words

MOST_PAIRS = 400
"""Lines that went times lines that came in one place, of which each is held against each."""

ALIKE = 70
"""Of a hundred: two lines that have so much of their signs in common are one that was edited; two statements of one
program that say other things have 30 to 60."""

TELLING = 10
"""Signs of a line, such as `run(self):`, from which on another that has all of them in its order is that line."""

_COMMENT = re.compile(r"(?:#+|//+|--|;+|%+|\*)(?=\s)\s*")
# What a line of a comment begins with, which goes along when its words are wrapped anew.

LinePair = tuple[str | None, str | None]
"""A line before and after, of which one may be missing; several lines as one where their words were wrapped anew."""


class _Word(msgspec.Struct, frozen=True):
    line: int
    text: str


@lru_cache(maxsize=1 << 8)
def line_pairs(old: str, new: str) -> tuple[LinePair, ...]:
    """Find the lines of code that differ.

    Args:
        old: The code before.
        new: The code after.

    Returns:
        The lines that went, came and are others, in their order, without the blanks that set them in.
    """
    one, other = _said(old), _said(new)
    return tuple(
        pair
        for tag, a, b, c, d in align(one, other)
        if tag != "equal"
        for pair in _rewrapped(one[a:b], other[c:d])
    )


@lru_cache(maxsize=1 << 8)
def code_hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Compare two versions of code by the words of each line.

    Args:
        old: The code before.
        new: The code after.

    Returns:
        The neighbouring words that differ, in order; lines that went or came one after the other are one difference.
    """
    if not is_of_lines(old, new):
        return hunks(old, new)
    found: list[Hunk] = []
    for kind, pairs in groupby(line_pairs(old, new), key=lambda pair: tuple(map(bool, pair))):
        if all(kind):
            found += (hunk for one, other in pairs for hunk in hunks(one or "", other or ""))
        else:
            sides = zip(*pairs, strict=True)
            before, after = (" ".join(filter(None, lines)) for lines in sides)
            found.append(Hunk(before, after))
    return tuple(found)


def is_of_lines(old: str, new: str) -> bool:
    """Tell whether two versions of code are to be compared line by line.

    Args:
        old: The code before.
        new: The code after.

    Returns:
        Whether either has several lines, both say anything, and neither is data that nobody reads.
    """
    one, other = len(_said(old)), len(_said(new))
    return bool(one and other) and max(one, other) > 1 and max(len(old), len(new)) <= LONGEST


def is_rewrapped(old: str, new: str) -> bool:
    """Tell whether two versions of code differ in nothing but where their lines are broken.

    Args:
        old: The code before.
        new: The code after.

    Returns:
        Whether all words stand in their order, but for what the lines of comments begin with.
    """
    return is_of_lines(old, new) and not line_pairs(old, new)


def _said(text: str) -> list[str]:
    """Give the lines of code that say something, without the blanks that set them in."""
    return [said for line in text.splitlines() if (said := " ".join(line.split()))]


def _rewrapped(old: list[str], new: list[str]) -> Iterator[LinePair]:
    """Pair the lines in one place, first those of which the words go on in another line now."""
    if not old or not new:
        yield from _lone(old, new)
        return
    start = first = 0
    for lines, others in _wrapped(old, new):
        one, other = (
            _joined(old[lines.start : lines.stop]),
            _joined(new[others.start : others.stop]),
        )
        apart = _paired(old[lines.start : lines.stop], new[others.start : others.stop])
        if _cost([(one, other)]) >= _cost(apart):
            continue
        yield from _paired(old[start : lines.start], new[first : others.start])
        if words(one) != words(other):
            yield one, other
        start, first = lines.stop, others.stop
    yield from _paired(old[start:], new[first:])


def _wrapped(old: list[str], new: list[str]) -> list[tuple[range, range]]:
    """Find the lines that belong together since the words around a break stand side by side in a line of the other side."""
    left, right = _words(old), _words(new)
    became = {
        a + step: c + step
        for tag, a, b, c, _ in align([w.text for w in left], [w.text for w in right])
        if tag == "equal"
        for step in range(b - a)
    }
    found: list[tuple[range, range]] = []
    kept = sorted(became)
    for before, after in pairwise(kept):
        ends = (left, before, after), (right, became[before], became[after])
        if any(is_read(word.text) for side, a, b in ends for word in side[a + 1 : b]):
            continue
        lines, others = (range(side[a].line, side[b].line + 1) for side, a, b in ends)
        if (len(lines) > 1) == (len(others) > 1):
            continue
        if found and (found[-1][0].stop > lines.start or found[-1][1].stop > others.start):
            last = found.pop()
            lines = range(last[0].start, lines.stop)
            others = range(last[1].start, others.stop)
        found.append((lines, others))
    return found


def _words(lines: Sequence[str]) -> list[_Word]:
    return [
        _Word(number, word)
        for number, line in enumerate(lines)
        for word in words(_uncommented(line))
    ]


def _joined(lines: Sequence[str]) -> str:
    first, *rest = lines
    return " ".join([first, *map(_uncommented, rest)])


def _uncommented(line: str) -> str:
    found = _COMMENT.match(line)
    return line[found.end() :] if found else line


def _cost(pairs: Sequence[LinePair]) -> int:
    """Count the signs that are told of some lines."""
    told = (
        (hunks(one, other) if one and other else (Hunk(one or "", other or ""),))
        for one, other in pairs
    )
    return sum(len(hunk.before) + len(hunk.after) for found in told for hunk in found)


def _lone(old: Sequence[str], new: Sequence[str]) -> list[LinePair]:
    return [*((line, None) for line in old), *((None, line) for line in new)]


def _paired(old: list[str], new: list[str]) -> list[LinePair]:
    """Pair lines that were replaced with what came in their place, in order, so that they have most in common."""
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        return _lone(old, new)
    found: list[LinePair] = []
    start = first = 0
    for a, c in (*_best(old, new), (len(old), len(new))):
        found += _lone(old[start:a], new[first:c])
        found += [(old[a], new[c])] if a < len(old) else []
        start, first = a + 1, c + 1
    return found


def _best(old: list[str], new: list[str]) -> tuple[tuple[int, int], ...]:
    """Find the places of the lines that have most in common, in one order, whatever side is called old."""
    if (len(old), old) > (len(new), new):
        return tuple((a, c) for c, a in _best(new, old))
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for a in range(len(old) + 1):
        for c in range(len(new) + 1):
            ways = [best[at] for at in ((a - 1, c), (a, c - 1)) if at in best]
            if a and c and (score := _likeness(old[a - 1], new[c - 1])):
                total, pairs = best[a - 1, c - 1]
                ways.append((total + score, (*pairs, (a - 1, c - 1))))
            best[a, c] = max(ways, key=lambda way: way[0], default=(0, ()))
    return best[len(old), len(new)][1]


@lru_cache(maxsize=1 << 10)
def _likeness(old: str, new: str) -> float:
    """Weigh what two lines have in common, 0 if that is not enough for one to be the other."""
    score = fuzz.ratio(old, new)
    found = hunks(old, new)
    kept = min(
        len(old) - sum(len(hunk.before) for hunk in found),
        len(new) - sum(len(hunk.after) for hunk in found),
    )
    # All that one says the other says too, or half of the signs of both are the same words.
    whole = kept == min(len(old), len(new)) >= TELLING
    return score if score >= ALIKE or whole or 2 * kept >= max(len(old), len(new)) else 0
