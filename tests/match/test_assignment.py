from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.match.assignment import FEW, LARGEST_DENSE, assign

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-20, 50), max_size=14
)


def _best(scores: dict[tuple[int, int], int]) -> int:
    """The greatest sum of any one-to-one choice, by trying all of them; a pair at a loss counts as none."""
    return max(
        sum(max(0, scores.get(pair, 0)) for pair in enumerate(columns))
        for columns in permutations(range(4))
    )


@given(SCORES)
def test_the_sum_is_greatest(scores: dict[tuple[int, int], int]) -> None:
    assert sum(scores[pair] for pair in assign(scores)) == _best(scores)


@given(SCORES)
def test_it_is_one_to_one_and_never_at_a_loss(scores: dict[tuple[int, int], int]) -> None:
    chosen = assign(scores)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert all(scores[pair] > 0 for pair in chosen)


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        ({}, []),
        ({(0, 0): 0, (1, 1): -3}, []),
        ({(0, 0): 9, (0, 1): 8, (1, 0): 8, (1, 1): 1}, [(0, 1), (1, 0)]),
        ({(0, 0): 9, (1, 0): 10}, [(1, 0)]),
    ],
)
def test_what_is_chosen(scores: dict[tuple[int, int], int], chosen: list[tuple[int, int]]) -> None:
    assert assign(scores) == chosen


def test_beyond_the_bound_the_best_come_first() -> None:
    many = LARGEST_DENSE + 1
    scores = {(row, 0): row + 1 for row in range(many)} | {(many - 1, 1): 1}
    assert assign(scores) == [(many - 1, 0)]


def test_many_large_components_are_settled_from_the_best_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exactly settled, each gives up its best pair for two that are worth more together."""
    size = FEW + 1
    chain = {(0, 0): 9, (0, 1): 8, (1, 0): 8} | {(0, other): 1 for other in range(2, size)}
    small = {(row + size, column + size): score for (row, column), score in chain.items()}
    del small[size, 2 * size - 1]
    assert assign(chain | small) == [(0, 1), (1, 0), (size, size + 1), (size + 1, size)]
    monkeypatch.setattr("drift.match.assignment.MOST_STEPS", size**3)
    assert assign(chain | small) == [(0, 0), (size, size + 1), (size + 1, size)]
