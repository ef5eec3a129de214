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


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("港へ行く道", "港へ来た道", [("行く", "来た")]),
        ("甲の乙と丙丁", "子の丑と寅丁", [("甲の乙と丙", "子の丑と寅")]),
        ("甲は港にある乙", "子は港にある丑", [("甲", "子"), ("乙", "丑")]),
        ("one of two", "ten of six", [("one of two", "ten of six")]),
        ("one of the two", "ten of the six", [("one", "ten"), ("two", "six")]),
    ],
)
def test_what_stands_between_hunks_may_be_drawn_into_one(
    old: str, new: str, found: list[tuple[str, str]]
) -> None:
    assert [(hunk.before, hunk.after) for hunk in hunks(old, new)] == found
