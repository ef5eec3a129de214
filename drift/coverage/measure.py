"""Two sites and a changelog -> the share of all differences that the changelog tells, and what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from drift.changes.base import Change
from drift.coverage.balance import unbalanced
from drift.coverage.claims import SIDES, Claims, SideName, at, use
from drift.coverage.cut import TOLD
from drift.coverage.difference import Sides, differing, uncarried
from drift.coverage.entries import entries, links
from drift.coverage.grouping import Grouping
from drift.coverage.namesakes import relisted, turned_out, untold
from drift.coverage.naming import Naming
from drift.coverage.part import Block, Part
from drift.coverage.seams import apart
from drift.coverage.titled import Key
from drift.coverage.token import Token, tokens
from drift.explain.base import Changelog
from drift.trees.site import Site


class Uncovered(msgspec.Struct, frozen=True):
    """A difference that no change tells."""

    side: SideName
    path: str
    line: int
    text: str


class Coverage(msgspec.Struct, frozen=True):
    """How much of what differs is told."""

    share: float
    uncovered: tuple[Uncovered, ...]


def coverage(old: Site, new: Site, changelog: Changelog) -> Coverage:
    """Hold a changelog against the plain difference of the two sides.

    Args:
        old: The site before.
        new: The site after.
        changelog: What is said to have changed.

    Returns:
        The share of differing words, headings, link targets and data that some change tells, and the others.
    """
    changes = changelog.changes
    grouping = Grouping(changes, {"old": old, "new": new})
    told = Claims(changes, _lone(old, new, changes), _titles(old, new, changes))
    groups = _groups(old, new, grouping, changes)
    whole = [part for side in groups.pop((TOLD,), ([], [])) for part in side]
    found = differing([groups[key] for key in sorted(groups)], whole, grouping)
    left = [part for part in turned_out(found) if not told.tells(part.side, part.token)]
    naming = Naming({"old": old, "new": new}, _renamed(changes), grouping)
    # A page that came may mend an entry that stands as it stood, and the change that tells of it tells of that.
    silent = {id(part) for part in left}
    listed = [part for part in found if told.lists(part.side, part.token)]
    unlike = naming.unlike([*left, *listed])
    targets = [p for p in unlike if p.token.what == "target" and id(p) in silent]
    targets = relisted(untold(targets, groups, told), groups, found, told)
    units = [[part] for part in targets]
    left = [part for part in left if part.token.what != "target"]
    left = [part for part in left if not told.elsewhere(part.side, part.token)]
    left = unbalanced(apart(left, found), grouping, told)
    rest = [part for unit in uncarried(units, grouping) for part in unit]
    rest += [part for part in left if part.token.entry]
    left = [part for part in left if not part.token.entry]
    left += _unturned(rest, _renamed(changes), [part for part in whole if part.token.entry])
    missing = sorted(map(_uncovered, left), key=lambda each: (each.path, each.side, each.line))
    count = len(found) + len(whole)
    return Coverage(1.0 - len(missing) / count if count else 1.0, tuple(missing))


def _lone(old: Site, new: Site, changes: tuple[Change, ...]) -> frozenset[tuple[SideName, str]]:
    """List the pages that only one side has and that no change names as a page of the other."""
    renamed = _renamed(changes)
    gone = old.pages.keys() - new.pages.keys() - renamed.keys()
    come = new.pages.keys() - old.pages.keys() - set(renamed.values())
    return frozenset([*(("old", path) for path in gone), *(("new", path) for path in come)])


def _titles(
    old: Site, new: Site, changes: tuple[Change, ...]
) -> Iterator[tuple[SideName, str, str]]:
    """List the titles of parts of merges and splits of pages, with the whole in which each may be a heading."""
    for change in changes:
        for part in at(change, "old") if change.kind == "page.merged" else ():
            for title in _own_title(old, part.path):
                for whole in at(change, "new"):
                    yield "new", whole.path, title
        for part in at(change, "new") if change.kind == "page.split" else ():
            for title in _own_title(new, part.path):
                for whole in at(change, "old"):
                    yield "old", whole.path, title


def _own_title(site: Site, path: str) -> Iterator[str]:
    """Give the title of a page that is none of its headings."""
    page = site.pages.get(path)
    if page is not None and page.title not in {one.title for one in page.root.sections}:
        yield page.title


def _unturned(parts: list[Part], renamed: dict[str, str], listed: list[Part]) -> list[Part]:
    """Leave out the targets that only changed places within a section, as the words around them tell.

    An entry of a table of contents that came or went with its section, and is listed elsewhere on its page, is where it
    was, and so are its words: changes of the navigation tell of its place.
    """
    inside = [part for part in parts if not part.token.entry]
    places = [Counter(_home(p, renamed) for p in inside if p.side == side) for side in SIDES]
    same = places[0] & places[1]
    supply = {side: same.copy() for side in SIDES}
    told = Counter((part.side, _home(part, renamed)[:2]) for part in listed)
    left: list[Part] = []
    for part in parts:
        home = _home(part, renamed)
        other: SideName = "old" if part.side == "new" else "new"
        entry = part.token.entry
        if not (use(told, (other, home[:2])) if entry else use(supply[part.side], home)):
            left.append(part)
    return left


def _home(part: Part, renamed: dict[str, str]) -> Key:
    token = part.token
    path = renamed.get(token.path, token.path) if part.side == "old" else token.path
    return (path, token.text, *token.section)


def _uncovered(part: Part) -> Uncovered:
    token = part.token
    text = token.written if token.what == "target" else token.text
    return Uncovered(part.side, token.path, token.line, text)


def _groups(
    old: Site, new: Site, grouping: Grouping, changes: tuple[Change, ...]
) -> dict[Key, Sides]:
    found: dict[Key, Sides] = defaultdict(lambda: ([], []))
    renamed = _renamed(changes)
    for number, (side, site) in enumerate(zip(SIDES, (old, new), strict=True)):
        for path in site.pages:
            if path not in grouping.touched and _same(old, new, path):
                continue
            read = tokens(site, path, renamed if side == "old" else {})
            blocks = _blocks(read)
            for token in read:
                block = blocks.get(token.block, ())
                key = grouping.group(side, token, block)
                found[key][number].append(Part(side, token, block, key))
    sites: dict[SideName, Site] = {"old": old, "new": new}
    for part in (*entries(sites, renamed), *links(sites)):
        found[part.group][SIDES.index(part.side)].append(part)
    return found


def _same(old: Site, new: Site, path: str) -> bool:
    if path not in old.pages or path not in new.pages or old.key(path) == new.key(path):
        return path in old.pages and path in new.pages
    one, other = old.pages[path], new.pages[path]
    return one.root.subtree == other.root.subtree and one.metadata == other.metadata


def _renamed(changes: Iterable[Change]) -> dict[str, str]:
    """Map the paths of pages that moved, so that a link which followed its page is no difference."""
    found: dict[str, str] = {}
    for change in changes:
        if change.kind in ("page.moved", "page.converted"):
            for before, after in zip(at(change, "old"), at(change, "new"), strict=True):
                found[before.path] = after.path
    return found


def _blocks(read: Iterable[Token]) -> dict[int, Block]:
    found: dict[int, list[str]] = defaultdict(list)
    for token in read:
        if token.block >= 0 and token.what == "word":
            found[token.block].append(token.text)
    return {number: tuple(block) for number, block in found.items()}
