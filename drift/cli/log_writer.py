"""A walk, what its reader asked for, and a format -> the log, each commit written before the next is looked at."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from drift.cli.log_selection import Choice, Diary, shown
from drift.cli.output import complain
from drift.cli.progress import Bar
from drift.cli.sink import pour

if TYPE_CHECKING:
    from drift.history.step import Step
    from drift.history.walk import Report
    from drift.render.base import Wishes
    from drift.render.log.base import LogRenderer


class Walk(Protocol):
    """A walk that is ready to begin."""

    def __call__(self, *, report: Report) -> Generator[Step]:
        """Walk.

        Args:
            report: What is told how far the walk is.

        Returns:
            The commits; workers end when the iterator is closed.
        """
        ...


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """Where a log goes, and how much is said beside it."""

    output: Path | None
    pager: str
    quiet: bool
    verbose: bool


def tell(walk: Walk, choice: Choice, *, renderer: LogRenderer, view: Wishes, outlet: Outlet) -> int:
    """Write a log.

    Args:
        walk: The history.
        choice: Which of its commits.
        renderer: The format.
        view: How people wish to see it.
        outlet: Where it goes.

    Returns:
        The exit status.
    """
    diary = Diary()
    with Bar(quiet=outlet.quiet) as bar, closing(walk(report=bar.report)) as steps:
        pieces = renderer.render(shown(steps, choice, diary), view)
        pour(pieces, outlet.output, pager=outlet.pager, begun=bar.end)
    if not renderer.counts and not outlet.quiet and (outlet.verbose or sys.stderr.isatty()):
        from drift.render.log.header import silence

        if text := silence(diary.silent):
            complain(text)
    return diary.close(quiet=outlet.quiet)
