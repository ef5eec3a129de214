"""`skipped-level`: a heading is more than one level below the one that it stands under.

What it tells: each such heading that was not there, or not so, before; those beside it are counted.
Why it matters: outlines and screen readers show a gap where readers look for a heading that was never written.
Example: `####` stands under `##`.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, fresh
from drift.trees.page import Page, Section
from drift.trees.walk import walk


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for path, page, before in reviewed.touched():
        known = {(*trail, one.title) for trail, _, those in _gaps(before) for one in those}
        for trail, parent, those in _gaps(page):
            new = [one for one in those if (*trail, one.title) not in known]
            if new:
                first, *rest = new
                more = f", and so are {len(rest)} more beside it" if rest else ""
                yield Told(
                    message=f"heading of level {first.level} under one of level {parent.level}{more}",
                    at=fresh(path, section=(*trail, first.title), line=first.lines[0]),
                    facts=(path, *trail, first.title),
                )


def _gaps(page: Page | None) -> Iterator[tuple[tuple[str, ...], Section, list[Section]]]:
    """Go through the sections that have some below them whose level is not the next."""
    for trail, parent in walk(page.root) if page else ():
        those = [one for one in parent.sections if one.level > parent.level + 1]
        if trail and those:
            yield trail, parent, those


SKIPPED_LEVEL = Policy("skipped-level", "note", _check, __doc__ or "")
