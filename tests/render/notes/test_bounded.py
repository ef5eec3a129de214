from __future__ import annotations

import resource
import signal
import threading
import time

import pytest

from drift.render.notes.bounded import TooLongError, bounded


def state() -> tuple[object, ...]:
    return (
        signal.getsignal(signal.SIGALRM),
        signal.getitimer(signal.ITIMER_REAL)[1],
        resource.getrlimit(resource.RLIMIT_AS),
    )


def spin(until: float) -> None:
    with bounded(seconds=0.05):
        while time.monotonic() < until:
            pass


def test_what_takes_too_long_is_ended_and_all_is_as_it_was() -> None:
    before = state()
    began = time.monotonic()
    with pytest.raises(TooLongError, match=r"takes longer than 0.05 seconds"):
        spin(began + 30)
    assert time.monotonic() < began + 10
    assert state() == before


def test_what_asks_for_too_much_gets_none() -> None:
    before = state()
    with pytest.raises(MemoryError), bounded(memory=1 << 26):
        bytearray(1 << 30)
    assert state() == before
    assert len(bytearray(1 << 27)) == 1 << 27


def test_what_keeps_within_the_bounds_is_left_alone() -> None:
    before = state()
    with bounded():
        assert sum(range(1000)) == 499_500
    assert state() == before


def test_beside_the_main_thread_there_is_no_clock() -> None:
    found: list[object] = []

    def work() -> None:
        with bounded(seconds=0.001):
            time.sleep(0.05)
        found.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == ["done"]
