from __future__ import annotations

import signal
import time
from itertools import pairwise

import pytest

from drift.cli import patience as module
from drift.cli.patience import bar, patience


@pytest.mark.parametrize(
    ("terminal", "quiet", "work", "shown"),
    [
        (True, False, 0.3, True),
        (True, False, 0.0, False),
        (True, True, 0.3, False),
        (False, False, 0.3, False),
    ],
)
def test_only_who_waits_long_and_watches_sees_a_bar(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    quiet: bool,
    work: float,
    shown: bool,
) -> None:
    monkeypatch.setattr(module, "LONG", 0.05)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    with patience("comparing", quiet=quiet):
        time.sleep(work)
    line = capsys.readouterr().err
    assert ("comparing" in line) == shown
    assert line.endswith("\r") == shown


def test_timer_and_handler_of_others_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    before = signal.getsignal(signal.SIGALRM)
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    with patience("comparing", quiet=False):
        assert signal.getsignal(signal.SIGALRM) is not before
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == pytest.approx(left, abs=1)


def test_the_block_goes_to_and_fro() -> None:
    places = [bar(step * module.BEAT).index("=") for step in range(40)]
    assert {abs(one - other) for one, other in pairwise(places)} <= {0, 1, 2}
    assert len({len(bar(step)) for step in range(100)}) == 1
