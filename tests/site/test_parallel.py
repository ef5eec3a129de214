from __future__ import annotations

import os
import threading

import pytest

from drift.site import parallel
from drift.site.parallel import WORTH, Job, can_fork, parse_all
from drift.trees.site import Dialect


def jobs(count: int) -> list[Job]:
    return [Job(f"# Title {n}\n\ntext {n}\n", ".md", Dialect("github")) for n in range(count)]


def test_several_processes_give_what_one_gives() -> None:
    many = jobs(WORTH * 2)
    assert parse_all(many, workers=2) == parse_all(many, workers=1)


def test_beside_other_threads_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_pack", lambda _: pytest.fail("in another process"))
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert len(parse_all(jobs(WORTH), workers=2)) == WORTH
    finally:
        done.set()
        thread.join()


def kill(job: Job) -> bytes:
    os._exit(1)


def test_a_killed_process_costs_only_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_pack", kill)
    assert [page.title for page in parse_all(jobs(WORTH), workers=2)][-1] == f"Title {WORTH - 1}"


def test_processes_are_copied_where_no_thread_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not can_fork()
