from __future__ import annotations

import pytest

from drift.aggregate.terms.grammar import begin, is_thing, things
from drift.history.exchanges.phrases import Exchange

PAIR = ("campaign", "batch change")


@pytest.mark.parametrize(
    ("ahead", "behind", "expected"),
    [
        ("a", "is", True),
        ("new", ".", True),
        ("of", "", True),
        ("a", "run", None),
        ("", "is", True),
        ("", "of", None),
        (".", "on", None),
        ("to", "on", None),
        ("you", "on", False),
        ("very", ".", False),
        ("", "the", False),
        ("", "", None),
    ],
)
def test_neighbours_tell_what_a_phrase_is(ahead: str, behind: str, expected: bool | None) -> None:
    assert is_thing(Exchange(PAIR, ahead, behind)) is expected


@pytest.mark.parametrize(
    ("places", "counted", "begins"),
    [
        ([("a", "is"), ("", ""), (".", "on")], (1, 0), False),
        ([("a", "is"), ("you", "on"), ("", "the")], (1, 2), False),
        ([("", "the"), (".", "all"), ("", "lamps")], (0, 2), True),
        ([], (0, 0), True),
    ],
)
def test_places_where_things_are_named(
    places: list[tuple[str, str]], counted: tuple[int, int], begins: bool
) -> None:
    found = [Exchange(PAIR, *place) for place in places]
    assert (things(found), begin(found)) == (counted, begins)
