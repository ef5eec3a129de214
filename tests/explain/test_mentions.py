from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.changes.base import Location
from drift.explain.mentions import Mentions, Stems, holds, stems
from drift.explain.texts import Text

SIDES = st.lists(st.tuples(*[st.text(alphabet="ab ", max_size=12)] * 2), max_size=4)
PHRASES = st.sets(
    st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=3).map(tuple), max_size=6
)


def _times(phrase: Stems, text: str) -> int:
    said = stems(text)
    return sum(said[at : at + len(phrase)] == phrase for at in range(len(said)))


@given(SIDES, PHRASES)
@settings(deadline=None)
def test_each_phrase_is_counted_as_one_would_by_itself(
    sides: list[tuple[str, str]], wanted: set[Stems]
) -> None:
    texts = [Text(before, after, Location("a.md", ()), "prose") for before, after in sides]
    found = Mentions(texts, wanted)
    for phrase in wanted:
        before = [_times(phrase, text.before) for text in texts]
        after = [_times(phrase, text.after) for text in texts]
        assert dict(found.before(phrase)) == {i: n for i, n in enumerate(before) if n}
        assert dict(found.after(phrase)) == {i: n for i, n in enumerate(after) if n}


def test_words_are_read_by_their_stems() -> None:
    assert stems("Squads, renamed") == ("squad", ",", "renam")


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("core team", "team", True),
        ("the core team meets", "core team", True),
        ("team", "team", False),
        ("team", "core team", False),
        ("core of the team", "core team", False),
    ],
)
def test_a_longer_phrase_holds_a_shorter_one(longer: str, shorter: str, expected: bool) -> None:
    assert holds(stems(longer), stems(shorter)) is expected
