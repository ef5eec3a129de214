"""Two sequences -> which element of the one is which of the other, whatever side is called old."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from drift.match.order import displaced

MOST_CELLS = 200_000_000
"""Old elements times new ones that are aligned at once: 25 MB and half a second. Far more than any section of a handbook
has words; of a page that is one paragraph of a hundred thousand, the way through all combinations would fill memory."""

Run = tuple[str, int, int, int, int]
"""A tag (`equal`, `delete`, `insert`, `replace`) and the bounds in the old and in the new sequence."""


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Align two sequences along a longest common subsequence.

    What is longer than `MOST_CELLS` allows is first cut at elements that stand once on each side and keep their order
    (patience diff, Cohen 2003), then where need be into pieces of equal length.

    Args:
        old: The elements on the old side.
        new: The elements on the new side.

    Returns:
        Runs in order that cover both sequences; neighbouring runs have different tags. Exchanging the sides exchanges
        `delete` and `insert` and nothing else.
    """
    head = 0
    shorter = min(len(old), len(new))
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = len(old) - head - tail, len(new) - head - tail
    if left == right == 1 or not left or not right:
        # What neither starts nor ends alike is no more than one difference, as most edits are.
        runs: list[Run] = [(_kind(left, right), 0, left, 0, right)] if left or right else []
    else:
        runs = _middle(tuple(old[head : head + left]), tuple(new[head : head + right]))
    return _joined(runs, head, tail, (len(old), len(new)))


def alike(
    old: Sequence[Hashable], new: Sequence[Hashable], taken: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Pair equal elements of two sequences one by one, whatever stands between them.

    Args:
        old: The elements on the old side.
        new: The elements on the new side.
        taken: The places that are paired already, those of the new side by those of the old.

    Yields:
        The other pairs of places, in the order of the old side.
    """
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(set(range(len(new))) - set(taken.values()), reverse=True):
        waiting[new[place]].append(place)
    for place, element in enumerate(old):
        if place not in taken and waiting[element]:
            yield place, waiting[element].pop()


def _middle(left: tuple[Hashable, ...], right: tuple[Hashable, ...]) -> list[Run]:
    """Align what neither starts nor ends alike, always from the side that sorts first."""
    # LCSseq breaks ties by side; one order of the sides makes the answer the same both ways.
    if (len(left), list(map(str, left))) > (len(right), list(map(str, right))):
        turned = {"delete": "insert", "insert": "delete"}
        return [(turned.get(tag, tag), c, d, a, b) for tag, a, b, c, d in _middle(right, left)]
    numbers: dict[Hashable, int] = {}
    one = [numbers.setdefault(element, len(numbers)) for element in left]
    other = [numbers.setdefault(element, len(numbers)) for element in right]
    if len(one) * len(other) <= MOST_CELLS:
        return _whole(one, other, 0, 0)
    return [
        run
        for a, b, c, d in pieces(one, other, most=MOST_CELLS)
        for run in _whole(one[a:b], other[c:d], a, c)
    ]


def _whole(one: Sequence[int], other: Sequence[int], first: int, start: int) -> list[Run]:
    return [
        (
            code.tag,
            code.src_start + first,
            code.src_end + first,
            code.dest_start + start,
            code.dest_end + start,
        )
        for code in LCSseq.opcodes(one, other)
    ]


def pieces(
    one: Sequence[int], other: Sequence[int], *, most: int
) -> Iterator[tuple[int, int, int, int]]:
    """Cut two long sequences into pieces that can be compared one by one.

    Args:
        one: The elements on the one side.
        other: The elements on the other side.
        most: Elements of the one side times elements of the other that a piece may have.

    Yields:
        The bounds of each piece in the one and in the other sequence; together they cover both.
    """
    a = c = 0
    for b, d in (*_landmarks(one, other), (len(one), len(other))):
        if (b - a) * (d - c) <= most:
            yield a, b, c, d
        else:
            parts = math.isqrt((b - a) * (d - c) // most) + 1
            for part in range(parts):
                yield (
                    a + (b - a) * part // parts,
                    a + (b - a) * (part + 1) // parts,
                    c + (d - c) * part // parts,
                    c + (d - c) * (part + 1) // parts,
                )
        a, c = b, d


def _landmarks(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Find the elements that stand once on each side, as many as have the same order on both."""
    counts = Counter(one), Counter(other)
    places = {element: place for place, element in enumerate(other) if counts[1][element] == 1}
    found = [
        (place, places[element])
        for place, element in enumerate(one)
        if element in places and counts[0][element] == 1
    ]
    moved = displaced([d for _, d in found], range(len(found)), [1] * len(found))
    return [pair for index, pair in enumerate(found) if index not in moved]


def _joined(runs: list[Run], head: int, tail: int, ends: tuple[int, int]) -> list[Run]:
    """Shift the middle, put the equal ends around it, and join a deletion with the insertion beside it."""
    pieces: list[Run] = [("equal", 0, head, 0, head)] if head else []
    pieces += [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in runs]
    if tail:
        pieces.append(("equal", ends[0] - tail, ends[0], ends[1] - tail, ends[1]))
    joined: list[Run] = []
    for tag, a, b, c, d in pieces:
        if joined and (joined[-1][0] == "equal") == (tag == "equal"):
            _, first, _, start, _ = joined.pop()
            a, c = first, start  # noqa: PLW2901 - the run grows to the left
            tag = "equal" if tag == "equal" else _kind(b - a, d - c)  # noqa: PLW2901
        joined.append((tag, a, b, c, d))
    return joined


def _kind(removed: int, added: int) -> str:
    if removed and added:
        return "replace"
    return "delete" if removed else "insert"
