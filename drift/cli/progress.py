"""Commits and pages done -> a bar on standard error, where somebody waits and watches."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from drift.cli.patience import BEAT, LONG

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """A bar that shows itself after the first second; no thread draws it, since processes may be copied meanwhile."""

    def __init__(self, *, quiet: bool) -> None:
        """Begin to wait.

        Args:
            quiet: Whether nothing may be shown; nor is anything where standard error is no terminal.
        """
        self._began = time.monotonic()
        self._next = float("inf") if quiet or not sys.stderr.isatty() else self._began + LONG
        self._progress: Progress | None = None

    def report(self, commits: int, pages: int, total: int | None) -> None:
        """Show how far the work is, unless it was shown a moment ago.

        Args:
            commits: Commits that are done.
            pages: Pages that were compared in them.
            total: All commits there are, where that is known.
        """
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + BEAT
        if self._progress is None:
            self._progress = _progress()
            self._progress.start()
            self._progress.add_task("")
        (task,) = self._progress.task_ids
        self._progress.update(
            task,
            completed=commits,
            total=total,
            description=told(commits, pages, total, now - self._began),
        )
        self._progress.refresh()

    def __enter__(self) -> Self:
        """Show nothing yet."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the bar away, however the work ended."""
        self.end()

    def end(self) -> None:
        """Take the bar away for good, for instance since the terminal is needed for the result."""
        self._next = float("inf")
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    return Progress(
        BarColumn(bar_width=20),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )


def told(commits: int, pages: int, total: int | None, seconds: float) -> str:
    """Put progress into words.

    Args:
        commits: Commits that are done.
        pages: Pages that were compared in them.
        total: All commits there are, where that is known.
        seconds: For how long the work goes on.

    Returns:
        How many are done, how many a second, and how long the rest will take if it goes on so.
    """
    of = f" of {total:,}" if total else ""
    rates = f"{commits / seconds:,.0f} commits and {pages / seconds:,.0f} pages a second"
    line = f"{commits:,}{of} commits, {rates}"
    if not total or not commits:
        return line
    left = round(seconds / commits * max(total - commits, 0))
    return f"{line}, {left // 60}:{left % 60:02} left"
