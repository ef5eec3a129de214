from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing.context import ForkProcess

import pytest

from drift import pipeline
from drift.explain import explain
from drift.explain.base import Changelog, Rule
from drift.explain.beside import Proposals, beside
from drift.explain.clues import Clues
from drift.explain.proposal import Proposal
from drift.match.modulo import Modulo
from tests.conftest import Memory

HERE = os.getpid()

RULE = Rule(
    id="r0", kind="term.renamed", before="berth", after="cabin", count=2, confidence=0.9, places=()
)
FOUND: Proposals = (Proposal(RULE, Modulo(terms=(("berth", "cabin"),)), frozenset({"c1"})),)

TEXT = (
    "# {n}\n\nEvery {term} is {spelt} at [dawn](https://x.example/{folder}/{n}.html) in winter.\n"
)


def pages(term: str, spelt: str, folder: str) -> Memory:
    return Memory(
        {f"{n}.md": TEXT.format(n=n, term=term, spelt=spelt, folder=folder) for n in range(4)}
    )


def told(jobs: int) -> Changelog:
    old, new = pages("V2MOM", "recieved", "guides"), pages("VPMOM", "received", "bizops")
    return pipeline.diff(old, new, jobs=jobs)


def test_what_a_copy_finds_is_what_would_be_found_here() -> None:
    assert beside(lambda: FOUND)() == FOUND


def test_a_copy_does_not_keep_this_process_from_its_work() -> None:
    reading, writing = os.pipe()

    def work() -> Proposals:
        assert os.read(reading, 1) == b"."
        return FOUND

    wait = beside(work)
    os.write(writing, b".")
    assert wait() == FOUND


def test_what_a_killed_copy_was_to_find_is_found_here() -> None:
    def work() -> Proposals:
        if os.getpid() != HERE:
            os._exit(1)
        return FOUND

    assert beside(work)() == FOUND


def test_what_fails_in_a_copy_fails_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> Proposals:
        raise ValueError("a fault")

    wait = beside(work)
    with pytest.raises(ValueError, match="a fault"):
        wait()
    assert capfd.readouterr() == ("", "")


def test_where_no_process_can_be_started_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def start(_: ForkProcess) -> None:
        raise BlockingIOError

    monkeypatch.setattr(ForkProcess, "start", start)
    assert beside(lambda: FOUND)() == FOUND


@pytest.mark.parametrize(("many", "jobs", "copies"), [(1, 2, 2), (5, 2, 0), (1, 1, 0)])
def test_two_processes_find_the_rules_that_one_finds(
    monkeypatch: pytest.MonkeyPatch, many: int, jobs: int, copies: int
) -> None:
    made: list[object] = []
    expected = told(jobs=1)
    monkeypatch.setattr(explain, "MANY", many)

    def noted(work: Callable[[], Proposals]) -> Callable[[], Proposals]:
        made.append(work)
        return beside(work)

    monkeypatch.setattr(explain, "beside", noted)
    # As where a second look read otherwise.
    monkeypatch.setattr(Clues, "reads_like", lambda *_: False)
    assert told(jobs=jobs) == expected
    assert [rule.kind for rule in expected.rules] == ["spelling.fixed", "term.renamed", "url.moved"]
    assert len(made) == copies
