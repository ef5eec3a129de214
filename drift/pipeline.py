"""Two revisions -> a changelog: the way of the data, from top to bottom."""

from __future__ import annotations

from drift.changes.comparison import Comparison
from drift.changes.detect import detect
from drift.explain.account import stats
from drift.explain.base import Changelog, Side
from drift.explain.explain import Account, explain, same_rules
from drift.match import match
from drift.match.modulo import Modulo
from drift.revision.base import Revision
from drift.site.build import Memo, site
from drift.tree.site import Dialect, Site

LOOKS = 3
"""How often what was found may change what is matched; rules that still differ then are told as they are."""


def diff(old: Revision, new: Revision, *, dialect: Dialect | None = None) -> Changelog:
    """Tell what changed between two revisions.

    Args:
        old: The revision before.
        new: The revision after.
        dialect: How the site makes anchors, where the tree does not tell.

    Returns:
        The shortest true account of the difference.
    """
    memo: Memo = {}
    before, after = site(old, dialect=dialect, memo=memo), site(new, dialect=dialect, memo=memo)
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
    told = _look(old, new, Modulo())
    for _ in range(LOOKS):
        if not told.modulo.terms and not told.modulo.prefixes:
            break
        again = _look(old, new, told.modulo)
        settled = same_rules(told.rules, again.rules)
        told = again
        if settled:
            break
    return told


def _look(old: Site, new: Site, modulo: Modulo) -> Account:
    comparison = Comparison(match(old, new, modulo))
    return explain(comparison, detect(comparison))


def _side(revision: Revision) -> Side:
    return Side(rev=revision.rev, commit=revision.commit, date=revision.date)
