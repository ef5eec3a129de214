"""A matching -> the views of it that many kinds of change need, each made once."""

from __future__ import annotations

from functools import cached_property

from drift.changes.anchors import AnchorChange, anchor_changes
from drift.changes.base import Location
from drift.changes.block_edit import SectionEdit
from drift.changes.edits import edits
from drift.changes.homes import Homes
from drift.changes.navigation import Navigation, Spot
from drift.changes.standing import Standing, standing
from drift.match.forest import Forest
from drift.match.links import match_links, still
from drift.match.matching import Matching, Pair, Spread
from drift.match.parts import along_with_parts
from drift.match.place import LinkPair, Place


class Comparison:
    """Two revisions, matched, with what goes along set apart from what has to be told."""

    def __init__(self, matching: Matching) -> None:
        """Keep the matching; all else is made when it is asked for."""
        self.matching = matching

    @cached_property
    def turned(self) -> Comparison:
        """The comparison as the other side sees it, for kinds that are mirrors."""
        return Comparison(self.matching.turned())

    @cached_property
    def homes(self) -> Homes:
        """What old targets are called in the new revision."""
        return Homes(self.matching)

    @cached_property
    def links(self) -> tuple[LinkPair, ...]:
        """The links of all changed pages, paired."""
        return match_links(self.matching, self.homes, self.still)

    @cached_property
    def still(self) -> tuple[Pair, ...]:
        """The sections of changed pages that stand where they stood and read as they did."""
        return tuple(still(self.matching))

    @cached_property
    def anchors(self) -> tuple[AnchorChange, ...]:
        """The anchors that changed or are gone."""
        return tuple(anchor_changes(self.matching))

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """The links of unchanged pages whose targets may have changed."""
        return tuple(standing(self.matching, self.still))

    @cached_property
    def edits(self) -> tuple[SectionEdit, ...]:
        """The paired sections whose own blocks differ, with what differs."""
        return edits(self.matching, self.links, self.navigation)

    @cached_property
    def navigation(self) -> Navigation:
        """What changed in the site's navigation."""
        return Navigation(self.matching)

    @cached_property
    def split_parts(self) -> dict[int, Spread]:
        """New nodes, sections and roots of pages, that are parts of a split."""
        return {part: spread for spread in self.matching.splits for part in spread.parts}

    @cached_property
    def merge_parts(self) -> dict[int, Spread]:
        """Old nodes, sections and roots of pages, that were merged into another."""
        return {part: spread for spread in self.matching.merges for part in spread.parts}

    @cached_property
    def fresh(self) -> frozenset[int]:
        """New nodes without a counterpart that are no part of a split and did not come together from others."""
        told = self.matching.sections.by_new.keys() | self.split_parts.keys() | self._composed
        return frozenset(node.id for node in self.matching.new.nodes if node.id not in told)

    @cached_property
    def _composed(self) -> frozenset[int]:
        """New nodes without a counterpart of their own that several old ones became."""
        wholes = {spread.whole for spread in self.matching.merges}
        return frozenset(wholes - self.matching.sections.by_new.keys())

    @cached_property
    def openings(self) -> frozenset[int]:
        """New roots of pages of parts with words before their first heading, which came from no other section."""
        nodes, wholes = self.matching.new.nodes, {each.whole for each in self.matching.merges}
        gathered = {
            each.whole
            for each in self.matching.merges
            if any(self.matching.old.nodes[part].depth for part in each.parts)
        }
        return frozenset(
            root
            for root in (self.split_parts.keys() | wholes) - gathered
            if not nodes[root].depth
            and self.matching.new.says(root)
            and root not in self.matching.sections.by_new
        )

    @cached_property
    def titles(self) -> frozenset[int]:
        """New nodes that are the title a page of parts was given: no sections of their own, they tell of nothing."""
        nodes = self.matching.new.nodes
        roots = (*self.split_parts, *self._composed)
        titled = {node for node in roots if not nodes[node].depth}
        return frozenset(
            node.id
            for node in nodes
            if node.id in self.fresh
            and node.parent in titled
            and node.place == 0
            and not node.section.blocks
        )

    @cached_property
    def told_as_new(self) -> frozenset[int]:
        """New nodes without a counterpart that nothing above them tells."""
        return self.fresh - self.came_along

    @cached_property
    def came_along(self) -> frozenset[int]:
        """New nodes that a page or section above them, itself told as new, already tells."""
        telling, along = self.fresh - self.titles, set(self.titles)
        for node in self.matching.new.nodes:
            above = node.parent
            if node.id in telling and (
                (above in along and above not in self.titles)
                or (above in telling and self._tells_of_children(above))
            ):
                along.add(node.id)
        return frozenset(along)

    def _tells_of_children(self, node: int) -> bool:
        """Tell whether an unpaired node is told as added: a page that one section became is not."""
        return self.matching.new.nodes[node].depth > 0 or not self.became_page(node)

    def became_page(self, root: int) -> bool:
        """Tell whether a new page is nothing but one section that stood elsewhere, or a part of one."""
        node = self.matching.new.nodes[root]
        if len(node.children) != 1 or self.matching.new.says(root):
            return False
        title = node.children[0]
        return title in self.matching.sections.by_new or title in self.split_parts

    def tells_link(self, pair: LinkPair) -> bool:
        """Tell whether a link on one side is told by its section, or by the navigation it is an entry of."""
        if pair.new is not None and pair.old is None:
            return self._new_to_all(pair.new.node) or self._new_entry(pair.new)
        if pair.old is not None and pair.new is None:
            return self.turned._new_to_all(pair.old.node) or self._old_entry(pair.old)  # noqa: SLF001 - one of its own
        return False

    def _new_to_all(self, node: int) -> bool:
        return node in self.fresh or node in self.openings

    def link_moved(self, pair: LinkPair) -> bool:
        """Tell whether a link went to another section by itself."""
        if not pair.moved or pair.old is None or pair.new is None:
            return False
        fresh = (pair.old.node in self.turned.fresh, pair.new.node in self.fresh)
        along = (pair.old.node, pair.old.block, pair.new.node, pair.new.block) in self._carried
        if along or all(fresh) or not self.in_navigation(pair.old, pair.new):
            return not (along or all(fresh))
        # The list came or went with its section, or it went from one to another.
        spots = self._old_spot(pair.old), self._new_spot(pair.new)
        return not any(fresh) and self.navigation.stays(*spots)

    @cached_property
    def _carried(self) -> frozenset[tuple[int, int, int, int]]:
        return along_with_parts(self.matching)

    def in_navigation(self, old: Place, new: Place) -> bool:
        """Tell whether a link is an entry of the navigation on both sides."""
        return self._old_entry(old) and self._new_entry(new)

    def _old_entry(self, place: Place) -> bool:
        return self._old_spot(place) in self.navigation.old_lines

    def _new_entry(self, place: Place) -> bool:
        return self._new_spot(place) in self.navigation.new_lines

    def _old_spot(self, place: Place) -> Spot:
        return self.matching.old.nodes[place.node].page, place.link.line

    def _new_spot(self, place: Place) -> Spot:
        return self.matching.new.nodes[place.node].page, place.link.line

    def title_of_merged(self, pair: Pair) -> bool:
        """Tell whether a section is the title of a page that was merged into the page it stands on."""
        old = self.matching.old.nodes[pair.old]
        root = self.matching.old.roots[old.page]
        merge = self.merge_parts.get(root)
        target = self.matching.new.roots[self.matching.new.nodes[pair.new].page]
        if merge is None or merge.whole != target:
            return False
        return pair.old in (root, self.matching.old.title_of(root))

    def page_pairs(self) -> list[Pair]:
        """List the paired pages in the order of the new paths."""
        return sorted(self.matching.pages.by_old.values(), key=lambda pair: pair.new)

    @cached_property
    def section_pairs(self) -> tuple[Pair, ...]:
        """The paired sections in the order of the new pages, without the roots that are roots on both sides."""
        old, new = self.matching.old.nodes, self.matching.new.nodes
        pairs = self.matching.sections.by_new
        ordered = (pairs[node] for node in sorted(pairs))
        return tuple(pair for pair in ordered if new[pair.new].depth or old[pair.old].depth)

    @cached_property
    def pair_at(self) -> dict[Location, Pair]:
        """The paired sections by where they stand now."""
        return {self.new_at(pair.new): pair for pair in self.section_pairs}

    def same_format(self, pair: Pair) -> bool:
        """Tell whether both pages of a pair of sections are in one markup format."""
        old = self.matching.old.page_of(pair.old)
        return old.format == self.matching.new.page_of(pair.new).format

    def old_at(self, node: int) -> Location:
        """Locate an old section."""
        return located(self.matching.old, node)

    def new_at(self, node: int) -> Location:
        """Locate a new section."""
        return located(self.matching.new, node)


def located(forest: Forest, node: int) -> Location:
    """Give the location of a section; for a root, of what stands before the first heading."""
    at = forest.nodes[node]
    section = at.section
    if at.depth:
        return Location(at.page, at.path, section.anchor or None, section.lines)
    lines = [line for block in section.blocks for line in block.lines]
    return Location(at.page, (), None, (min(lines), max(lines)) if lines else None)


def page_at(forest: Forest, root: int) -> Location:
    """Give the location of a whole page."""
    return Location(forest.nodes[root].page, ())
