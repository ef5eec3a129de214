"""Two revisions of a handbook and what changed between them -> one period of its notes, part by part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from drift.aggregate.notes.details import changed_page, same_words, weight
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.notes import (
    ChangedPage,
    Elsewhere,
    Gone,
    NewPage,
    Part,
    Sweeping,
)
from drift.changes.base import Change, Location
from drift.explain.base import Rule
from drift.explain.explain import Account
from drift.explain.places import home

OPENING = 16
"""Words of a new page by which a reader knows what it is about."""

SWEEPING = ("folder.moved", "term.renamed", "url.moved")
"""Rules that concern readers, in the order in which they are told; the others are only counted."""

_AS = {"spelling.fixed": "typos", "levels.shifted": "formatting"}

Meant = Callable[[str], bool]
"""Tells whether a path is asked for."""

_Chain = tuple[str, ...]
"""The name of a part, from the outside in."""


class Gathered(msgspec.Struct, frozen=True):
    """What happened in a period."""

    throughout: tuple[Sweeping, ...]
    parts: tuple[Part, ...]
    small: dict[str, int]


class _Bins:
    """What is told of each part so far."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.small: Counter[str] = Counter()
        self.new: defaultdict[_Chain, list[NewPage]] = defaultdict(list)
        self.moved: defaultdict[_Chain, list[Elsewhere]] = defaultdict(list)
        self.renamed: defaultdict[_Chain, list[Elsewhere]] = defaultdict(list)
        self.changed: defaultdict[_Chain, list[ChangedPage]] = defaultdict(list)
        self.removed: defaultdict[_Chain, list[Gone]] = defaultdict(list)

    def parts(self) -> tuple[Part, ...]:
        """Give the parts in the order of the handbook; those that are no more come last."""
        chains = {*self.new, *self.moved, *self.renamed, *self.changed, *self.removed}
        order = self.sides.new.order
        return tuple(
            Part(
                name=" › ".join(chain),
                new=tuple(self.new[chain]),
                moved=tuple(self.moved[chain]),
                renamed=tuple(self.renamed[chain]),
                changed=tuple(sorted(self.changed[chain], key=lambda page: -weight(page))),
                removed=tuple(self.removed[chain]),
            )
            for chain in sorted(chains, key=lambda chain: (order.get(chain, len(order)), chain))
        )


def gather(account: Account, sides: Sides, meant: Meant | None = None) -> Gathered:
    """Sort what changed by the parts of the handbook, and leave out what a rule or another change explains.

    Args:
        account: Rules and changes between both ends.
        sides: Both ends.
        meant: Tells whether a path is asked for; None where all are.

    Returns:
        The statements that hold throughout, the parts in the order of the handbook, and the number of small changes.
    """
    sides = msgspec.structs.replace(sides, paths=_new_paths(account.changes))
    bins = _Bins(sides)
    within: defaultdict[str, list[Change]] = defaultdict(list)
    for change in account.changes:
        at = home(change)
        book = sides.new if change.new else sides.old
        if change.cause is not None or not book.is_read(at.path):
            continue
        if meant is not None and not any(map(meant, _paths(change))):
            continue
        if change.kind.startswith("page."):
            _put(change, bins)
        elif change.kind.startswith(("nav.", "placeholder.")):
            bins.small["order" if change.kind.startswith("nav.") else "placeholders"] += 1
        else:
            within[at.path if change.new else sides.paths.get(at.path, at.path)].append(change)
    for path, changes in within.items():
        found = changed_page(path, changes, sides, bins.small)
        if found is not None:
            bins.changed[sides.new.part(path)].append(found)
    rules = [
        rule
        for rule in account.rules
        if meant is None or any(meant(place.path) for place in rule.places)
    ]
    throughout = tuple(_throughout(rules, bins.small))
    return Gathered(throughout, bins.parts(), dict(sorted(bins.small.items())))


def _paths(change: Change) -> Iterator[str]:
    for side in (change.old, change.new):
        yield from (place.path for place in (side if isinstance(side, tuple) else (side,)) if place)


def _new_paths(changes: Iterable[Change]) -> Mapping[str, str]:
    """Tell where the pages are that have another path."""
    return {
        change.old.path: change.new.path
        for change in changes
        if change.kind in {"page.moved", "page.converted"}
        and isinstance(change.old, Location)
        and isinstance(change.new, Location)
    }


def _put(change: Change, bins: _Bins) -> None:
    """Sort in what happened to a page as a whole."""
    old, new = bins.sides.old, bins.sides.new
    at = home(change)
    book = new if change.new else old
    part = book.part(at.path)
    match change.kind:
        case "page.added":
            made = bins.sides.sources.get(at.path, ())
            bins.new[part].append(NewPage(new.place(at.path), _opening(change), sources=made))
        case "page.removed":
            bins.removed[part].append(Gone(old.title(at.path), at.path))
        case "page.moved":
            bins.moved[part].append(Elsewhere(new.place(at.path), old.address(str(change.before))))
        case "page.retitled" if not same_words(change.before, change.after):
            _put_title(change, bins, part)
        case "page.split":
            bins.new[part].extend(_parts_of(change, new))
        case "page.merged":
            bins.removed[part].extend(_merged(change, bins.sides))
        case _:
            bins.small["formatting"] += 1


def _put_title(change: Change, bins: _Bins, part: _Chain) -> None:
    """A title that was written for the first time, or is no more, names the page as its readers knew it."""
    if isinstance(change.before, str) and isinstance(change.after, str):
        place = bins.sides.new.place(home(change).path)
        bins.renamed[part].append(Elsewhere(place, change.before))
    else:
        bins.small["formatting"] += 1


def _opening(change: Change) -> str:
    texts = (block.after or "" for block in change.blocks or () if block.kind == "paragraph")
    words = next((words for text in texts if (words := text.split())), [])
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")


def _parts_of(change: Change, new: Handbook) -> Iterable[NewPage]:
    """The pages that were split off are new to their readers; the page that lives on is not."""
    stayed = change.old.path if isinstance(change.old, Location) else ""
    places = change.new if isinstance(change.new, tuple) else ()
    for path in dict.fromkeys(place.path for place in places):
        if path != stayed:
            yield NewPage(new.place(path), came_from=new.title(stayed))


def _merged(change: Change, sides: Sides) -> Iterable[Gone]:
    """The pages that became a part of another one."""
    into = home(change).path
    places = change.old if isinstance(change.old, tuple) else ()
    for path in dict.fromkeys(place.path for place in places):
        if path != into:
            yield Gone(sides.old.title(path), path, (sides.new.place(into),))


def _throughout(rules: Iterable[Rule], small: Counter[str]) -> Iterable[Sweeping]:
    for rule in sorted(rules, key=lambda rule: rule.kind):
        if rule.kind not in SWEEPING:
            small[_AS.get(rule.kind, "formatting")] += rule.count
            continue
        pages = len({place.path for place in rule.places})
        yield Sweeping(rule.kind, str(rule.before), str(rule.after), rule.count, pages)
