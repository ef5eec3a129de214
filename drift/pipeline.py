"""Two revisions -> a changelog: the way of the data, from top to bottom."""

from __future__ import annotations

from drift.changes.comparison import Comparison
from drift.explain.account import stats
from drift.explain.base import Changelog, Side
from drift.explain.clues import Clues
from drift.explain.explain import Account, explain, learn
from drift.explain.lexicon import Lexicon
from drift.match import match, rematch
from drift.match.modulo import Modulo
from drift.revision.base import Revision
from drift.site.build import sites
from drift.trees.site import Dialect, Site

LOOKS = 2
"""How often what was found may change what is matched; rules that still differ then are told as they are."""


def diff(
    old: Revision, new: Revision, *, dialect: Dialect | None = None, jobs: int = 1
) -> Changelog:
    """Tell what changed between two revisions.

    Args:
        old: The revision before.
        new: The revision after.
        dialect: How the site makes anchors, where the tree does not tell.
        jobs: Processor cores to use at most.

    Returns:
        The shortest true account of the difference.
    """
    before, after = sites(old, new, dialect=dialect, jobs=jobs)
    told = compare(before, after)
    return Changelog(
        old=_side(old),
        new=_side(new),
        rules=told.rules,
        changes=told.changes,
        stats=stats(before, after, told.changes),
    )


def compare(old: Site, new: Site) -> Account:
    """Match and explain in turn until the rules no longer change what is matched.

    Args:
        old: The revision before.
        new: The revision after.

    Returns:
        Rules and changes.
    """
    lexicon = Lexicon(old, new)
    matching = match(old, new)
    known = Modulo()
    for _ in range(LOOKS):
        clues = Clues(Comparison(matching), lexicon)
        learnt = learn(clues)
        if learnt == known:
            break
        matching, known = rematch(matching, learnt), learnt
    else:
        clues = Clues(Comparison(matching), lexicon)
    return explain(clues)


def _side(revision: Revision) -> Side:
    return Side(rev=revision.rev, commit=revision.commit, date=revision.date)
