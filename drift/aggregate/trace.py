"""A history, newest commit first -> the life of one page or section: what each commit did to it, back to the first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from types import MappingProxyType
from typing import Literal, get_args

import msgspec

from drift.aggregate.concern import Relation, concerned, left, may_be_in
from drift.aggregate.standpoint import Standpoint
from drift.changes.base import SPREADING, Change
from drift.explain.base import CommitFacts, Entry
from drift.history.passage import Passage
from drift.history.places import Place
from drift.history.step import Step

Event = Literal[
    "created",
    "first known",
    "split off",
    "restored",
    "merged",
    "split",
    "converted",
    "moved",
    "renamed",
    "edited",
    "removed",
]
"""What can happen to a place, in the order in which a reader wants to know it. It is first known where a shallow clone was
cut: what was before is not here."""

_ORDER: tuple[Event, ...] = get_args(Event)

_EVENTS: MappingProxyType[str, Event] = MappingProxyType(
    {
        "page.split": "split",
        "section.split": "split",
        "page.merged": "merged",
        "section.merged": "merged",
        "page.converted": "converted",
        "page.moved": "moved",
        "section.moved": "moved",
        "section.reordered": "moved",
        "page.retitled": "renamed",
        "section.renamed": "renamed",
        "anchor.changed": "renamed",
        "anchor.removed": "renamed",
    }
)
"""What a change of a place itself is to its life; any other is an edit."""

_PASSED_ON = frozenset({"converted", "moved"})
"""What happens to a place when it happens to that in which it stands."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit did to a page or section."""

    commit: CommitFacts
    events: tuple[Event, ...]
    old: Standpoint | None
    # Where it was before, or what it was split off from; none where it began or is first known.
    new: Standpoint | None
    # Where it was then; none for a commit that removed it. If it came back to a place from which it had moved away, the
    # life goes on before that, and this is where it went.
    entry: Entry
    # What is told of the commit, of its changes those that concern the place.


Kept = tuple[tuple[Change, Relation], ...]


class _Life:
    """Follows a place backwards."""

    def __init__(self, at: Standpoint, cut: Container[str]) -> None:
        self._at = at
        self._cut = cut
        self._until = ("", "")
        # The commit that removed what came back later, and what its page held; nothing is told until it is reached.
        self.ended = False

    def tell(self, step: Step) -> Moment | None:
        if step.commit.id in self._cut:
            return self._first_known(step)
        if self._until[0]:
            return self._removal(step) if step.commit.id == self._until[0] else None
        passed = step.passage if step.passed else Passage()
        source = self._at.source(passed)
        if source is None or may_be_in(step.raw or b"", self._at, source):
            entry = step.entry
            if entry is not None:
                return self._told(step, entry, source, passed)
        if source is not None:
            self._at = source
        return None

    def _told(
        self, step: Step, entry: Entry, source: Standpoint | None, passed: Passage
    ) -> Moment | None:
        now = self._at
        if source is None and not now.place[1]:
            source = now.title(entry.changes, passed)
        kept = tuple(_kept(entry, now, source))
        if source is None:
            return self._begun(step, entry, kept, now.whole(passed))
        before = self._at = source.renamed(entry.changes, now)
        events = tuple(_events(kept, before, now))
        return _moment(step.commit, entry, kept, events, (before, now)) if events else None

    def _begun(self, step: Step, entry: Entry, kept: Kept, whole: Place | None) -> Moment:
        """Tell of the first commit; what it brought back had a life before."""
        own = [change for change, to in kept if to != "below"]
        restored = next((change.restored_from for change in own if change.restored_from), "")
        if restored:
            path = self._at.place[0]
            held = (delta.new for delta in step.deltas if delta.path == path)
            self._until = (restored, next(held, ""))
        self.ended = not restored
        merged = any(to == "itself" and _EVENTS.get(one.kind) == "merged" for one, to in kept)
        event: Event = (
            "restored" if restored else "split off" if whole else "merged" if merged else "created"
        )
        part_of = None if whole is None else Standpoint(whole)
        if part_of is not None:
            part_of = part_of.renamed(entry.changes, part_of)
        return _moment(step.commit, entry, kept, (event,), (part_of, self._at))

    def _first_known(self, step: Step) -> Moment | None:
        """Say where the history was cut; against nothing, all that stands there is new."""
        self.ended = True
        entry = step.entry
        if entry is None or self._until[0]:
            return None
        return _moment(step.commit, entry, (), ("first known",), (None, self._at))

    def _removal(self, step: Step) -> Moment | None:
        """Go on where the content was before it was gone for a while."""
        held = self._until[1]
        self._until = ("", "")
        path = next((delta.path for delta in step.deltas if held and delta.old == held), "")
        here = self._at.lost(step.passage, path)
        entry = step.entry
        if here is None or entry is None:
            self.ended = True
            return None
        self._at = here
        went = here.went(step.passage)
        event: Event = "removed" if went is None else "moved"
        kept: Kept = tuple(
            (change, to) for change in entry.changes if (to := left(here, change)) is not None
        )
        return _moment(step.commit, entry, kept, (event,), (here, went))


def trace(
    steps: Iterable[Step], start: Standpoint, *, cut: Container[str] = frozenset()
) -> Iterator[Moment]:
    """Tell the life of a place.

    Args:
        steps: A history with passages, the latest commit first.
        start: A page, or a section on it, after the latest commit.
        cut: The commits at which a shallow clone was cut.

    Yields:
        Each commit that did something to it, until there is nothing before.
    """
    life = _Life(start, cut)
    for step in steps:
        moment = life.tell(step)
        if moment is not None:
            yield moment
        if life.ended:
            return


def _kept(
    entry: Entry, now: Standpoint, before: Standpoint | None
) -> Iterator[tuple[Change, Relation]]:
    """Choose the changes that concern a place."""
    stayed = before is not None and before.place == now.place
    for change in entry.changes:
        to = concerned(now, change, before)
        if to is not None and not (to == "above" and stayed and change.kind in SPREADING):
            yield change, to


def _moment(
    commit: CommitFacts,
    entry: Entry,
    kept: Kept,
    events: tuple[Event, ...],
    sides: tuple[Standpoint | None, Standpoint | None],
) -> Moment:
    changes = tuple(change for change, _ in kept)
    causes = {cause for one in changes for cause in _causes(one)}
    rules = tuple(rule for rule in entry.rules if rule.id in causes)
    told = msgspec.structs.replace(entry, changes=changes, rules=rules)
    return Moment(commit=commit, events=events, old=sides[0], new=sides[1], entry=told)


def _causes(change: Change) -> Iterator[str]:
    if change.cause:
        yield change.cause
    if isinstance(change.blocks, tuple):
        yield from (hunk.cause for block in change.blocks for hunk in block.hunks if hunk.cause)


def _events(kept: Kept, old: Standpoint, new: Standpoint) -> Iterator[Event]:
    found: set[Event] = set()
    for change, to in kept:
        event = _EVENTS.get(change.kind, "edited")
        if to == "itself":
            found.add(event)
        elif to == "below":
            found.add("edited")
        elif event in _PASSED_ON:
            found.add(event)
    if old.place[0] != new.place[0]:
        found.add("moved")
    elif old.place != new.place and found and "moved" not in found:
        # A slug alone is another whenever a heading of the same words comes before it, which is no event.
        found.add("renamed")
    return (event for event in _ORDER if event in found)
