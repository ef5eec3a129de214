"""A changelog -> what old pages and headings are called now, so that what they lost is told where they are."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from drift.changes.base import Change, Location, both_places
from drift.explain.base import Changelog

_Place = tuple[str, tuple[str, ...]]


class NewNames(msgspec.Struct, frozen=True):
    """Old pages and headings with the names that they have now."""

    pages: Mapping[str, str]
    headings: Mapping[_Place, _Place]
    # By path and section path at the old revision.
    taken: frozenset[_Place] = frozenset()
    # Names that another section came to.

    def of(self, path: str, section: tuple[str, ...]) -> _Place:
        """Give the name of an old place now.

        Args:
            path: The page's path at the old revision.
            section: The section path there.

        Returns:
            The same place as it is called at the new revision, as far as it is known.
        """
        for depth in range(len(section), 0, -1):
            if (path, section[:depth]) in self.headings:
                there, heading = self.headings[path, section[:depth]]
                return there, (*heading, *section[depth:])
        return self.pages.get(path, path), section

    def of_gone(self, path: str, section: tuple[str, ...]) -> _Place:
        """Give the name of a section that is no longer there, which may be another section's now.

        Args:
            path: The page's path at the old revision.
            section: The section path there.

        Returns:
            The place where it stood, as that is called now, and its own heading.
        """
        there, above = self.of(path, section[:-1])
        own = section[-1]
        if (there, (*above, own)) in self.taken:
            own = f"{own} (as it was)"
        return there, (*above, own)


def new_names(changelog: Changelog) -> NewNames:
    """Collect the pages that have another path and the headings that have another text or place.

    Args:
        changelog: Any changelog.

    Returns:
        The names.
    """
    pages: dict[str, str] = {}
    headings: dict[_Place, _Place] = {}
    taken: set[_Place] = set()
    for change in changelog.changes:
        places = both_places(change)
        if places is None:
            continue
        old, new = places
        if old.lines is None and new.lines is None:
            pages[old.path] = new.path
        if change.kind in {"section.renamed", "section.moved"}:
            taken.add((new.path, new.section))
        if _is_renamed(change, old, new):
            heading = new.section or (str(change.after),)
            headings[old.path, old.section or (str(change.before),)] = new.path, heading
        elif change.kind == "section.moved":
            headings[old.path, old.section] = new.path, new.section
    return NewNames(pages, headings, frozenset(taken))


def _is_renamed(change: Change, old: Location, new: Location) -> bool:
    """Whether a change says that a heading, or the title of a page, has another text."""
    if not isinstance(change.before, str) or not isinstance(change.after, str):
        return False
    if not change.after:
        # What has no title any more is found by the one that it had.
        return False
    if not old.section and not new.section:
        return old.lines is None
    return old.section[-1:] == (change.before,) and new.section[-1:] == (change.after,)
