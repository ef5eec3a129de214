"""The passages of a range, oldest first -> what became of each place at its start.

A place that no passage names stays where it is, or goes along with its page; so nothing is remembered of it, and a
history of ten thousand commits takes no more room than what it moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec

from drift.history.passage import Lost, Passage, Passed
from drift.history.places import Place

HEIR = 0.5
"""A place without a counterpart goes on as the one that has taken up what it said, if that is likelier than not."""

MOST_COMMITS = 32
"""Commits that are named of one place; who moved more often is read about in `drift trace`."""


class Fate(msgspec.Struct, frozen=True):
    """What became of a place."""

    place: Place
    # Where it is at the end of the range; of one that is gone, where it was last.
    confidence: float = 1.0
    # That every step was right.
    commits: tuple[str, ...] = ()
    # Those that moved it, and the one that removed it, oldest first.
    gone: bool = False
    home: Place | None = None
    # Of one that is gone: where some of it may live on, at the end of the range.
    again: bool = False
    # Whether that is the page that came later where it was removed.

    @property
    def whereabouts(self) -> Place | None:
        """Where to look on for it."""
        return self.home if self.gone else self.place


class Lineage:
    """Follows the places of a revision through the commits after it."""

    def __init__(self) -> None:
        """Begin with every place where it is."""
        self._fates: dict[Place, Fate] = {}
        # Of those that did not stay, and did not merely go along with their page.
        self._at: dict[Place, set[Place]] = {}
        # Where these are -> which they were; pages that are pages still are found by the next.
        self._on: dict[str, set[Place]] = {}
        # The same by page.
        self._pages: dict[str, set[str]] = {}
        # A path -> the old pages that are there; without an entry, the one that always was.
        self._steps = 0
        self._came: dict[str, int] = {}
        # A page that was not there at the start -> the step at which it came.
        self._removed: dict[str, set[Place]] = {}
        # The path of a page without its suffix -> the old pages that were removed there.

    def follow(self, commit: str, passage: Passage) -> None:
        """Take the next step.

        Args:
            commit: Who made it; empty for a step that no commit made.
            passage: What it did.
        """
        steps = _steps(passage)
        self._see_coming(passage)
        fresh: dict[Place, Fate] = {}
        for step in steps:
            for place in self._origins(step.old):
                fresh[place] = self._stepped(place, step, commit)
        for moved in passage.pages:
            path, new = moved.old[0], moved.new[0]
            for place in self._on.get(path, ()):
                if place not in fresh:
                    here = self._fates[place].whereabouts or ("", "")
                    step = Passed(here, (new, here[1]), moved.confidence)
                    fresh[place] = self._stepped(place, step, commit)
        for place in fresh:
            self._leave(place)
        for place, fate in fresh.items():
            self._arrive(place, fate)

    def of(self, place: Place) -> Fate:
        """Tell what became of a place.

        Args:
            place: At the start of the range.

        Returns:
            Its fate; one that nothing happened to is where it was, or where its page is.
        """
        found = self._fates.get(place)
        if found is not None:
            return found
        page = self._fates.get((place[0], "")) if place[1] else None
        if page is None:
            return Fate(place)
        if page.gone or page.place[1]:
            return page
        return msgspec.structs.replace(page, place=(page.place[0], place[1]))

    def came(self, path: str) -> int:
        """Tell at which step a page came last.

        Args:
            path: Of the page.

        Returns:
            The number of the step, from 1; 0 of a page that was there at the start, as far as steps tell.
        """
        return self._came.get(path, 0)

    def adopt(self, passage: Passage) -> Iterator[Place]:
        """Follow from now on also what the next step moves or removes, whether it was there at the start or not.

        Args:
            passage: The next step, which is yet to be followed.

        Yields:
            Each such place; not one whose name was another's at the start.
        """
        for place in [step.old for step in _steps(passage)]:
            if place not in self._origins(place):
                if place in self._fates:
                    continue
                self._arrive(place, Fate(place))
            yield place

    def _see_coming(self, passage: Passage) -> None:
        self._steps += 1
        for new in (*(one.new for one in passage.pages), *(one.new for one in passage.born)):
            if _is_page(new):
                self._came[new[0]] = self._steps
        for new in (one.new for one in passage.born if _is_page(one.new)):
            self._come_again(new)

    def _come_again(self, new: Place) -> None:
        """Follow a page that came where others were removed, be it in another format: perhaps it is one of them."""
        for place in self._removed.pop(_document(new[0]), ()):
            fate = self._fates[place]
            if fate.gone:
                self._leave(place)
                self._arrive(place, msgspec.structs.replace(fate, home=new, again=True))

    def _origins(self, place: Place) -> Iterator[Place]:
        """Find which places of old are at a place now."""
        path, key = place
        yield from self._at.get(place, ())
        for page in self._pages.get(path, {path}):
            was = (page, key)
            if not key or was not in self._fates:
                yield was

    def _stepped(self, place: Place, step: Passed | Lost, commit: str) -> Fate:
        fate = self.of(place)
        if fate.gone:
            passed = isinstance(step, Passed)
            home = (step.new if isinstance(step, Passed) else step.home) or fate.home
            return msgspec.structs.replace(fate, home=home, again=fate.again and passed)
        commits = (*fate.commits, commit)[:MOST_COMMITS] if commit else fate.commits
        if isinstance(step, Passed):
            return Fate(step.new, round(fate.confidence * step.confidence, 3), commits)
        if step.home is not None and step.confidence >= HEIR:
            return Fate(step.home, round(fate.confidence * step.confidence, 3), commits)
        return Fate(fate.place, fate.confidence, commits, gone=True, home=step.home)

    def _leave(self, place: Place) -> None:
        fate = self.of(place)
        here = fate.whereabouts
        if here is None:
            return
        if _is_page(place) and _is_page(here) and not fate.gone:
            self._there(here[0]).discard(place[0])
        elif place in self._fates:
            self._at[here].discard(place)
            self._on[here[0]].discard(place)

    def _arrive(self, place: Place, fate: Fate) -> None:
        self._fates[place] = fate
        here = fate.whereabouts
        if fate.gone and _is_page(place):
            self._removed.setdefault(_document(fate.place[0]), set()).add(place)
        if here is None:
            return
        if _is_page(place) and _is_page(here) and not fate.gone:
            self._there(here[0]).add(place[0])
        else:
            self._at.setdefault(here, set()).add(place)
            self._on.setdefault(here[0], set()).add(place)

    def _there(self, path: str) -> set[str]:
        """Give the old pages that are at a path, to be changed."""
        return self._pages.setdefault(path, set() if (path, "") in self._fates else {path})


def _steps(passage: Passage) -> tuple[Passed | Lost, ...]:
    """Give all steps of a passage; who has put up a sign is where it leads, though the sign stands where he was."""
    return (*passage.pages, *passage.sections, *passage.gone, *passage.left)


def _is_page(place: Place) -> bool:
    return not place[1]


def _document(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))
