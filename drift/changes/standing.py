"""Pages that did not change -> those of their links whose targets may have."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.changes.base import LinkFacts, LinkSides, Location
from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.trees.page import Link, Page, Section
from drift.trees.site import Target
from drift.trees.walk import names_of, own_links, walk


class Standing(msgspec.Struct, frozen=True):
    """A link that nobody touched."""

    at: Location
    link: Link
    before: Target
    after: Target

    @property
    def sides(self) -> LinkSides:
        """The link as a change states it."""
        facts = LinkFacts(self.link.label, self.link.target, self.link.kind)
        return LinkSides(facts, facts)


def standing(matching: Matching) -> Iterable[Standing]:
    """Find links of unchanged pages that led somewhere and now lead to a changed page, or nowhere.

    Args:
        matching: The matching.

    Yields:
        The links in the order of pages and lines.
    """
    before, after = matching.old.site, matching.new.site
    for path in sorted(_concerned(matching)):
        for trail, section, link in _links(after.pages[path]):
            now = after.resolve(path, link)
            if now.state != "missing" and (
                now.state != "found" or now.page not in matching.new.roots
            ):
                continue
            then = before.resolve(path, link)
            if then.state == "found":
                at = Location(path, trail, section.anchor or None, (link.line, link.line))
                yield Standing(at, link, then, now)


def _concerned(matching: Matching) -> frozenset[str]:
    """Find the unchanged pages whose links may lead to what came, went or changed its name."""
    before, after = matching.old.site, matching.new.site
    if not matching.unchanged or before.conventions != after.conventions:
        return matching.unchanged
    found: set[str] = set()
    for place in (before.files ^ after.files) | _replaced(matching):
        # What other names a page goes by is known where it is.
        found |= (before if place in before.files else after).naming(place)
    for page, anchor in _renamed(matching):
        found |= after.naming(page, anchor=anchor)
    return matching.unchanged & found


def _replaced(matching: Matching) -> frozenset[str]:
    """List the paths under which another page stands now."""
    paths = matching.new_paths()
    both = matching.old.roots.keys() & matching.new.roots.keys()
    return frozenset(path for path in both if paths.get(path) != path)


def _renamed(matching: Matching) -> Iterable[tuple[str, str]]:
    """List the anchors that are gone or name another section, and the labels that are gone, new or stand elsewhere."""
    for path in matching.old.roots.keys() | matching.new.roots.keys():
        old, new = _named(matching.old, path), _named(matching.new, path)
        for name, (node, label) in old.items():
            stays = matching.sections.new_of(node) == new.get(name, (-1,))[0]
            if not stays and (label or path in matching.new.roots):
                yield path, name
        yield from ((path, name) for name, (_, label) in new.items() if label and name not in old)


def _named(forest: Forest, path: str) -> dict[str, tuple[int, bool]]:
    """Give for each anchor of a page the section that it names, and whether any page may name it as a label."""
    root = forest.roots.get(path)
    if root is None:
        return {}
    labels = forest.page_of(root).format == "rst"
    found: dict[str, tuple[int, bool]] = {}
    for node in (root, *forest.below(root)):
        section = forest.nodes[node].section
        found.update((name, (node, labels)) for name in names_of(section) if name)
        found.update((a.name, (node, True)) for a in section.anchors if a.label)
    return found


def _links(page: Page) -> Iterable[tuple[tuple[str, ...], Section, Link]]:
    for trail, section in walk(page.root):
        for link in own_links(section):
            yield trail, section, link
