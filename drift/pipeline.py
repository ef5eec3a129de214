"""Two revisions -> a changelog: the way of the data, from top to bottom."""

from __future__ import annotations

from drift.changes.detect import detect
from drift.explain.account import stats
from drift.explain.base import Changelog, Side
from drift.match import match
from drift.revision.base import Revision
from drift.site.build import Memo, site
from drift.tree.site import Dialect


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
    changes = detect(match(before, after))
    return Changelog(
        old=_side(old),
        new=_side(new),
        rules=(),
        changes=changes,
        stats=stats(before, after, (), changes),
    )


def _side(revision: Revision) -> Side:
    return Side(rev=revision.rev, commit=revision.commit, date=revision.date)
