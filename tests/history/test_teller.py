"""One commit after the other, in any order: from wherever the last one left it, each is told as if it were alone."""

from __future__ import annotations

import random
from typing import get_args

import pytest
from msgspec.structs import replace

from drift.history.step import Step, Wants, facts_of
from drift.history.teller import Teller
from drift.revision.git import Repository
from drift.revision.log import log
from drift.revision.range import Range
from drift.trees.site import UNSTATED, Dialect, Stated
from tests.history.from_scratch import from_scratch
from tests.history.stories import LINES, SHAPES, tell
from tests.revision.builder import Builder


@pytest.mark.parametrize("name", [*LINES, *SHAPES])
@pytest.mark.parametrize("stated", [UNSTATED, Stated(Dialect("gitlab"), "https://x.example")])
def test_leaps_lead_to_the_same(build: Builder, name: str, stated: Stated) -> None:
    tell(build, name)
    repository, every = Repository(build.folder), Range(first_parent=False)
    alone = {step.commit.id: step for step in from_scratch(repository, every, stated)}
    commits = list(log(repository, every))
    teller = Teller(repository, stated=stated)
    chance = random.Random(name)  # noqa: S311
    for _ in range(3):
        chance.shuffle(commits)
        for commit in commits:
            told = teller.tell(commit)
            step = Step(facts_of(commit), told.raw, told.problem, told.passage, commit.deltas)
            assert step == alone[commit.id]
            assert told.lasting


@pytest.mark.parametrize("name", LINES)
def test_what_nobody_wants_is_not_looked_for(build: Builder, name: str) -> None:
    tell(build, name)
    repository = Repository(build.folder)
    tellers = {wants: Teller(repository, wants=wants) for wants in get_args(Wants)}
    for commit in log(repository, Range()):
        told = {wants: teller.tell(commit) for wants, teller in tellers.items()}
        every = told["all"]
        assert told["both"] == replace(every, exchanged=b"")
        assert told["exchanges"] == replace(every, passage=b"")
        assert told["entries"] == replace(every, passage=b"", exchanged=b"")
        assert (told["passages"].raw, told["passages"].passage) == (None, every.passage)


def test_after_what_cannot_be_read_it_goes_on(build: Builder) -> None:
    one = build.commit({"index.md": "# One\n", "rooms/a.md": "# A\n"})
    build.commit({"index.md": "# Two\n", "rooms/a.md": "# A\n"}, one)
    repository = Repository(build.folder)
    two, one_ = log(repository, Range())
    lost = build.told("rev-parse", f"{one}:rooms")
    teller = Teller(repository)
    place = build.folder / "objects" / lost[:2] / lost[2:]
    data = place.read_bytes()
    place.unlink()
    for commit in (two, one_):
        told = teller.tell(commit)
        assert told.raw is None
        assert "is incomplete" in told.problem or f"the tree {lost} cannot be read" in told.problem
        assert not told.lasting
    place.write_bytes(data)
    fresh = Teller(Repository(build.folder))
    assert [bool(fresh.tell(commit).raw) for commit in (two, one_)] == [True, True]
