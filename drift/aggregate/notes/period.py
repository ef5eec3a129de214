"""Two revisions of a handbook and what changed between them -> one period of its notes, part by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from drift.aggregate.notes.details import changed_page
from drift.aggregate.notes.handbook import Sides
from drift.aggregate.notes.notes import Part, Sweeping
from drift.aggregate.notes.pages import put
from drift.aggregate.notes.parts import Parts
from drift.changes.base import Change, Location, both_places, locations
from drift.changes.nature import POSSESSIVE
from drift.explain.base import Rule
from drift.explain.explain import Account
from drift.explain.places import home
from drift.explain.selected import paths

SWEEPING = ("folder.moved", "term.renamed", "url.moved")
"""Rules that concern readers, in the order in which they are told; the others are only counted."""

_AS = MappingProxyType({"spelling.fixed": "typos", "levels.shifted": "formatting"})

Meant = Callable[[str], bool]
"""Tells whether a path is asked for."""


class Gathered(msgspec.Struct, frozen=True):
    """What happened in a period."""

    throughout: tuple[Sweeping, ...]
    parts: tuple[Part, ...]
    small: dict[str, int]


def gather(account: Account, sides: Sides, meant: Meant | None = None) -> Gathered:
    """Sort what changed by the parts of the handbook, and leave out what a rule or another change explains.

    Args:
        account: Rules and changes between both ends.
        sides: Both ends.
        meant: Tells whether a path is asked for; None where all are.

    Returns:
        The statements that hold throughout, the parts in the order of the handbook, and the number of small changes.
    """
    sides = msgspec.structs.replace(
        sides,
        paths=_new_paths(account.changes),
        origins=_origins(account.changes),
        rewritten=_rewritten(account.changes, sides),
    )
    parts = Parts(sides)
    within: defaultdict[str, list[Change]] = defaultdict(list)
    for change in account.changes:
        at = home(change)
        book = sides.new if change.new else sides.old
        if change.cause is not None or not book.is_read(at.path):
            continue
        if meant is not None and not any(map(meant, paths(change))):
            continue
        if change.kind.startswith(("nav.", "placeholder.")):
            parts.small["order" if change.kind.startswith("nav.") else "placeholders"] += 1
        elif not put(change, parts):
            within[at.path if change.new else sides.paths.get(at.path, at.path)].append(change)
    for path, changes in within.items():
        found = changed_page(path, changes, sides, parts.small)
        if found is not None:
            parts.changed[sides.new.part(path)].append(found)
    rules = [
        rule
        for rule in account.rules
        if meant is None or any(meant(place.path) for place in rule.places)
    ]
    throughout = tuple(_throughout(rules, parts, _spoken(account.changes)))
    return Gathered(throughout, parts.told(), dict(sorted(parts.small.items())))


def _new_paths(changes: Iterable[Change]) -> Mapping[str, str]:
    """Tell where the pages are that have another path."""
    return {
        places[0].path: places[1].path
        for change in changes
        if change.kind in {"page.moved", "page.converted"} and (places := both_places(change))
    }


def _origins(changes: Iterable[Change]) -> Mapping[str, str]:
    """Tell which pages new ones were split off from."""
    return {
        place.path: change.old.path
        for change in changes
        if change.kind == "page.split" and isinstance(change.old, Location)
        for place in locations(change.new)
        if place.path != change.old.path
    }


def _rewritten(changes: Sequence[Change], sides: Sides) -> frozenset[str]:
    """Tell where one page took the place of another."""
    gone, come = (
        {book.address(home(one).path).rstrip("/") for one in changes if one.kind == kind}
        for kind, book in (("page.removed", sides.old), ("page.added", sides.new))
    )
    return frozenset(gone & come)


def _spoken(changes: Iterable[Change]) -> frozenset[str]:
    """List the rules that explain more than the insides of code blocks."""
    return frozenset(
        cause
        for change in changes
        for cause in (
            {hunk.cause for block in change.blocks if block.kind != "code" for hunk in block.hunks}
            if change.blocks
            else {change.cause}
        )
        if cause
    )


def _throughout(rules: Iterable[Rule], parts: Parts, spoken: frozenset[str]) -> Iterable[Sweeping]:
    for rule in sorted(rules, key=lambda rule: rule.kind):
        before, after = str(rule.before), str(rule.after)
        if rule.kind not in SWEEPING:
            parts.small[_AS.get(rule.kind, "formatting")] += rule.count
        elif rule.kind == "term.renamed" and (before.endswith(POSSESSIVE) or rule.id not in spoken):
            # Nothing is called `Ada's`: the name itself is told, or has too few places to be. And what only code says is
            # the name of an example's host or file.
            parts.small["reworded"] += rule.count
        else:
            if rule.kind == "folder.moved":
                before, after = parts.sides.old.folder(before), parts.sides.new.folder(after)
                if before.strip("./") == after.strip("./"):
                    # Only the files went elsewhere: readers find the pages where they were.
                    continue
            pages = len({place.path for place in rule.places})
            yield Sweeping(rule.kind, before, after, rule.count, pages)
