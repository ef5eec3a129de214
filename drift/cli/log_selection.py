"""The steps of a walk -> the commits that a reader asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from drift.cli import exit_codes
from drift.cli.output import complain
from drift.render.log.base import Logged

if TYPE_CHECKING:
    from drift.explain.selected import Wanted
    from drift.history.quota import Quota
    from drift.history.step import Step

MOST_COMPLAINTS = 20
"""Commits with something unreadable that are named one by one; who has more than these has one cause to look for."""


class Choice(msgspec.Struct, frozen=True):
    """Which commits a reader asked for."""

    wanted: Wanted | None = None
    # What must be left of a commit; None where nothing is left out.
    quota: Quota | None = None
    # How many that something is told of; None where all are wanted.
    turned: bool = False
    # Whether the oldest of them comes first. Without a quota the walk itself is turned.
    cut: frozenset[str] = frozenset()
    # Those at which a shallow clone was cut.


class Diary:
    """What is to be said of a walk when it is over, since a pager owns the terminal until then."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.silent = 0
        # Commits that touch no document.
        self._problems: list[str] = []
        self._lost: list[str] = []
        # Those of them that are of commits of which nothing is known.

    def note(self, step: Step) -> None:
        """Keep what is to be said of a step."""
        if step.problem:
            self._problems.append(f"{step.commit.id}: {step.problem}")
            if step.raw is None:
                self._lost.append(self._problems[-1])
        elif step.raw is None:
            self.silent += 1

    def close(self, *, quiet: bool) -> int:
        """Say what could not be read.

        Args:
            quiet: Whether to say nothing but what makes the log unusable.

        Returns:
            The exit status: a commit of which nothing is known makes a log unusable.
        """
        problems = self._lost if quiet else self._problems
        for problem in problems[:MOST_COMPLAINTS]:
            complain(problem)
        if (rest := len(problems) - MOST_COMPLAINTS) > 0:
            complain(f"and {rest:,} more commits of which something could not be read")
        return exit_codes.UNUSABLE if self._lost else exit_codes.DONE


def shown(steps: Iterable[Step], choice: Choice, diary: Diary) -> Iterator[Logged]:
    """Choose from a history.

    Args:
        steps: The commits, newest first unless nothing but their order is asked for.
        choice: Which.
        diary: Where is kept what is to be said when it is over.

    Yields:
        The commits, those that touch no document among them.
    """
    chosen = _until_met(_chosen(steps, choice, diary), choice.quota)
    yield from reversed(tuple(chosen)) if choice.turned else chosen


def _chosen(steps: Iterable[Step], choice: Choice, diary: Diary) -> Iterator[Logged]:
    for step in steps:
        diary.note(step)
        logged = _logged(step, choice)
        if choice.quota is not None:
            choice.quota.count(told=logged is not None and logged.told is not None)
        if logged is not None:
            yield logged


def _logged(step: Step, choice: Choice) -> Logged | None:
    """Give what is shown of a commit; None where a filter holds it back."""
    cut = step.commit.id in choice.cut
    if choice.wanted is None or (entry := step.entry) is None:
        # Most logs are shown as they were kept, and a format for programs never looks into an entry.
        return Logged(step.commit, step.raw, step.problem, cut)
    from drift.explain.selected import selected

    left = selected(entry, choice.wanted)
    return Logged(step.commit, left, step.problem, cut) if left.rules or left.changes else None


def _until_met(log: Iterator[Logged], quota: Quota | None) -> Iterator[Logged]:
    """Leave the walk as soon as there is enough of it."""
    if quota is None:
        yield from log
        return
    while not quota.met and (logged := next(log, None)) is not None:
        yield logged
