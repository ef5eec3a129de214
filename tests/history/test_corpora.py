"""The same over random stretches of public handbooks' histories, when `DRIFT_CORPORA` names their bundles."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from drift import pipeline
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.objects import ObjectRevision, commit_revision
from drift.revision.range import Range
from drift.site.build import site
from tests.benchmarks.accuracy import corpora
from tests.history.from_scratch import from_scratch, unrestored
from tests.history.identities import Pages, composed, identities, unaccounted

BUNDLES = os.environ.get("DRIFT_CORPORA", "")
LENGTH = int(os.environ.get("DRIFT_STRETCH", "8"))
"""Commits of a stretch."""

STRETCHES = range(int(os.environ.get("DRIFT_STRETCHES", "2")))

pytestmark = [
    pytest.mark.skipif(not BUNDLES, reason="DRIFT_CORPORA names no folder of bundles"),
    pytest.mark.timeout(1200),
]


@pytest.fixture(scope="session")
def clones(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Clone the bundles once."""
    return corpora.clone(Path(BUNDLES), tmp_path_factory.mktemp("clones"))


def _stretches(clones: list[Path], seed: int) -> Iterator[tuple[Repository, str, str]]:
    for clone in clones:
        history = corpora.commits(clone)
        at = random.Random(f"{clone.name}:{seed}").randrange(len(history) - LENGTH)  # noqa: S311
        yield Repository(clone), history[at + LENGTH], history[at]


@pytest.mark.parametrize("seed", STRETCHES)
@pytest.mark.parametrize("first_parent", [True, False])
def test_a_walk_tells_what_each_commit_tells_alone(
    clones: list[Path], seed: int, first_parent: bool
) -> None:
    for repository, old, new in _stretches(clones, seed):
        words = (f"{old}..{new}",)
        wanted = Range(words=words, first_parent=first_parent, max_count=LENGTH)
        told = [unrestored(step) for step in walk(repository, wanted, jobs=2, wants="both")]
        assert told == list(from_scratch(repository, wanted))


@pytest.mark.parametrize("seed", STRETCHES)
def test_both_ways_and_all_jobs_are_one(clones: list[Path], seed: int) -> None:
    for repository, old, new in _stretches(clones, seed):
        wanted = Range(words=(f"{old}..{new}",))
        told = list(walk(repository, wanted))
        assert list(walk(repository, wanted, jobs=3)) == told
        turned = Range(words=wanted.words, reverse=True)
        assert list(walk(repository, turned)) == told[::-1]


@pytest.mark.parametrize("seed", STRETCHES)
def test_identities_add_up_to_those_of_the_ends(clones: list[Path], seed: int) -> None:
    for repository, old, new in _stretches(clones, seed):
        steps = list(walk(repository, Range(words=(f"{old}..{new}",), reverse=True)))
        first = before = _pages(repository, old)
        found = []
        for step in steps:
            after = _pages(repository, step.commit.id)
            changes = step.entry.changes if step.entry else ()
            assert unaccounted(before, after, changes) == [], step.commit.id
            found.append(identities(before, after, changes))
            before = after
        followed = composed(found, first)
        told = pipeline.diff(_revision(repository, old), _revision(repository, new))
        seen = identities(first, before, told.changes)
        both = followed.keys() & seen.keys()
        assert {path: followed[path] for path in both} == {path: seen[path] for path in both}


def _pages(repository: Repository, commit: str) -> Pages:
    return frozenset(site(_revision(repository, commit)).pages)


def _revision(repository: Repository, commit: str) -> ObjectRevision:
    revision = commit_revision(repository, commit)
    assert revision is not None
    return revision
