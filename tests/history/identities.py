"""What changelogs say about which page became which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from drift.changes.base import Change, Location

Pages = frozenset[str]
Identities = Mapping[str, str]
"""A page before -> the same page after; a page that is none of its own any more is left out."""

_MOVES = ("page.moved", "page.converted")


def identities(before: Pages, after: Pages, changes: Sequence[Change]) -> Identities:
    """Read from one changelog which page became which.

    Args:
        before: The pages of the old revision.
        after: Those of the new one.
        changes: What is told; a page that is not named stayed where it was.

    Returns:
        The identities.
    """
    went = {
        old: new
        for change in changes
        if change.kind in _MOVES
        for old in _paths(change.old)
        for new in _paths(change.new)
    }
    taken = set(went.values())
    for change in changes:
        if change.kind == "page.added":
            taken.update(_paths(change.new))
        elif change.kind == "page.removed":
            taken.update(_paths(change.old))
    stayed = {path: path for path in (before & after) - went.keys() - taken}
    return stayed | went


def unaccounted(before: Pages, after: Pages, changes: Sequence[Change]) -> list[str]:
    """List the pages that came or went without a word.

    Args:
        before: The pages of the old revision.
        after: Those of the new one.
        changes: What is told.

    Returns:
        Their paths; those that are no pages at all, or two pages that became one, among them.
    """
    found = identities(before, after, changes)
    goals = list(found.values())
    gone = {path for change in changes for path in _named(change, change.old, "page.removed")}
    come = {path for change in changes for path in _named(change, change.new, "page.added")}
    return sorted(
        {
            *(found.keys() - before),
            *(path for path in goals if path not in after or goals.count(path) > 1),
            *(before - found.keys() - gone),
            *(after - set(goals) - come),
        }
    )


def composed(steps: Iterable[Identities], pages: Pages) -> Identities:
    """Follow pages from commit to commit.

    Args:
        steps: The identities of each commit, oldest first.
        pages: The pages before the first.

    Returns:
        The identities of them all together.
    """
    found: Identities = {path: path for path in pages}
    for step in steps:
        found = {first: step[now] for first, now in found.items() if now in step}
    return found


def undisturbed(pages: Sequence[Pages], steps: Sequence[Identities]) -> Pages:
    """List the pages that never stood where another page stood before or after them.

    Args:
        pages: The pages before the first commit, and after each.
        steps: The identities of each commit, oldest first.

    Returns:
        The paths before the first of those that are there at the end.
    """
    # One trail a page, from where it begins: a path for each revision that it is in.
    trails = {path: [path] for path in pages[0]}
    done: list[list[str]] = []
    for after, step in zip(pages[1:], steps, strict=True):
        done += [trail for now, trail in trails.items() if now not in step]
        trails = {step[now]: [*trail, step[now]] for now, trail in trails.items() if now in step}
        trails |= {path: [path] for path in after - trails.keys()}
    every = [*done, *trails.values()]
    shared = {
        path for trail in every for path in set(trail) if sum(path in one for one in every) > 1
    }
    whole = (trail for trail in trails.values() if len(trail) == len(pages))
    return frozenset(trail[0] for trail in whole if shared.isdisjoint(trail))


def _paths(place: Location | tuple[Location, ...] | None) -> tuple[str, ...]:
    if place is None:
        return ()
    return tuple(one.path for one in (place if isinstance(place, tuple) else (place,)))


def _named(
    change: Change, place: Location | tuple[Location, ...] | None, kind: str
) -> Iterator[str]:
    """Give the pages that a change makes begin or end: as pages, or as parts of others."""
    other = {"page.merged", "page.split", "section.moved", "section.merged", "section.split"}
    if change.kind == kind or change.kind in other:
        yield from _paths(place)
