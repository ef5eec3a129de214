"""Paired sections -> the anchors of theirs that changed or are gone, and the links that still use them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from drift.changes.base import Inbound
from drift.changes.inbound import InboundLinks, Past, most_asked
from drift.match.forest import Forest
from drift.match.matching import Matching, Pair
from drift.trees.page import Section


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
    before_at, after_at = _Homes(matching.old), _Homes(matching.new)
    carried = {(spread.whole, part) for spread in matching.splits for part in spread.parts}
    carried |= {(part, spread.whole) for spread in matching.merges for part in spread.parts}
    for pair in sorted(matching.sections.by_new.values(), key=lambda pair: pair.new):
        old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
        along = pages.get(old.page) == new.page
        slug, now = old.section.slug, new.section.slug
        if along and slug == now and not old.section.anchors and not new.section.anchors:
            continue
        place = pages.get(old.page, old.page)
        elsewhere = after_at.others(old.section, place, pair.new)
        came = before_at.others(new.section, turned.get(new.page, ""), pair.old)
        for before, after in _explicit(old.section, new.section, (elsewhere, came), along=along):
            node = elsewhere.get(before, pair.new)
            # On its page, and with the words that it names.
            here = along and matching.new.nodes[node].page == new.page
            if here and before == after and (pair.old, node) in carried:
                continue
            there = msgspec.structs.replace(pair, new=node)
            yield AnchorChange(there, before, after, inbound.to(place, before))
        written = {explicit.name for explicit in (*old.section.anchors, *new.section.anchors)}
        other = slug not in written and (slug != now or not along)
        if other and (uses := inbound.to(place, slug)):
            yield AnchorChange(pair, slug, now or None, uses)


class _Homes:
    """Which section of one side each explicit anchor stands in: an id is one of its page, a label of the whole tree."""

    def __init__(self, forest: Forest) -> None:
        self._of_page: dict[tuple[str, str], int] = {}
        labelled: dict[str, dict[str, int]] = {}
        for node in reversed(forest.nodes):
            for explicit in node.section.anchors:
                self._of_page[node.page, explicit.name] = node.id
                if explicit.label:
                    labelled.setdefault(explicit.name, {})[node.page] = node.id
        # What several pages have is at none of them for certain.
        alone = ((name, [*at.values()]) for name, at in labelled.items() if len(at) == 1)
        self._of_tree = {name: node for name, (node,) in alone}

    def others(self, section: Section, page: str, counterpart: int) -> dict[str, int]:
        """Find the explicit anchors of the other side's section that stand in another than its counterpart, and in which."""
        found: dict[str, int] = {}
        for explicit in section.anchors:
            anywhere = self._of_tree if explicit.label else {}
            default = anywhere.get(explicit.name, counterpart)
            home = self._of_page.get((page, explicit.name), default)
            if home != counterpart:
                found[explicit.name] = home
        return found


def _explicit(
    old: Section, new: Section, moved: tuple[Collection[str], Collection[str]], *, along: bool
) -> Iterable[tuple[str, str | None]]:
    """Pair the explicit anchors that are gone with those that are new, in their order.

    Those that went to another section, or came from one, are themselves.
    """
    labels = {explicit.name for explicit in old.anchors if explicit.label}
    before = [explicit.name for explicit in old.anchors]
    after = [explicit.name for explicit in new.anchors]
    kept, known = frozenset(after), {*before, *moved[1]}
    yield from ((name, name) for name in before if name in moved[0] and name not in kept)
    # An id that spells out the slug may go: the slug stays. A label is known to the whole tree, which no slug is.
    stays = {*after, *moved[0], *({new.slug} - labels)}
    gone = [name for name in before if name not in stays]
    come = [name for name in after if name not in known]
    if not along:
        yield from ((name, name) for name in before if name in kept)
    for index, name in enumerate(gone):
        yield name, come[index] if index < len(come) else None
