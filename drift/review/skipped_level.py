"""`skipped-level`: a heading is more than one level below the one that it stands under.

What it tells: the first such heading of a page that was not there, or not so, before, and how many more there are.
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
        known = {trail for trail, _, _ in _skipping(before)} if before else set()
        new = [one for one in _skipping(page) if one[0] not in known]
        if new:
            trail, parent, section = new[0]
            more = f", and {len(new) - 1} more on this page" if new[1:] else ""
            yield Told(
                message=f"heading of level {section.level} under one of level {parent.level}{more}",
                at=fresh(path, section=trail, line=section.lines[0]),
                facts=(path, *trail),
            )


def _skipping(page: Page) -> Iterator[tuple[tuple[str, ...], Section, Section]]:
    for trail, parent in walk(page.root):
        for section in parent.sections if trail else ():
            if section.level > parent.level + 1:
                yield (*trail, section.title), parent, section


SKIPPED_LEVEL = Policy("skipped-level", "note", _check, __doc__ or "")
