"""Every shape of history: each entry is, to the byte, what comparing the commit with its parent alone gives."""

from __future__ import annotations

import pytest

from drift.history.step import Step
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.history.from_scratch import from_scratch, unrestored
from tests.history.stories import LINES, SHAPES, tell
from tests.revision.builder import Builder

WAYS = {
    "newest first": Range(),
    "oldest first": Range(reverse=True),
    "all": Range(first_parent=False),
    "all, oldest first": Range(first_parent=False, reverse=True),
}


@pytest.fixture(scope="module", params=[*LINES, *SHAPES])
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Repository, dict[str, Step]]:
    """A story and what each of its commits says from scratch, whoever asks."""
    build = Builder(tmp_path_factory.mktemp("story") / "built")
    tell(build, request.param)
    repository = Repository(build.folder)
    found = from_scratch(repository, Range(first_parent=False))
    return repository, {step.commit.id: step for step in found}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_walk_tells_what_each_commit_tells_alone(
    told: tuple[Repository, dict[str, Step]], way: str, jobs: int
) -> None:
    repository, alone = told
    steps = list(walk(repository, WAYS[way], jobs=jobs, wants="both"))
    assert steps
    assert len({step.commit.id for step in steps}) == len(steps)
    assert len(steps) == len(alone) or WAYS[way].first_parent
    for step in steps:
        assert unrestored(step) == alone[step.commit.id]


@pytest.mark.parametrize("jobs", [1, 2])
def test_places_alone_are_what_they_are_beside_entries(
    told: tuple[Repository, dict[str, Step]], jobs: int
) -> None:
    repository, alone = told
    steps = list(walk(repository, Range(), jobs=jobs, wants="passages"))
    assert steps
    assert [step.passed for step in steps] == [alone[step.commit.id].passed for step in steps]
    assert {step.raw for step in steps} == {None}
