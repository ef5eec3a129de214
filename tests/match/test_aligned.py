from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.match.aligned import Run, align

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


def _longest(old: list[str], new: list[str]) -> int:
    row = [0] * (len(new) + 1)
    for one in old:
        above = row
        row = [0]
        for place, other in enumerate(new):
            row.append(above[place] + 1 if one == other else max(above[place + 1], row[-1]))
    return row[-1]
