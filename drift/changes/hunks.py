"""Two texts -> the words that differ, with a few that stayed around them."""

from __future__ import annotations

import re
from functools import lru_cache
from os.path import commonprefix

import msgspec

from drift.changes.base import Hunk
from drift.match.aligned import Run, align
from drift.trees.words import spans

LONGEST = 200_000
"""Characters; what is longer is data on one line and no text, and its words are not aligned."""

CONTEXT = 4
"""Words kept on each side of a hunk, for a reader to know the place by."""

GLUE = 1
"""Hunks with so few words between them, and those short, are one: `the [a] of [b]` reads worse than a whole."""

SHORT = 3
"""Letters a word between two hunks may have to be drawn into them."""

_FEW_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff]{0,2}")


# It is asked again while one commit is told, and hardly ever after that.
@lru_cache(maxsize=1 << 8)
def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Compare two texts by words.

    Args:
        old: The text before.
        new: The text after.

    Returns:
        The neighbouring words that differ, in order, as they were written.
    """
    if max(len(old), len(new)) > LONGEST:
        return (_whole(old, new),) if old != new else ()
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


class Gap(msgspec.Struct, frozen=True):
    """The words that stayed before, between or after hunks, as the new text has them.

    Of a hunk that shows its old words and then its new ones, the old text knows what stands before it.
    """

    text: str
    ahead: bool = False
    # Whether a blank stands between it and the hunk before it.
    behind: bool = False
    # And the hunk after it.
    apart: bool = False
    # Whether one stands between it and the gap before it where the hunk between them left nothing.


def gaps(old: str, new: str) -> tuple[Gap, ...]:
    """Give what stands between the hunks of two texts.

    Args:
        old: The text before.
        new: The text after.

    Returns:
        One more than there are hunks.
    """
    left, right = spans(old), spans(new)
    one, other = [old[a:b] for a, b in left], [new[a:b] for a, b in right]
    found: list[Gap] = []
    start, ahead, apart = 0, False, False
    for a, b, c, d in _glued(one, align(one, other)):
        blank = _blank(old, left, a) if a < b else _blank(new, right, c)
        found.append(Gap(_slice(new, right, start, c), ahead, blank, apart))
        apart = c == d and _blank(new, right, d)
        start, ahead = d, _blank(new, right, d) if c < d else _blank(old, left, b)
    return (*found, Gap(_slice(new, right, start, len(right)), ahead, apart=apart))


def _blank(text: str, places: list[tuple[int, int]], at: int) -> bool:
    """Tell whether there is a blank before a word that is neither the first nor beyond the last."""
    if not 0 < at < len(places):
        return False
    return not text[places[at - 1][1] : places[at][0]].strip() and places[at - 1][1] < places[at][0]


def _whole(old: str, new: str) -> Hunk:
    """Give what stands between the common beginning and end of two texts too long to be cut into words."""
    head = len(commonprefix((old, new)))  # noqa: RUF071 - characters are what is meant
    ends = old[head:][::-1], new[head:][::-1]
    tail = len(commonprefix(ends))  # noqa: RUF071 - as above
    return Hunk(before=old[head : len(old) - tail], after=new[head : len(new) - tail])


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
    signs = "".join(between)
    # Of a script without blanks, two signs are less than a word.
    return (len(between) <= GLUE and len(signs) <= SHORT) or _FEW_SIGNS.fullmatch(signs) is not None
