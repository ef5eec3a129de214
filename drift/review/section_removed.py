"""`section-removed`: a section is gone, and its content lives nowhere else.

What it tells: the sections of a page that have no counterpart in the new revision, each once with all below it; one that was
moved, renamed or merged into another has one, and a heading is not gone that is the title of its page now.
Why it matters: in a line diff that moves much text about, what is not there any more is easily missed.
Example: "Night rates" is deleted while the sections around it change places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drift.changes.base import Change
from drift.review.base import Policy, Reviewed, Told, fresh, place
from drift.trees.page import Page

MOST = 5
"""Sections that are named before the rest is only counted."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    pages: dict[str, list[Change]] = {}
    paths = {old: new for new, old in reviewed.origins().items()}
    for change in reviewed.of("section.removed"):
        was = place(change.old)
        if not _is_title(change, reviewed.new.pages.get(paths.get(was.path, was.path))):
            pages.setdefault(was.path, []).append(change)
    for path, changes in pages.items():
        trails = [place(change.old).section for change in changes]
        rest = f" and {len(trails) - MOST} more" if len(trails) > MOST else ""
        parents = {trail[:-1] for trail in trails}
        # Its lines are those of the old file, where no reviewer looks.
        yield Told(
            message=f"{_named(trails[:MOST])}{rest} removed",
            at=fresh(path, section=parents.pop() if len(parents) == 1 else ()),
            facts=tuple(change.id for change in changes),
        )


def _is_title(change: Change, page: Page | None) -> bool:
    """Tell whether nothing is gone but a heading, which the page has for its title: its front matter says so now."""
    heading = place(change.old).section[-1:]
    return page is not None and heading == (page.title,) and not change.blocks


def _named(trails: Sequence[tuple[str, ...]]) -> str:
    names = [f"“{trail[-1]}”" for trail in trails if trail]
    opening = ["text before the first heading"] * (len(names) < len(trails))
    sections = [f"section{'s' * (len(names) > 1)} {', '.join(names)}"] if names else []
    return " and ".join((*opening, *sections))


SECTION_REMOVED = Policy("section-removed", "warning", _check, __doc__ or "")
