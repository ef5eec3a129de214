"""The commits of a range -> their texts that differ, and what is said of a term with the names of the commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec.structs import replace

from drift.aggregate.terms.renamings import Renaming
from drift.aggregate.terms.term import Mention, Moment, Term
from drift.explain.base import CommitFacts, Leftover
from drift.history.exchanges.swaps import Swap, unpacked
from drift.history.step import Step

SWEEP = 0.8
"""The share of the places from which on the commits of one week are said to have done it all."""

WEEK = timedelta(days=7)


class Told(msgspec.Struct, frozen=True):
    """What the commits of a range changed."""

    commits: tuple[CommitFacts, ...]
    # Those that exchanged something, the oldest first.
    swaps: tuple[Swap, ...]
    # In the same order; each has the number of its commit.

    def term(
        self,
        one: Renaming,
        *,
        confidence: float,
        leftovers: tuple[Leftover, ...],
        allowed: tuple[Mention, ...],
        expected: bool = False,
    ) -> Term:
        """Tell a renaming.

        Args:
            one: The phrases and their places.
            confidence: How likely it is a term's.
            leftovers: Where the old form is still said.
            allowed: Where it may be.
            expected: Whether users declared it.

        Returns:
            The term, with the commits by name.
        """
        steps = Counter(one.steps)
        return Term(
            before=one.before,
            after=one.after,
            count=one.count,
            pages=len(one.pages),
            confidence=confidence,
            first=self._moment(one.steps[0]) if steps else None,
            last=self._moment(one.steps[-1]) if steps else None,
            variants=tuple(sorted(one.forms[1:])),
            leftovers=leftovers,
            allowed=allowed,
            trickled=self._busiest(steps) < SWEEP * len(one.steps),
            commits=tuple(self.commits[step].id for step in sorted(steps)),
            paths=tuple(sorted(one.pages)),
            expected=expected,
        )

    def _busiest(self, steps: Mapping[int, int]) -> int:
        """Count the places of the week that has most of them."""
        dated = [(_time(self.commits[step].date), steps[step]) for step in steps]
        return max(
            (
                sum(places for day, places in dated if timedelta() <= day - begun < WEEK)
                for begun, _ in dated
            ),
            default=0,
        )

    def _moment(self, step: int) -> Moment:
        commit = self.commits[step]
        return Moment(commit.id, commit.date)


def _time(date: str) -> datetime:
    """Read when a commit was made; one that states nothing that is a date was made long ago."""
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def told(steps: Iterable[Step], meant: Callable[[str], bool]) -> Told:
    """Read what commits changed; each is let go before the next is looked at.

    Args:
        steps: The commits, the oldest first.
        meant: Tells which pages count.

    Returns:
        Their texts that differ.
    """
    commits: list[CommitFacts] = []
    found: list[Swap] = []
    for step in steps:
        if step.exchanged:
            swaps = (swap for swap in unpacked(step.exchanged) if meant(swap.path))
            found.extend(replace(swap, step=len(commits)) for swap in swaps)
            commits.append(step.commit)
    return Told(tuple(commits), tuple(found))
