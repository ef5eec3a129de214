"""Two revisions -> a changelog: the way of the data, from top to bottom."""

from __future__ import annotations

from drift.changes.comparison import Comparison
from drift.changes.detect import detect
from drift.explain.account import stats
from drift.explain.base import Changelog, Side
from drift.explain.clues import Clues
from drift.explain.explain import Account, explain, same_rules
from drift.explain.lexicon import Lexicon
from drift.match import match
from drift.match.matching import Matching
from drift.match.modulo import Modulo
from drift.revision.base import Revision
from drift.site.build import sites
from drift.tree.site import Dialect, Site

LOOKS = 3
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
        stats=stats(before, after, told.rules, told.changes),
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
    told = _look(lexicon, match(old, new, Modulo()))
    for _ in range(LOOKS):
        if not told.modulo.terms and not told.modulo.prefixes:
            break
        again = _look(lexicon, match(old, new, told.modulo))
        settled = same_rules(told.rules, again.rules)
        told = again
        if settled:
            break
    return told


def _look(lexicon: Lexicon, matching: Matching) -> Account:
    comparison = Comparison(matching)
    return explain(Clues(comparison, detect(comparison), lexicon))


def _side(revision: Revision) -> Side:
    return Side(rev=revision.rev, commit=revision.commit, date=revision.date)
