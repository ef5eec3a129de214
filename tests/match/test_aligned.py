from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.match.aligned import Run, align, pieces

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("abc", "abc", [("equal", 0, 3, 0, 3)]),
        ("abc", "ac", [("equal", 0, 1, 0, 1), ("delete", 1, 2, 1, 1), ("equal", 2, 3, 1, 2)]),
        ("abc", "axc", [("equal", 0, 1, 0, 1), ("replace", 1, 2, 1, 2), ("equal", 2, 3, 2, 3)]),
        ("", "ab", [("insert", 0, 0, 0, 2)]),
    ],
)
def test_runs(old: str, new: str, runs: list[Run]) -> None:
    assert align(old, new) == runs


@given(WORDS, WORDS)
def test_runs_cover_both_sides_and_equal_ones_are_equal(old: list[str], new: list[str]) -> None:
    runs = align(old, new)
    assert [old[i] for _, a, b, _, _ in runs for i in range(a, b)] == old
    assert [new[i] for _, _, _, c, d in runs for i in range(c, d)] == new
    assert all((tag == "equal") == (old[a:b] == new[c:d]) for tag, a, b, c, d in runs)


@given(WORDS, WORDS)
def test_exchanging_the_sides_exchanges_nothing_else(old: list[str], new: list[str]) -> None:
    turned = {"delete": "insert", "insert": "delete"}
    back = [(turned.get(tag, tag), c, d, a, b) for tag, a, b, c, d in align(new, old)]
    assert back == align(old, new)


@given(WORDS, WORDS)
def test_what_is_kept_is_as_much_as_can_be(old: list[str], new: list[str]) -> None:
    kept = sum(b - a for tag, a, b, _, _ in align(old, new) if tag == "equal")
    assert kept == _longest(old, new)


@pytest.mark.parametrize(
    ("one", "other", "most", "cut"),
    [
        # Small enough: up to each element that stands once on both sides, and on to the end.
        ("axb", "ayb", 4, ["/", "ax/ay", "b/b"]),
        ("axb", "ayb", 9, ["/", "ax/ay", "b/b"]),
        # What stands twice on one side, or went the other way, is no landmark.
        ("abxc", "aybc", 9, ["/", "a/ay", "bx/b", "c/c"]),
        ("aaxc", "aybc", 12, ["aax/ayb", "c/c"]),
        ("abxc", "aybbc", 12, ["/", "abx/aybb", "c/c"]),
        ("abcd", "dabc", 9, ["/d", "a/a", "b/b", "cd/c"]),
        # Too large, and nothing in common: pieces of equal length.
        ("abcd", "efgh", 4, ["a/e", "b/f", "cd/gh"]),
        ("abcdefgh", "ij", 4, ["ab/", "cde/i", "fgh/j"]),
        ("xabcd", "xefgh", 4, ["/", "x/x", "ab/ef", "cd/gh"]),
    ],
)
def test_pieces_of_long_sequences(one: str, other: str, most: int, cut: list[str]) -> None:
    bounds = pieces([*map(ord, one)], [*map(ord, other)], most=most)
    assert [f"{one[a:b]}/{other[c:d]}" for a, b, c, d in bounds] == cut


@given(WORDS, WORDS, st.integers(1, 30))
def test_pieces_cover_both_sides_and_are_small(old: list[str], new: list[str], most: int) -> None:
    one, other = [*map(ord, old)], [*map(ord, new)]
    cut = list(pieces(one, other, most=most))
    assert [one[i] for a, b, _, _ in cut for i in range(a, b)] == one
    assert [other[i] for _, _, c, d in cut for i in range(c, d)] == other
    assert all((b - a) * (d - c) <= most + len(one) + len(other) + 1 for a, b, c, d in cut)


@pytest.mark.parametrize(
    ("old", "new"), [("xabcdy", "uabvcdw"), ("uabvcdw", "xabcdy"), ("xaybz", "aubvw")]
)
def test_what_is_long_is_aligned_at_its_landmarks(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = align(old, new)
    monkeypatch.setattr("drift.match.aligned.MOST_CELLS", 4)
    assert align(old, new) == whole


def _longest(old: list[str], new: list[str]) -> int:
    row = [0] * (len(new) + 1)
    for one in old:
        above = row
        row = [0]
        for place, other in enumerate(new):
            row.append(above[place] + 1 if one == other else max(above[place + 1], row[-1]))
    return row[-1]
