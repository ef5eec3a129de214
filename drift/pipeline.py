"""Two revisions -> a changelog: the way of the data, from top to bottom."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable

from drift.changes.comparison import Comparison
from drift.explain.account import stats
from drift.explain.base import Changelog, Side
from drift.explain.clues import Clues
from drift.explain.explain import Account, explain, learn, same
from drift.explain.lexicon import Lexicon
from drift.match import match, rematch, witnessed
from drift.match.matching import Matching, Pair
from drift.match.modulo import Modulo
from drift.revision.base import Revision
from drift.site.build import sites
from drift.trees.site import UNSTATED, Site, Stated

Witness = Callable[[Matching], Iterable[Pair]]
"""What knows more of two revisions than they tell themselves: their history."""

LARGE = 1_000
"""Pages of both sides from which on memory is short; below it, the end of the process is the quickest way to let go of them."""


def diff(
    old: Revision,
    new: Revision,
    *,
    stated: Stated = UNSTATED,
    jobs: int = 1,
    witness: Witness | None = None,
) -> Changelog:
    """Tell what changed between two revisions.

    Args:
        old: The revision before.
        new: The revision after.
        stated: What the user says of the site.
        jobs: Processor cores to use at most.
        witness: Tells of what is left alone on both sides what it knows to be one.

    Returns:
        The shortest true account of the difference.
    """
    told = changelog((old, new), sites(old, new, stated=stated, jobs=jobs), witness, jobs=jobs)
    if sum(told.stats.pages.values()) > LARGE:
        # Sites hang together in circles: else they would be there still while the answer is written.
        gc.collect()
    return told


def changelog(
    revisions: tuple[Revision, Revision],
    pages: tuple[Site, Site],
    witness: Witness | None = None,
    *,
    jobs: int = 1,
) -> Changelog:
    """Tell what changed between two revisions that are read already.

    Args:
        revisions: The old and the new one.
        pages: Their sites.
        witness: Tells of what is left alone on both sides what it knows to be one.
        jobs: Processor cores to use at most.

    Returns:
        The shortest true account of the difference.
    """
    (old, new), (before, after) = revisions, pages
    told = compare(before, after, witness, jobs=jobs)
    return Changelog(
        old=_side(old),
        new=_side(new),
        rules=told.rules,
        changes=told.changes,
        stats=stats(before, after, told.changes),
    )


def compare(
    old: Site,
    new: Site,
    witness: Witness | None = None,
    *,
    first: Matching | None = None,
    jobs: int = 1,
) -> Account:
    """Match, learn rules, match again what they leave in doubt, and explain.

    A third look was tried: over a year of the handbooks measured it changed no pair that the second had not.

    Args:
        old: The revision before.
        new: The revision after.
        witness: Tells of what is left alone on both sides what it knows to be one.
        first: What a match of the two gives, where it is known.
        jobs: Processor cores to use at most.

    Returns:
        Rules and changes.
    """
    first = first or match(old, new)
    if witness is not None and first.leaves_both_sides:
        first = witnessed(first, witness(first))
    clues = Clues(Comparison(first), Lexicon(old, new))
    learnt = learn(clues, jobs=jobs)
    known = same(clues, learnt)
    if known == Modulo():
        return explain(clues, learnt, jobs=jobs)
    again = Clues(Comparison(rematch(clues.comparison.matching, known)), clues.lexicon)
    settled = learnt if again.reads_like(clues) else None
    # The earlier look is not needed any more, and large.
    del clues
    return explain(again, settled, jobs=jobs)


def _side(revision: Revision) -> Side:
    return Side(rev=revision.rev, commit=revision.commit, date=revision.date)
