"""A changelog -> its outline for people: rules first, then page by page, what is explained folded away."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from drift.changes.base import Change, both_places
from drift.explain.base import Changelog, Rule
from drift.explain.places import home, trail
from drift.explain.sentence import sentence
from drift.render.changelog.fold import fold, told_once
from drift.render.changelog.names import new_names
from drift.render.changelog.repeats import Repeated, repeated
from drift.render.changelog.replaced import Followers, replaced
from drift.render.changelog.sweeps import ENOUGH, Swept, swept, way

ENOUGH_ALIKE = 3
"""Pages of which the same is told that are worth a list of their own."""


class Entry(msgspec.Struct, frozen=True):
    """One change that is told, and those that follow from it."""

    change: Change
    followers: tuple[Change, ...] = ()
    times: int = 1
    # How many changes of the same place have the same words, which are told once.
    part: str = ""
    # Where the words came from, if the place was edited several times: as parts that were brought together.


class Place(msgspec.Struct, frozen=True):
    """A section of a page, or the page itself (`()`), with its changes."""

    section: tuple[str, ...]
    entries: tuple[Entry, ...]


class PagePart(msgspec.Struct, frozen=True):
    """A page with its changes."""

    path: str
    # Empty where the reader knows which page it is.
    was: str
    # Its path at the old revision, where that is another and none of its changes says so; else empty.
    places: tuple[Place, ...]
    sweep: tuple[Change, ...] = ()
    # What changed on it in case or punctuation alone, in several places.
    lists: tuple[tuple[Change, ...], ...] = ()
    # Sections of which one thing alone is told, such as their new heading, if there are several.


class AlikePart(msgspec.Struct, frozen=True):
    """Pages of which only one thing is told, and the same of each."""

    entry: Entry
    # The first one's.
    paths: tuple[str, ...]
    changes: tuple[Change, ...]


class RulePart(msgspec.Struct, frozen=True):
    """A rule and the changes that it explains."""

    rule: Rule
    followers: tuple[Change, ...]


class Outline(msgspec.Struct, frozen=True):
    """A changelog in reading order."""

    rules: tuple[RulePart, ...]
    alike: tuple[AlikePart, ...]
    pages: tuple[PagePart, ...]
    # Without those that are told together.
    told: int
    folded: int
    sweep: tuple[Change, ...] = ()
    # What changed in case or punctuation alone, on many pages.
    repeats: tuple[tuple[Change, ...], ...] = ()
    # What happened on many pages alike.


def outline(changelog: Changelog, *, whole: bool = False) -> Outline:
    """Put a changelog into the order in which people read it.

    A change whose cause is told as well is folded under it; one whose cause was filtered out is told itself.

    Args:
        changelog: Any changelog.
        whole: Whether to tell each change by itself.

    Returns:
        The rules, then the pages by path, in each the page's own changes and then its sections in order.
    """
    below, once = fold(changelog)
    told, followers = (once, below) if whole else replaced(once, below)
    swept_up = Swept((), {}, tuple(told)) if whole else swept(told, kept=followers)
    rest = swept_up.rest if whole else told_once(swept_up.rest)
    again = Repeated((), rest) if whole else repeated(rest, kept=followers)
    names = new_names(changelog)
    pages: defaultdict[str, defaultdict[tuple[str, ...], list[Change]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for change in again.rest:
        place = home(change)
        at = place.path, place.section
        gone = change.kind == "section.removed" and bool(place.section)
        name = names.of_gone if gone else names.of
        path, section = at if change.new else name(*at)
        pages[path][section].append(change)
    alike, parts = _gathered(
        [
            _page(path, pages[path], followers, swept_up.by_page.get(path, ()), whole=whole)
            for path in sorted({*pages, *swept_up.by_page})
        ]
    )
    return Outline(
        rules=tuple(RulePart(rule, followers.get(rule.id, ())) for rule in changelog.rules),
        alike=alike,
        pages=parts,
        told=len(told),
        folded=len(changelog.changes) - len(once),
        sweep=swept_up.everywhere,
        repeats=again.groups,
    )


def _page(
    path: str,
    sections: dict[tuple[str, ...], list[Change]],
    followers: Followers,
    sweep: tuple[Change, ...],
    *,
    whole: bool,
) -> PagePart:
    order = sorted(sections, key=lambda section: (bool(section), _line(sections[section])))
    places = [Place(section, _entries(sections[section], followers)) for section in order]
    lists = () if whole else _lists(places)
    listed = {change.id for group in lists for change in group}
    return PagePart(
        path=path,
        was=_was(path, [change for changes in sections.values() for change in changes]),
        places=tuple(place for place in places if place.entries[0].change.id not in listed),
        sweep=sweep,
        lists=lists,
    )


def _lists(places: list[Place]) -> tuple[tuple[Change, ...], ...]:
    """Gather the sections of which one thing is told, where the same is told of several, and those of links alone."""
    groups: defaultdict[tuple[str, tuple[str, str]], list[Place]] = defaultdict(list)
    for place in places:
        first = place.entries[0].change
        kinds = {None if entry.followers else entry.change.kind for entry in place.entries}
        alone = len(place.entries) == 1 or first.kind == "link.retargeted"
        if alone and kinds == {first.kind} <= ENOUGH.keys():
            groups[first.kind, way(first)].append(place)
    order = sorted(groups.items(), key=lambda group: list(ENOUGH).index(group[0][0]))
    return tuple(
        tuple(e.change for place in found for e in place.entries for _ in range(e.times))
        for (kind, _), found in order
        if len(found) >= ENOUGH[kind]
    )


def _gathered(parts: list[PagePart]) -> tuple[tuple[AlikePart, ...], tuple[PagePart, ...]]:
    """Tell once what is all that happened to several pages, such as a conversion of a whole handbook."""
    groups: defaultdict[object, list[PagePart]] = defaultdict(list)
    for part in parts:
        groups[_only_words(part) or part.path].append(part)
    alike = [group for group in groups.values() if len(group) >= ENOUGH_ALIKE]
    gathered = {part.path for group in alike for part in group}
    return (
        tuple(
            AlikePart(
                group[0].places[0].entries[0],
                tuple(part.path for part in group),
                tuple(part.places[0].entries[0].change for part in group),
            )
            for group in alike
        ),
        tuple(part for part in parts if part.path not in gathered),
    )


def _only_words(part: PagePart) -> tuple[object, ...]:
    """Give the one sentence that is told of a page itself, and what came with it, where nothing else is to be told."""
    if part.sweep or part.lists:
        return ()
    if len(part.places) == 1 and not part.places[0].section and len(part.places[0].entries) == 1:
        (entry,) = part.places[0].entries
        edited = entry.change.blocks and not entry.change.kind.startswith("page.")
        if not edited and not entry.change.inbound:
            kinds = Counter(change.kind for change in entry.followers)
            return (*sentence(entry.change), *sorted(kinds.items()))
    return ()


def _entries(changes: list[Change], followers: Followers) -> tuple[Entry, ...]:
    """Tell changes of the same words once, such as three placeholders TBD."""
    entries: dict[object, Entry] = {}
    for change in sorted(changes, key=lambda change: (_weight(change), change.key or "")):
        below = followers.get(change.id, ())
        own = change.id if change.blocks or below else sentence(change)
        same = entries.get(own)
        entries[own] = Entry(change, below, same.times + 1 if same else 1)
    edited = [entry for entry in entries.values() if entry.change.kind == "section.edited"]
    if len(edited) < 2:  # noqa: PLR2004 - which must be told apart
        return tuple(entries.values())
    return tuple(
        msgspec.structs.replace(entry, part=_part(entry.change)) if entry in edited else entry
        for entry in entries.values()
    )


def _part(change: Change) -> str:
    """Name where an edited part came from; nothing if it was here before."""
    places = both_places(change)
    if places is None:
        return ""
    old, new = places
    if (old.path, old.section) == (new.path, new.section):
        return ""
    return " › ".join(old.section) if old.path == new.path else trail(old.path, old.section)


def _weight(change: Change) -> int:
    """What happened to a section itself is read before what happened in it, and its links come last."""
    if change.significance == "structure":
        return 0
    return 1 if change.blocks else 3 if change.significance == "links" else 2


def _line(changes: list[Change]) -> int:
    """Tell the line that a section's changes begin at; the new file's lines come before those of removed text."""
    new = [change for change in changes if change.new] or changes
    return min((lines[0] for change in new if (lines := home(change).lines)), default=0)


def _was(path: str, changes: list[Change]) -> str:
    told = {change.before for change in changes if change.kind == "page.moved"}
    olds = (places[0] for change in changes if (places := both_places(change)))
    others = {old.path for old in olds if old.lines is None} - {path, *told}
    return min(others, default="")
