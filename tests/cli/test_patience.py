from __future__ import annotations

import time

import pytest

from drift.cli import patience as module
from drift.cli.patience import patience


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
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    with patience("comparing", quiet=quiet):
        time.sleep(work)
    assert ("comparing" in capsys.readouterr().err) == shown
