"""Sections that did not change -> those of their links whose targets may have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.changes.dangling import dangles
from drift.changes.inbound import most_asked
from drift.match.forest import Forest
from drift.match.matching import Matching, Pair
from drift.trees.page import Link, Section
from drift.trees.site import Target
from drift.trees.walk import names_of, own_links, walk

MOST_SIGNS = 16
"""Words that are looked for in a target; to resolve it costs no more than to look for so many."""

_BETWEEN = re.compile(r"[\W_]+")

_Rows = list[tuple[int, bool]]
"""Sections that go by a name, each with whether any page may call it so."""


class Standing(msgspec.Struct, frozen=True):
    """A link that nobody touched."""

    was: Location
    at: Location
    link: Link
    # As it stands now.
    before: Target
    after: Target

    @property
    def broken(self) -> bool:
        """Whether it leads nowhere now; under a URL of the site's own there was a page, and is none."""
        return self.after.state != "found"

    def change(self, kind: str) -> Change:
        """State what became of it.

        Args:
            kind: The kind of change.

        Returns:
            The change.
        """
        facts = LinkFacts(self.link.label, self.link.target, self.link.kind)
        return Change(
            kind=kind,
            old=self.was,
            new=self.at,
            before=self.link.target,
            after=self.link.target,
            link=LinkSides(facts, facts),
            significance="links",
        )


class _Still(msgspec.Struct, frozen=True):
    """A section that reads as it did, on a page that may have changed elsewhere."""

    path: str
    old_trail: tuple[str, ...]
    new_trail: tuple[str, ...]
    old: Section
    new: Section


def standing(matching: Matching, kept: Iterable[Pair]) -> Iterable[Standing]:
    """Find links that nobody touched, that led somewhere and now lead to a changed page, another page, or nowhere.

    Args:
        matching: The matching.
        kept: The sections of changed pages that are just as they were.

    Yields:
        The links in the order of pages and lines.
    """
    before, after = matching.old.site, matching.new.site
    concerned, signs = _concerned(matching)
    for one in _still(matching, kept, concerned):
        for old, link in zip(own_links(one.old), own_links(one.new), strict=True):
            if after.leads_out(link) or not signs.may_be_in(link.target):
                continue
            if _leads_past(matching, one.path, link):
                continue
            now = after.resolve(one.path, link)
            here = now.state == "found"
            then = before.resolve(one.path, old)
            # What leads to a page that did not change may have led to another that has the same label.
            if here and now.page not in matching.new.roots and now.page == then.page:
                continue
            if then.state == "found" and (here or dangles(after, then, now)):
                was = _at(one.path, one.old_trail, one.old, old)
                yield Standing(was, _at(one.path, one.new_trail, one.new, link), link, then, now)


def _leads_past(matching: Matching, path: str, link: Link) -> bool:
    """Tell of a link with an anchor whether its page is one that did not change, without parsing that page for it."""
    place, sign, _ = link.target.partition("#")
    if not sign or link.role or not {".", "/"}.intersection(place):
        return False
    whole = msgspec.structs.replace(link, target=place)
    now = matching.new.site.resolve(path, whole)
    return (
        now.state == "found"
        and now.page in matching.unchanged
        and matching.old.site.resolve(path, whole) == now
    )


def _at(path: str, trail: tuple[str, ...], section: Section, link: Link) -> Location:
    return Location(path, trail, section.anchor or None, (link.line, link.line))


def _still(
    matching: Matching, pairs: Iterable[Pair], concerned: frozenset[str]
) -> Iterable[_Still]:
    """Go through the sections that read as they did, on pages that are concerned."""
    kept: dict[str, list[_Still]] = {}
    for pair in pairs:
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        if new.page in concerned:
            one = _Still(new.page, old.path, new.path, old.section, new.section)
            kept.setdefault(new.page, []).append(one)
    for path in sorted(concerned):
        if path in matching.unchanged:
            page = matching.new.site.pages[path]
            yield from (_Still(path, trail, trail, one, one) for trail, one in walk(page.root))
        else:
            yield from sorted(kept.get(path, ()), key=lambda one: one.new.lines)


class _Signs(msgspec.Struct, frozen=True):
    """What stands in the targets of all links that may lead to what came, went or changed its name."""

    words: tuple[str, ...] = ()
    # One of them, in any case; empty where there are too many to look for each.

    def may_be_in(self, target: str) -> bool:
        folded = target.casefold()
        return not self.words or any(word in folded for word in self.words)


def _concerned(matching: Matching) -> tuple[frozenset[str], _Signs]:
    """Find the pages with links that may lead to what came, went or changed its name, and what those links say."""
    before, after = matching.old.site, matching.new.site
    everywhere = frozenset(after.pages)
    if before.conventions != after.conventions:
        return everywhere, _Signs()
    found: set[str] = set()
    places = after.rearranged(before) | _replaced(matching)
    renamed = tuple(_renamed(matching))
    if len(places) + len(renamed) > most_asked(matching):
        return everywhere, _Signs()
    for place in places:
        # What other names a page goes by is known where it is.
        sides = [site for site in (before, after) if place in site.files] or [after]
        found.update(*(site.naming(place) for site in sides))
    words: set[str] = set()
    for page, anchor in renamed:
        found |= after.naming(page, anchor=anchor)
        # Letters and digits are written in one way, whatever stands between them.
        words.add(max(_spelt(anchor), key=len, default=""))
    few = not places and len(words) <= MOST_SIGNS and all(map(str.isascii, words))
    return everywhere & found, _Signs(tuple(sorted(words)) if few else ())


def _replaced(matching: Matching) -> frozenset[str]:
    """List the paths under which another page stands now."""
    paths = matching.new_paths()
    both = matching.old.roots.keys() & matching.new.roots.keys()
    return frozenset(path for path in both if paths.get(path) != path)


def _renamed(matching: Matching) -> Iterable[tuple[str, str]]:
    """List the anchors that are gone or name another section, and the labels that are gone, new or stand elsewhere."""
    for path in matching.old.roots.keys() | matching.new.roots.keys():
        old, new = _named(matching.old, path), _named(matching.new, path)
        for name, rows in old.items():
            there = [(matching.sections.new_of(node), label) for node, label in rows]
            if there != new.get(name) and (_is_label(rows) or path in matching.new.roots):
                yield path, name
        yield from (
            (path, name) for name, rows in new.items() if name not in old and _is_label(rows)
        )


def _is_label(rows: _Rows) -> bool:
    return any(label for _, label in rows)


@lru_cache(maxsize=1 << 11)
def _spelt(name: str) -> tuple[str, ...]:
    """Give the words of a name, whatever stands between them."""
    return tuple(_BETWEEN.sub(" ", name.casefold()).split())


def _named(forest: Forest, path: str) -> dict[str, _Rows]:
    """Give for each anchor of a page the sections that it names, and whether any page may name them by it."""
    root = forest.roots.get(path)
    if root is None:
        return {}
    labels = forest.page_of(root).format == "rst" or forest.site.links_by_title
    found: dict[str, _Rows] = {}
    for node in (root, *forest.below(root)):
        section = forest.nodes[node].section
        rows = dict.fromkeys(names_of(section), labels)
        if labels:
            # Also where it is spelt as its slug: a label may be, too, and is another name.
            rows[section.title] = True
        rows.update((anchor.name, True) for anchor in section.anchors if anchor.label)
        for name, label in rows.items():
            if name:
                found.setdefault(name, []).append((node, label))
    return found
