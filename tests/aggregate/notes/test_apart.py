from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from drift.aggregate.notes.apart import apart


def doubled(number: int) -> bytes:
    if number == 3:
        raise ValueError(number)
    if number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return b"%d %d" % (number * 2, os.getpid())


def test_each_piece_has_a_process_and_what_failed_is_none() -> None:
    found = apart([1, 2, 3, 4, 5], doubled)
    assert [answer and answer.split()[0] for answer in found] == [b"2", b"4", None, None, b"10"]
    processes = {answer.split()[1] for answer in found if answer}
    assert len(processes) == 3
    assert b"%d" % os.getpid() not in processes


def test_large_answers_come_whole() -> None:
    assert [len(answer or b"") for answer in apart([1, 2], lambda _: b"x" * 5_000_000)] == [
        5_000_000,
        5_000_000,
    ]


def waiting(seconds: int) -> bytes:
    time.sleep(seconds)
    return b""


def test_no_process_outlives_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_worker: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("drift.aggregate.notes.apart._heard", stopped)
    before = children()
    with pytest.raises(KeyboardInterrupt):
        apart([60, 60], waiting)
    assert children() == before


def children() -> set[str]:
    own = os.getpid()
    return set(Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split())


def test_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError

    monkeypatch.setattr(os, "fork", refused)
    assert apart([1], doubled) == [None]
