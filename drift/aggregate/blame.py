"""The present text of a page or section -> the commit behind each of its blocks, through moves and conversions.

A block that stood word for word on a page before a commit is older than the commit; one that did not is the commit's.
What a page took over from others is looked for there: so a block keeps its commit when its section goes to another
page, when the page is moved, and when it is written in another markup. So does what a commit brings back after another
had removed it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import islice

import msgspec

from drift.explain.base import CommitFacts
from drift.history.passage import Passage
from drift.history.past import Past
from drift.history.restored import VERSIONS
from drift.history.step import Step
from drift.revision.log import Commit, Delta
from drift.trees.page import Block, Page, Section
from drift.trees.walk import walk

Read = Callable[[str, str], Page | None]
"""Gives a page by its path and the id of what it holds."""


class Blamed(msgspec.Struct, frozen=True):
    """One block, or heading, and who wrote it."""

    lines: tuple[int, int]
    # In the file as stored.
    section: tuple[str, ...]
    kind: str
    # The block's; `heading` for a heading.
    text: str
    commit: CommitFacts | None
    # None where the history that could be read does not reach back to it.


class _Line(msgspec.Struct, frozen=True):
    """One thing to be blamed on somebody."""

    place: int
    says: tuple[str, str]
    # Its kind and text; in any format the same.


def blame(
    page: Page, place: tuple[str, tuple[str, ...]], steps: Iterable[Step], read: Read, past: Past
) -> tuple[Blamed, ...]:
    """Find the commit behind each block.

    Args:
        page: The page as it is.
        place: Its path, and the section path of the part wanted; empty for all of the page.
        steps: The history that leads to it, with passages, the latest commit first.
        read: Gives the pages of earlier commits.
        past: Tells what earlier commits removed.

    Returns:
        The headings and blocks in the order of the page.
    """
    path, within = place
    shown = [row for row in _rows(page) if row[0][: len(within)] == within]
    lines = [_Line(row, _says(thing)) for row, (_, thing) in enumerate(shown)]
    found = _Search({path: lines}, read, past).through(steps)
    return tuple(
        Blamed(
            lines=(thing.lines[0], thing.lines[0]) if isinstance(thing, Section) else thing.lines,
            section=trail,
            kind="heading" if isinstance(thing, Section) else thing.kind,
            text=thing.title if isinstance(thing, Section) else thing.text,
            commit=found.get(row),
        )
        for row, (trail, thing) in enumerate(shown)
    )


class _Search:
    """Goes back through a history with those blocks that nobody is known for yet."""

    def __init__(self, pending: dict[str, list[_Line]], read: Read, past: Past) -> None:
        self._pending = pending
        # By the page that they were on when last seen.
        self._removed: dict[str, dict[str, list[_Line]]] = {}
        # The same by the earlier commit that removed that page.
        self._read = read
        self._past = past
        self._found: dict[int, CommitFacts] = {}

    def through(self, steps: Iterable[Step]) -> dict[int, CommitFacts]:
        for step in steps:
            touched = {delta.path: delta for delta in step.deltas}
            for path in [path for path in self._pending if path in touched]:
                self._settle(step, path, touched)
            self._hand_on(self._removed.pop(step.commit.id, {}))
            if not self._pending and not self._removed:
                break
        return self._found

    def _settle(self, step: Step, path: str, touched: dict[str, Delta]) -> None:
        """Hand on what stood on the pages before a commit, and blame it for the rest."""
        lines = self._pending.pop(path)
        for source in _sources(step.passage, path):
            delta = touched.get(source)
            kept, lines = self._parted(lines, source, "" if delta is None else delta.old)
            self._hand_on({source: kept})
        self._found.update((line.place, step.commit) for line in lines)
        if not touched[path].old:
            self._look_back(step.commit, touched[path], lines)

    def _look_back(self, commit: CommitFacts, came: Delta, lines: list[_Line]) -> None:
        """Find what stood on a page that an earlier commit removed; it is the later one's if the history ends before."""
        begin = Commit(commit.id, "", commit.parents, "", "", "", ())
        removals = self._past.before(begin).removals(came.path, came.new)
        for earlier, delta in islice(removals, VERSIONS):
            kept, lines = self._parted(lines, delta.path, delta.old)
            if kept:
                self._removed.setdefault(earlier.id, {}).setdefault(delta.path, []).extend(kept)
            if not lines:
                break

    def _parted(self, lines: list[_Line], path: str, blob: str) -> tuple[list[_Line], list[_Line]]:
        """Tell what stood on an earlier page from what did not."""
        page = self._read(path, blob) if blob else None
        there = Counter(_says(thing) for _, thing in _rows(page)) if page else Counter()
        kept: dict[bool, list[_Line]] = defaultdict(list)
        for line in lines:
            here = there[line.says] > 0
            there[line.says] -= here
            kept[here].append(line)
        return kept[True], kept[False]

    def _hand_on(self, found: dict[str, list[_Line]]) -> None:
        for path, lines in found.items():
            if lines:
                self._pending.setdefault(path, []).extend(lines)


def _sources(passed: Passage, path: str) -> list[str]:
    """List the pages that a page may have its text from, the one that it was first."""
    was = [one.old[0] for one in passed.pages if one.new[0] == path]
    taken = [one.old[0] for one in (*passed.sections, *passed.left) if one.new[0] == path]
    merged = [one.old[0] for one in passed.gone if one.home is not None and one.home[0] == path]
    parts = [one.source[0] for one in passed.born if one.new[0] == path and one.source]
    return list(dict.fromkeys([*(was or [path]), *taken, *merged, *parts]))


def _rows(page: Page) -> Iterable[tuple[tuple[str, ...], Section | Block]]:
    for trail, section in walk(page.root):
        if trail:
            yield trail, section
        for block in section.blocks:
            yield trail, block


def _says(thing: Section | Block) -> tuple[str, str]:
    return ("heading", thing.title) if isinstance(thing, Section) else (thing.kind, thing.text)
