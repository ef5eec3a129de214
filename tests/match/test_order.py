from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.match.order import LARGEST_EXACT, displaced

ORDERS = st.permutations(range(7))


def _increasing(places: list[int]) -> bool:
    return places == sorted(places)


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], set()),
        ([0, 1, 2], set()),
        ([1, 2, 0], {2}),
        ([2, 0, 1], {0}),
        ([0, 3, 1, 2, 4], {1}),
    ],
)
def test_the_fewest_moved(places: list[int], moved: set[int]) -> None:
    assert displaced(places, places, [1] * len(places)) == moved


def test_of_two_the_smaller_moved() -> None:
    assert displaced([1, 0], ["a", "b"], [9, 2]) == {1}
    assert displaced([1, 0], ["a", "b"], [2, 9]) == {0}


@given(ORDERS)
def test_the_rest_stays_in_order_and_no_smaller_choice_would_do(places: list[int]) -> None:
    moved = displaced(places, list(range(7)), [1] * 7)
    assert _increasing([place for index, place in enumerate(places) if index not in moved])
    fewer = combinations(range(7), max(0, 7 - len(moved) + 1))
    assert not any(_increasing([places[index] for index in kept]) for kept in fewer if moved)


@given(ORDERS, st.lists(st.integers(1, 4), min_size=7, max_size=7))
def test_the_way_back_moves_the_same(places: list[int], sizes: list[int]) -> None:
    there = {places[index] for index in displaced(places, list(range(7)), sizes)}
    inverse = [places.index(place) for place in range(7)]
    names = [places.index(place) for place in range(7)]
    back = displaced(inverse, names, [sizes[index] for index in names])
    assert back == there


def test_a_long_sequence_has_its_fewest_too() -> None:
    many = LARGEST_EXACT + 100
    places = [*list(range(1, many)), 0]
    assert displaced(places, places, [1] * many) == {many - 1}
    places = [(7 * place) % many for place in range(many)]
    moved = displaced(places, places, [1] * many)
    assert _increasing([place for index, place in enumerate(places) if index not in moved])
