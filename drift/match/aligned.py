"""Two sequences -> which element of the one is which of the other, whatever side is called old."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rapidfuzz.distance import LCSseq

Run = tuple[str, int, int, int, int]
"""A tag (`equal`, `delete`, `insert`, `replace`) and the bounds in the old and in the new sequence."""


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Align two sequences along a longest common subsequence.

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
    left, right = tuple(old[head : len(old) - tail]), tuple(new[head : len(new) - tail])
    return _joined(_middle(left, right), head, tail, (len(old), len(new)))


def _middle(left: tuple[Hashable, ...], right: tuple[Hashable, ...]) -> list[Run]:
    """Align what neither starts nor ends alike, always from the side that sorts first."""
    # LCSseq breaks ties by side; one order of the sides makes the answer the same both ways.
    if (len(left), list(map(str, left))) > (len(right), list(map(str, right))):
        turned = {"delete": "insert", "insert": "delete"}
        return [(turned.get(tag, tag), c, d, a, b) for tag, a, b, c, d in _middle(right, left)]
    numbers: dict[Hashable, int] = {}
    one = [numbers.setdefault(element, len(numbers)) for element in left]
    other = [numbers.setdefault(element, len(numbers)) for element in right]
    return [
        (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in LCSseq.opcodes(one, other)
    ]


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
