from __future__ import annotations

import pytest

from drift.changes.hunks import Gap, gaps, hunks


@pytest.mark.parametrize(
    ("old", "new", "between"),
    [
        ("the old house", "the new house", [Gap("the", behind=True), Gap("house", ahead=True)]),
        ("@ann, @bob: both", "@bob: both", [Gap("@"), Gap("bob: both")]),
        ("one two", "one, two", [Gap("one"), Gap("two", ahead=True)]),
        ("gone here", "here", [Gap(""), Gap("here", ahead=True)]),
        ("same", "same", [Gap("same")]),
    ],
)
def test_gaps_know_where_blanks_stand(old: str, new: str, between: list[Gap]) -> None:
    assert list(gaps(old, new)) == between
    assert len(between) == len(hunks(old, new)) + 1
