"""Paired sections -> the anchors of theirs that changed or are gone, and the links that still use them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import msgspec

from drift.changes.base import Inbound
from drift.match.forest import Forest
from drift.match.matching import Matching, Pair
from drift.trees.page import Link, Section
from drift.trees.site import Site, Target
from drift.trees.walk import all_links

MOST_ASKED = 500
"""Places and anchors for each of which it is asked which pages call it so; to go through the links of all pages costs no
more than to ask so often, however many pages there are."""

MOST_PARSED = 10
"""The same number where more than one page in `FEW` changed: then the others are parsed anyway, and only their links are gone
through."""

FEW = 4


class AnchorChange(msgspec.Struct, frozen=True):
    """An anchor of a section that is there on both sides."""

    pair: Pair
    before: str
    after: str | None
    inbound: tuple[Inbound, ...]


def anchor_changes(matching: Matching) -> Iterable[AnchorChange]:
    """Find explicit anchors that changed or are gone, and slugs that links still use.

    Args:
        matching: The matching.

    Yields:
        What changed, in the order of the new pages.
    """
    pages = matching.new_paths()
    turned = {new: old for old, new in pages.items()}
    past = Past(matching.old.site, pages, turned)
    inbound = InboundLinks(matching.new.site, most_asked(matching), past)
    before_at, after_at = _homes(matching.old), _homes(matching.new)
    carried = {(spread.whole, part) for spread in matching.splits for part in spread.parts}
    carried |= {(part, spread.whole) for spread in matching.merges for part in spread.parts}
    for pair in sorted(matching.sections.by_new.values(), key=lambda pair: pair.new):
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        along = pages.get(old.page) == new.page
        place = pages.get(old.page, old.page)
        elsewhere: dict[str, int] = {
            explicit.name: node
            for explicit in old.section.anchors
            if (node := after_at.get((place, explicit.name), pair.new)) != pair.new
        }
        came = {
            explicit.name
            for explicit in new.section.anchors
            if before_at.get((turned.get(new.page, ""), explicit.name), pair.old) != pair.old
        }
        for before, after in _explicit(old.section, new.section, (elsewhere, came), along=along):
            node = elsewhere.get(before, pair.new)
            # On its page, and with the words that it names.
            if along and before == after and (pair.old, node) in carried:
                continue
            there = msgspec.structs.replace(pair, new=node)
            yield AnchorChange(there, before, after, inbound.to(place, before))
        slug, now = old.section.slug, new.section.slug
        written = {explicit.name for explicit in (*old.section.anchors, *new.section.anchors)}
        other = slug not in written and (slug != now or not along)
        if other and (uses := inbound.to(place, slug)):
            yield AnchorChange(pair, slug, now or None, uses)


def most_asked(matching: Matching) -> int:
    """Give the number of places and anchors beyond which the links of all pages are gone through.

    Args:
        matching: The matching.

    Returns:
        The number; asking and going through find the same.
    """
    many = len(matching.new.roots) * FEW > len(matching.new.site.pages)
    return MOST_PARSED if many else MOST_ASKED


def _homes(forest: Forest) -> dict[tuple[str, str], int]:
    """Tell which section each explicit anchor of a page stands in."""
    return {
        (node.page, explicit.name): node.id
        for node in reversed(forest.nodes)
        for explicit in node.section.anchors
    }


def _explicit(
    old: Section, new: Section, moved: tuple[Collection[str], Collection[str]], *, along: bool
) -> Iterable[tuple[str, str | None]]:
    """Pair the explicit anchors that are gone with those that are new, in their order.

    Those that went to another section of the page, or came from one, are themselves.
    """
    labels = {explicit.name for explicit in old.anchors if explicit.label}
    before = [explicit.name for explicit in old.anchors]
    after = [explicit.name for explicit in new.anchors]
    yield from ((name, name) for name in before if name in moved[0] and name not in after)
    # An id that spells out the slug may go: the slug stays. A label is known to the whole tree, which no slug is.
    stays = {*after, *moved[0], *({new.slug} - labels)}
    gone = [name for name in before if name not in stays]
    come = [name for name in after if name not in {*before, *moved[1]}]
    if not along:
        yield from ((name, name) for name in before if name in after)
    for index, name in enumerate(gone):
        yield name, come[index] if index < len(come) else None


class Past(msgspec.Struct, frozen=True):
    """Tells where links led that name a label: once that is gone, nothing else says which page it was on."""

    site: Site
    # The old revision.
    new_paths: Mapping[str, str]
    old_paths: Mapping[str, str]

    def led(self, path: str, link: Link) -> Target | None:
        """Tell where a link led, if by a label.

        Args:
            path: The page that it stands on now.
            link: A link that leads nowhere.

        Returns:
            The target with the page's new path; None where it names a page, or led nowhere.
        """
        before = self.old_paths.get(path, path)
        if not link.target.rpartition("#")[0] and before in self.site.pages:
            target = self.site.resolve(before, link)
            if target.state == "found" and target.anchor:
                page = self.new_paths.get(target.page, target.page)
                return msgspec.structs.replace(target, page=page)
        return None


class InboundLinks:
    """The links of a revision by the page and anchor that they name, whether it is there or not."""

    def __init__(self, site: Site, most: int, past: Past) -> None:
        """Keep the revision; its pages are read when somebody asks for what they may name.

        Args:
            site: The revision.
            most: Questions after which the links of all pages are gone through.
            past: What labels that are gone stood for.
        """
        self._site = site
        self._most = most
        self._past = past
        self._by_page: dict[str, dict[tuple[str, str], list[Inbound]]] = {}
        self._asked = 0

    def to(self, page: str, anchor: str) -> tuple[Inbound, ...]:
        """List the links to an anchor.

        Args:
            page: The path of the page that it is on.
            anchor: The anchor; nothing leads to one without a name.

        Returns:
            The links in the order of the pages.
        """
        if not anchor:
            return ()
        self._asked += 1
        if self._asked > self._most:
            return tuple(self._everywhere.get((page, anchor), ()))
        candidates = sorted(self._site.naming(page, anchor=anchor))
        return tuple(use for path in candidates for use in self._on(path).get((page, anchor), ()))

    @cached_property
    def _everywhere(self) -> dict[tuple[str, str], list[Inbound]]:
        found: dict[tuple[str, str], list[Inbound]] = defaultdict(list)
        for path in sorted(self._site.pages):
            for named, uses in self._on(path).items():
                found[named].extend(uses)
        return found

    def _on(self, path: str) -> dict[tuple[str, str], list[Inbound]]:
        """Collect the links of one page by what they name."""
        found = self._by_page.get(path)
        if found is None:
            found = self._by_page[path] = defaultdict(list)
            for link in all_links(self._site.pages[path].root):
                if self._site.leads_out(link):
                    continue
                target = self._site.resolve(path, link)
                if target.state != "found":
                    target = self._past.led(path, link) or target
                if target.anchor and target.page:
                    use = Inbound(path, link.line, link.label, link.target)
                    found[target.page, target.anchor].append(use)
        return found
