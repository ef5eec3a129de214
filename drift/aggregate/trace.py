"""A history, newest commit first -> the life of one page or section: what each commit did to it, back to the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.aggregate.standpoint import Standpoint
from drift.changes.base import Change
from drift.explain.base import CommitFacts, Entry
from drift.history.passage import Passage, Place
from drift.history.step import Step

_EVENTS = (
    ("restored", ()),
    ("created", ("page.added", "section.added")),
    ("split off", ("page.split", "section.split")),
    ("merged", ("page.merged", "section.merged")),
    ("converted", ("page.converted",)),
    ("moved", ("page.moved", "section.moved", "section.reordered", "section.releveled")),
    ("renamed", ("page.retitled", "section.renamed", "anchor.changed", "anchor.removed")),
    ("removed", ("page.removed", "section.removed")),
)
# In the order in which a reader wants to know them; whatever else happened is an edit.


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit did to a page or section."""

    commit: CommitFacts
    events: tuple[str, ...]
    # `created`, `restored`, `split off`, `merged`, `converted`, `moved`, `renamed`, `edited`, `removed`.
    old: Place | None
    # Where it was before; none for its first commit.
    new: Place | None
    # Where it was then; none for a commit that removed it.
    entry: Entry
    # What is told of the commit, of its changes those that concern the place.


class _Life:
    """Follows a place backwards."""

    def __init__(self, place: Place, trail: tuple[str, ...]) -> None:
        self._at = Standpoint(place, trail)
        self._until = ""
        # The commit that removed what came back later; until it is reached, there is nothing to be told.
        self.ended = False

    def tell(self, step: Step) -> Moment | None:
        if self._until and step.commit.id != self._until:
            return None
        if self._until:
            return self._removal(step)
        passed = step.passage if step.passed else Passage()
        source = self._at.source(passed)
        entry = step.entry if self._at.may_be_in(step.raw or b"", source) else None
        if entry is None:
            if source is not None:
                self._at = source
            return None
        kept = tuple(one for one in entry.changes if self._at.concerned(one, source))
        before = None if source is None else source.renamed(kept, self._at)
        was = before.place if before else self._at.whole(passed)
        moment = _moment(step.commit, entry, kept, (was, self._at.place))
        restored = next((one.restored_from for one in kept if one.restored_from), None)
        if before is not None:
            self._at = before
        elif restored:
            self._until = restored
        else:
            self.ended = True
        return moment

    def _removal(self, step: Step) -> Moment | None:
        """Go on where the content was before it was gone for a while."""
        self._until = ""
        here = self._at.lost(step.passage)
        entry = step.entry
        if here is None or entry is None:
            self.ended = True
            return None
        self._at = here
        kept = tuple(one for one in entry.changes if here.concerned(one, here, gone=True))
        return _moment(step.commit, entry, kept, (here.place, None))


def trace(steps: Iterable[Step], place: Place, trail: tuple[str, ...]) -> Iterator[Moment]:
    """Tell the life of a place.

    Args:
        steps: A history with passages, the latest commit first.
        place: A page or a section on it, after the latest commit.
        trail: The section path of the section; empty for a page.

    Yields:
        Each commit that did something to it, until there is nothing before.
    """
    life = _Life(place, trail)
    for step in steps:
        moment = life.tell(step)
        if moment is not None:
            yield moment
        if life.ended:
            return


def _moment(
    commit: CommitFacts,
    entry: Entry,
    kept: tuple[Change, ...],
    sides: tuple[Place | None, Place | None],
) -> Moment | None:
    if not kept:
        return None
    old, new = sides
    causes = {cause for one in kept for cause in _causes(one)}
    told = msgspec.structs.replace(
        entry, changes=kept, rules=tuple(rule for rule in entry.rules if rule.id in causes)
    )
    return Moment(
        commit=commit,
        events=tuple(_events(kept, old, new)),
        old=old,
        new=new,
        entry=told,
    )


def _causes(change: Change) -> Iterator[str]:
    if change.cause:
        yield change.cause
    if isinstance(change.blocks, tuple):
        yield from (hunk.cause for block in change.blocks for hunk in block.hunks if hunk.cause)


def _events(kept: Iterable[Change], old: Place | None, new: Place | None) -> Iterator[str]:
    kinds = {change.kind for change in kept}
    restored = any(change.restored_from for change in kept)
    known = frozenset(kind for _, its in _EVENTS for kind in its)
    moved = old is not None and new is not None and old[0] != new[0]
    renamed = old is not None and new is not None and old[1] != new[1] and not moved
    for event, its in _EVENTS:
        told = bool(kinds.intersection(its)) and not (event == "created" and (restored or old))
        if told or (event, True) in {
            ("restored", restored),
            ("moved", moved),
            ("renamed", renamed),
        }:
            yield event
    if kinds - known:
        yield "edited"
