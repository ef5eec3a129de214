from __future__ import annotations

import pytest

from drift.match.likeness import folded_words, spelt_alike, word_likeness


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sailng", "sailing", True),
        ("2.10.0", "2.11.0", True),
        ("sails", "oars", False),
        ("", "", False),
        ("on", "in", False),
        ("a" * 41, "a" * 40, False),
    ],
)
def test_short_texts_are_known_by_their_letters(one: str, other: str, *, same: bool) -> None:
    assert spelt_alike(one, other) is same


def test_words_count_in_their_order_and_in_any_case() -> None:
    assert word_likeness(folded_words("Row the Boat"), folded_words("row the boat")) == 1000
    assert word_likeness(folded_words("row the boat"), folded_words("sail the ship")) == 333
    assert word_likeness((), folded_words("row")) == 0
    long = ("row",) * 2500
    assert word_likeness(long, (*long[:2000], "sail")) == 888
