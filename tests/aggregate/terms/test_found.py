from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drift.aggregate.terms.found import Question, answer
from drift.cache.store import Cache, open_cache
from drift.history.step import Step
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.revision.builder import Builder

TEXT = "# Plan\n\nThe QPAD is read.\n\nEach QPAD is short.\n\nNo QPAD is lost.\n"


@pytest.fixture
def question(tmp_path: Path) -> Question:
    builder = Builder(tmp_path / "handbook.git")
    first = builder.commit({"plan.md": TEXT}, message="Begin\n")
    last = builder.commit({"plan.md": TEXT.replace("QPAD", "GPAD")}, first, message="Mend\n")
    builder.git("update-ref", "refs/heads/main", last)
    return Question(Repository(builder.folder), Range(reverse=True))


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with open_cache(tmp_path / "cache", version=b"test") as opened:
        yield opened


def never() -> Iterator[Step]:
    raise AssertionError
    yield


def test_an_answer_is_not_looked_for_twice(question: Question, cache: Cache) -> None:
    first = answer(question, walk(question.repository, question.wanted, wants="exchanges"), cache)
    assert [(one.before, one.after, one.count) for one in first] == [("QPAD", "GPAD", 3)]
    assert answer(question, never(), cache) == first


def test_an_answer_to_half_a_history_is_not_kept(question: Question, cache: Cache) -> None:
    steps = list(walk(question.repository, question.wanted, wants="exchanges"))
    broken = [Step(steps[0].commit, None, "cannot be read"), *steps[1:]]
    assert answer(question, broken, cache)
    with pytest.raises(AssertionError):
        answer(question, never(), cache)
