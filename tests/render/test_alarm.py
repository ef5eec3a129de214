from __future__ import annotations

import signal
import time

import pytest

from drift.render.alarm import alarm, rings


def test_it_rings_while_there_is_work_and_no_longer() -> None:
    heard: list[float] = []
    assert rings()
    with alarm(0.02, lambda: heard.append(time.monotonic()), every=0.02):
        time.sleep(0.2)
    count = len(heard)
    assert count > 1
    time.sleep(0.1)
    assert len(heard) == count


def test_what_it_raises_ends_the_work_and_all_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)[1]

    def ring() -> None:
        raise KeyError("late")

    with pytest.raises(KeyError, match="late"), alarm(0.01, ring):
        time.sleep(5)
    assert (signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)[1]) == before
