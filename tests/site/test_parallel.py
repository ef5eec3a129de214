from __future__ import annotations

import os
import threading

import pytest

from drift.site import parallel
from drift.site.parallel import SLOW, Job, can_fork, parse_all
from drift.trees.site import Dialect

MANY = 40


@pytest.fixture(autouse=True)
def soon_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH", 10 * MANY)


def jobs(count: int) -> list[Job]:
    return [Job(f"# Title {n}\n\ntext {n}\n", ".md", Dialect("github")) for n in range(count)]


def test_several_processes_give_what_one_gives() -> None:
    many = jobs(MANY)
    assert parse_all(many, workers=2) == parse_all(many, workers=1)


@pytest.mark.parametrize(
    ("sizes", "suffix", "apart"),
    [
        ((10 * MANY, 1), ".md", True),
        ((10 * MANY,), ".md", False),
        ((5 * MANY, 4 * MANY), ".md", False),
        ((10 * MANY // SLOW, SLOW), ".rst", True),
    ],
)
def test_a_few_long_texts_are_worth_several_processes(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], suffix: str, *, apart: bool
) -> None:
    few = [Job("a" * size, suffix, Dialect("github")) for size in sizes]
    asked: list[int] = []
    monkeypatch.setattr(
        parallel, "_parse_apart", lambda jobs, workers: asked.append(workers * len(jobs))
    )
    parse_all(few, workers=2)
    assert bool(asked) == apart


def test_beside_other_threads_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_pack", lambda _: pytest.fail("in another process"))
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert len(parse_all(jobs(MANY), workers=2)) == MANY
    finally:
        done.set()
        thread.join()


def kill(job: Job) -> bytes:
    os._exit(1)


def test_a_killed_process_costs_only_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_pack", kill)
    assert [page.title for page in parse_all(jobs(MANY), workers=2)][-1] == f"Title {MANY - 1}"


def test_processes_are_copied_where_no_thread_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not can_fork()
