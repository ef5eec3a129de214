"""What a link's target is called, so that one place has one name on both sides."""

from __future__ import annotations

from collections.abc import Iterable

from drift.match.matching import Matching
from drift.match.place import Place
from drift.site.documents import stem_of
from drift.site.urls import SCHEME, identity
from drift.trees.page import Page, Section
from drift.trees.site import Site, Target
from drift.trees.walk import walk

Home = tuple[str, str, str]
"""The page, the anchor that names a section first, and the URL of a place elsewhere."""


class Homes:
    """Targets -> homes: old pages under their new paths, anchors under the name their section goes by now."""

    def __init__(self, matching: Matching) -> None:
        """Read which pages and anchors changed their names."""
        self._modulo = matching.evidence.modulo
        self._pages = matching.new_paths()
        # Pages without a counterpart whose path another page took over.
        self._displaced = (
            matching.old.roots.keys() & matching.new.roots.keys()
        ) - self._pages.keys()
        told_apart = _half_titles(matching)
        self._old = _Aliases(matching.old.site, told_apart[0])
        self._new = _Aliases(matching.new.site, told_apart[1])
        self._sections = {}
        for pair in matching.sections.by_old.values():
            old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
            if old.depth:
                here = self._old.first(old.page, old.section.anchor)
                there = self._new.first(new.page, new.section.anchor)
                self._sections[old.page, here] = (new.page, there)
            self._sections.update(_kept(old.page, old.section, new.page, new.section))
        self._taken = self._taken_over(matching)

    def old(self, target: Target) -> Home:
        """Name an old target as the new revision would, as far as lineage and rules tell."""
        if not target.page:
            return ("", target.anchor, self._modulo.url(target.url))
        anchor = self._old.first(target.page, target.anchor)
        if target.page in self._displaced:
            return (target.page, anchor, "another page is there now")
        page = self._pages.get(target.page, target.page)
        if (target.page, anchor) in self._taken:
            return (page, anchor, "another section is there now")
        if anchor:
            page, anchor = self._sections.get((target.page, anchor), (page, anchor))
        return (page, anchor, "")

    def _taken_over(self, matching: Matching) -> frozenset[tuple[str, str]]:
        """List the sections without a counterpart whose name is that of another section's counterpart now."""
        new = set(self._sections.values())
        lone = (n for n in matching.old.nodes if n.depth and n.id not in matching.sections.by_old)
        named = ((n.page, self._old.first(n.page, n.section.anchor)) for n in lone)
        return frozenset(
            (page, name)
            for page, name in named
            if name
            and (page, name) not in self._sections
            and (self._pages.get(page, page), name) in new
        )

    def new(self, target: Target) -> Home:
        """Name a new target."""
        if not target.page:
            # What stands under the old prefix still is where it was.
            return ("", target.anchor, self._modulo.url(target.url))
        return (target.page, self._new.first(target.page, target.anchor), "")


def _kept(
    old_page: str, old: Section, new_page: str, new: Section
) -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
    """Follow the explicit anchors that went along with their section."""
    kept = {explicit.name for explicit in new.anchors}
    for explicit in old.anchors:
        if explicit.name in kept:
            yield (old_page, explicit.name), (new_page, explicit.name)


def _half_titles(matching: Matching) -> tuple[frozenset[str], frozenset[str]]:
    """List the pages of both sides whose title is on the other side a heading among others.

    There a link to the page and one to its title lead to two places, and so they are told apart here.
    """
    found: tuple[set[str], set[str]] = (set(), set())
    for pair in matching.sections.by_old.values():
        one, other = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        if 1 in (one.depth, other.depth):
            titles = (
                _opens(matching.old.page_of(pair.old), one.section),
                _opens(matching.new.page_of(pair.new), other.section),
            )
            if titles[0] != titles[1]:
                found[titles[1]].add((one, other)[titles[1]].page)
    return frozenset(found[0]), frozenset(found[1])


class _Aliases:
    """The further names of headings -> the name that each goes by first; for a page's title, no name at all."""

    def __init__(self, site: Site, told_apart: frozenset[str]) -> None:
        self._site = site
        self._told_apart = told_apart
        self._pages: dict[str, dict[str, str]] = {}

    def first(self, page: str, anchor: str) -> str:
        """Give the name by which a section goes first; the anchor itself where it is no other's name."""
        if not anchor or page not in self._site.pages:
            return anchor
        if page not in self._pages:
            fold = page not in self._told_apart
            self._pages[page] = dict(_names(self._site.pages[page], fold=fold))
        return self._pages[page].get(anchor, anchor)


def _names(page: Page, *, fold: bool) -> Iterable[tuple[str, str]]:
    for trail, section in walk(page.root):
        first = "" if fold and _opens(page, section) else section.anchor
        if first == section.slug == section.anchor and not section.anchors:
            # Nearly all go by one name.
            continue
        names = {section.slug, section.anchor}
        names.update(e.name for e in section.anchors if e.line <= section.lines[0] + 1)
        yield from ((name, first) for name in names if trail and name and name != first)


def _opens(page: Page, section: Section) -> bool:
    """Tell whether a section is the title of its page, with nothing before it."""
    root = page.root
    return not root.blocks and len(root.sections) == 1 and section is root.sections[0]


def renamed(old: Place, new: Place) -> bool:
    """Tell whether the place of a link has two names, beyond the suffix of its file.

    Args:
        old: The link on the old side.
        new: The link on the new side.

    Returns:
        Whether it is called otherwise now, so that a new spelling of the link's target is not the link's own affair.
    """
    one, other = old.target, new.target
    if not one.page or not other.page:
        return one.url != other.url
    urls = _published(old), _published(new)
    if all(urls) and urls[0] != urls[1]:
        # The site is published elsewhere now, and its pages with it.
        return True
    pages = one.page.removesuffix("/"), other.page.removesuffix("/")
    return stem_of(pages[0]) != stem_of(pages[1]) or (
        old.home == new.home and _anchor_renamed(one.anchor, other.anchor)
    )


def _published(place: Place) -> str:
    """Give where a full URL says that its page is published; nothing for what is written from within the tree."""
    target = place.link.target.partition("#")[0]
    return stem_of(identity(target)) if SCHEME.match(target) else ""


def _anchor_renamed(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other
