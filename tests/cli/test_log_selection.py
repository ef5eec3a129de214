from __future__ import annotations

import pytest

from drift.cli import exit_codes
from drift.cli.log_selection import MOST_COMPLAINTS, Choice, Diary, shown
from drift.explain.base import CommitFacts
from drift.history.quota import Quota
from drift.history.step import Step

_DIED = "the process that looked at it died"


def _step(number: int, raw: bytes | None, problem: str) -> Step:
    return Step(CommitFacts(f"c{number}", (), "", "", ""), raw, problem)


@pytest.mark.parametrize(
    ("raw", "problem", "loud", "quiet", "status"),
    [
        (None, _DIED, [f"drift: c0: {_DIED}"], [f"drift: c0: {_DIED}"], exit_codes.UNUSABLE),
        (b"{}", "a.md: is missing", ["drift: c0: a.md: is missing"], [], exit_codes.DONE),
        (b"{}", "", [], [], exit_codes.DONE),
        (None, "", [], [], exit_codes.DONE),
    ],
    ids=["lost", "in part", "told", "no document"],
)
def test_a_commit_of_which_nothing_is_known_is_named_however_quiet_it_is_to_be(
    raw: bytes | None,
    problem: str,
    loud: list[str],
    quiet: list[str],
    status: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    diary = Diary()
    diary.note(_step(0, raw, problem))
    assert diary.close(quiet=False) == status
    assert capsys.readouterr().err.splitlines() == loud
    assert diary.close(quiet=True) == status
    assert capsys.readouterr().err.splitlines() == quiet


def test_of_many_such_commits_the_first_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    diary = Diary()
    for number in range(MOST_COMPLAINTS + 2):
        diary.note(_step(number, None, _DIED))
    diary.note(_step(99, b"{}", "a.md: is missing"))
    diary.close(quiet=True)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_COMPLAINTS + 1
    assert lines[-1].startswith("drift: and 2 more commits")


def test_the_commits_at_which_a_shallow_clone_was_cut_are_marked() -> None:
    steps = (_step(1, b"{}", ""), _step(0, b"{}", ""))
    logged = shown(steps, Choice(cut=frozenset({"c0"})), Diary())
    assert [(one.commit.id, one.cut) for one in logged] == [("c1", False), ("c0", True)]


@pytest.mark.parametrize(
    ("most", "names"),
    [(0, []), (1, ["c0"]), (2, ["c0", "c1", "c2"]), (9, ["c0", "c1", "c2", "c3"])],
)
def test_a_walk_is_left_with_the_last_commit_that_is_wanted(most: int, names: list[str]) -> None:
    steps = [_step(0, b"{}", ""), _step(1, None, ""), _step(2, b"{}", ""), _step(3, None, "")]
    walk = iter(steps)
    logged = shown(walk, Choice(quota=Quota(most)), Diary())
    assert [one.commit.id for one in logged] == names
    assert [one.commit.id for one in walk] == [f"c{n}" for n in range(len(names), len(steps))]
