"""What a policy is: what it is given, what it tells, and what becomes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from drift.aggregate.map_row import RedirectMap
from drift.aggregate.terms.term import Expected
from drift.changes.base import Change, Location, Places, locations
from drift.explain.base import Changelog
from drift.review.decisions import Severity, Waiver
from drift.site.published import Publisher
from drift.site.tree_site import TreeSite
from drift.trees.page import Page


class Redirecting(msgspec.Struct, frozen=True, eq=False):
    """The redirect map that a site uses, and the addresses of both revisions."""

    file: str
    rows: RedirectMap
    old: Publisher
    new: Publisher
    anchors: bool = False
    # Whether a row of it can be about a fragment.


class Reviewed(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """All that policies look at: two revisions, and what changed between them."""

    changelog: Changelog
    old: TreeSite
    new: TreeSite
    retired: tuple[Expected, ...] = ()
    # The renamings that the project declares.
    redirecting: Redirecting | None = None
    # None where the new revision has no redirect map.

    def of(self, kind: str) -> Iterator[Change]:
        """Go through the changes of one kind.

        Args:
            kind: Its name.

        Yields:
            The changes, in the order of the changelog.
        """
        yield from (change for change in self.changelog.changes if change.kind == kind)

    def origins(self) -> dict[str, str]:
        """Tell what pages were called in the old revision.

        Returns:
            By the new paths of pages that moved or were converted their old ones; others are called as they were.
        """
        kinds = ("page.converted", "page.moved")
        return {
            place(change.new).path: place(change.old).path
            for kind in kinds
            for change in self.of(kind)
        }

    def touched(self) -> Iterator[tuple[str, Page, Page | None]]:
        """Go through the pages that do not read as they did.

        Yields:
            The path, the page and what it was before, where it was there.
        """
        origins = self.origins()
        for path in sorted(self.new.differing(self.old)):
            if path in self.new.pages:
                yield path, self.new.pages[path], self.old.pages.get(origins.get(path, path))


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy says of one place."""

    message: str
    # In words, with texts of the pages as they are: formats make them harmless.
    at: Location
    facts: tuple[str, ...]
    # What the same finding of another run has in common with it: the id of a change, or names; nothing of lines.


class Policy(msgspec.Struct, frozen=True):
    """One thing that a reviewer must know."""

    name: str
    severity: Severity
    # Where the configuration says nothing else.
    check: Callable[[Reviewed], Iterable[Told]]
    manual: str
    # The docstring of its module.
    replaces: frozenset[str] = frozenset()
    # Policies whose findings at the same place say less of the same event, which is told once.

    @property
    def summary(self) -> str:
        """The first line of its manual, without its name."""
        return self.manual.partition("\n")[0].partition(": ")[2]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy found at one place."""

    fingerprint: str
    # Of the facts, so that a waiver or a baseline can name it.
    policy: str
    severity: Severity
    path: str
    section: tuple[str, ...]
    lines: tuple[int, int] | None
    message: str
    lapsed: str | None = None
    # The day on which a waiver of it ended.


class Waived(Finding, frozen=True, kw_only=True):
    """A finding that somebody has waived."""

    reason: str
    until: str


class Idle(Waiver, frozen=True, kw_only=True):
    """A waiver of nothing that was found."""

    over: bool
    # Whether its last day is past, so that it may go; others may be of use in another range.


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What a range introduces that a reviewer must know."""

    findings: tuple[Finding, ...]
    # The gravest first.
    waived: tuple[Waived, ...]
    known: int
    # How many an earlier review has told already.
    mended: int = 0
    # How many of that review are findings no more.
    idle: tuple[Idle, ...] = ()
    changelog: Changelog


def place(side: Places) -> Location:
    """Give the one place of a change, or the first of several.

    Args:
        side: Of a change, on which it has a place.

    Returns:
        The place; an empty one where there is none.
    """
    return next(iter(locations(side)), Location("", ()))


def here(change: Change) -> Location:
    """Tell where a change stands: in the new revision if it is there.

    Args:
        change: Any change.

    Returns:
        The place.
    """
    return place(change.new or change.old)


def fresh(path: str, *, section: tuple[str, ...] = (), line: int | None = None) -> Location:
    """Name a place of the new revision by what is known of it.

    Args:
        path: The page.
        section: The section path.
        line: The line.

    Returns:
        The place.
    """
    return Location(path, section, None, (line, line) if line else None)
