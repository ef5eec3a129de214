from __future__ import annotations

import msgspec
import pytest

from drift.aggregate.terms.examples import is_of_example
from drift.aggregate.terms.vocabulary import Vocabulary
from drift.explain.base import Scope
from tests.aggregate.terms.test_doubts import renaming
from tests.conftest import both

TEXT = "# Crew\n\nBoat1 waits for Boat2 at Pier7, and h264 is sent to quay2.\n"


@pytest.mark.parametrize(
    ("before", "after", "scopes", "expected"),
    [
        ("Shipshape", "Logbook", {"code": 3}, True),
        ("SHIP_NAME", "SPARE_SHIP_NAME", {"code": 3}, True),
        ("SHIP_NAME", "SHIP_TITLE", {"code": 3}, False),
        ("crew.hail", "ship.hail", {"code": 3}, True),
        ("crew.hail", "crew.call", {"code": 3}, True),
        ("Crew.hail", "Ship.hail", {"code": 3}, False),
        ("tide get", "harbour tide get", {"code": 3}, False),
        ("QPAD", "GPAD", {"code": 3}, False),
        ("mate", "bosun", {"code": 8, "prose": 2}, True),
        ("mate", "bosun", {"code": 7, "prose": 2}, False),
        ("mate", "ship_mate", {"code": 8}, True),
        ("mate", "first_bosun", {"code": 8, "prose": 2}, False),
        ("mate", "bosun", {"code": 8, "heading": 1}, False),
        ("m.hail", "mate.hail", {"code": 8, "prose": 1}, True),
        ("m.hail", "m.call", {"code": 8, "prose": 1}, False),
        ("min-tide", "tide", {"code": 8, "prose": 1}, True),
        ("Ship1", "Boat1", {"prose": 8}, True),
        ("ship Ship1", "the boat Boat1", {"prose": 8}, True),
        ("Ship1 and Ship2", "Boat1 and Boat2", {"prose": 8}, True),
        ("Ship1", "Boat2", {"prose": 8}, False),
        ("Dock7", "Pier7", {"prose": 8}, False),
        ("k264", "h264", {"prose": 8}, False),
    ],
)
def test_what_belongs_to_an_example(
    before: str, after: str, scopes: dict[Scope, int], expected: bool
) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    assert is_of_example(renaming(before, after, scopes=scopes), lexicon) == expected


@pytest.mark.parametrize(("pages", "said", "expected"), [(8, 1, False), (8, 0, True), (7, 1, True)])
def test_what_the_examples_of_many_pages_say_is_a_word_of_their_language(
    pages: int, said: int, *, expected: bool
) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    scopes: dict[Scope, int] = {"code": 20, "prose": said}
    one = renaming("mate", "bosun", scopes=scopes)
    spread = msgspec.structs.replace(one, pages=frozenset(map(str, range(pages))))
    assert is_of_example(spread, lexicon) == expected
