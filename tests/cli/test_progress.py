from __future__ import annotations

import subprocess
import sys

import pytest

from drift.cli import progress
from drift.cli.progress import Bar, told


@pytest.mark.parametrize(
    ("commits", "pages", "total", "line"),
    [
        (50, 200, 1000, "50 of 1,000 commits, 10 commits and 40 pages a second, 1:35 left"),
        (1000, 0, 1000, "1,000 of 1,000 commits, 200 commits and 0 pages a second, 0:00 left"),
        (50, 200, None, "50 commits, 10 commits and 40 pages a second"),
        (0, 0, 7, "0 of 7 commits, 0 commits and 0 pages a second"),
    ],
)
def test_progress_in_words(commits: int, pages: int, total: int | None, line: str) -> None:
    assert told(commits, pages, total, 5.0) == line


@pytest.mark.parametrize(
    ("terminal", "quiet", "long", "shown"),
    [
        (True, False, 0.0, True),
        (True, False, 60.0, False),
        (True, True, 0.0, False),
        (False, False, 0.0, False),
    ],
)
def test_only_who_waits_long_and_watches_sees_a_bar(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    quiet: bool,
    long: float,
    shown: bool,
) -> None:
    monkeypatch.setattr(progress, "LONG", long)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    bar = Bar(quiet=quiet)
    bar.report(3, 9, 12)
    bar.end()
    bar.report(4, 12, 12)
    ended = capsys.readouterr()
    assert ("3 of 12 commits" in ended.err) == shown
    assert "4 of 12" not in ended.err
    assert ended.out == ""


def test_rich_is_imported_for_those_who_wait_alone() -> None:
    code = "import sys, drift.cli.log; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"rich", "git", "docutils", "drift.match"} & set(ended.stdout.split())
