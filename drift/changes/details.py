"""Facts that several kinds state alike: runners-up, whole blocks, links and lines."""

from __future__ import annotations

from collections.abc import Container

from msgspec import UNSET, UnsetType

from drift.changes.base import (
    BlockChange,
    Change,
    LinkFacts,
    LinkSides,
    Location,
    RunnerUp,
)
from drift.match.forest import Forest
from drift.match.matching import Matching
from drift.match.place import LinkPair, Place
from drift.trees.page import Block

WORTH_NAMING = 0.1
"""A counterpart that is less likely than this helps nobody to judge."""


def runner_up(matching: Matching, node: int) -> RunnerUp | UnsetType:
    """Name the nearest counterpart of a new section or page that was left alone, if that is alone as well.

    Args:
        matching: With the counterparts that were considered.
        node: The section, or the root of a page.

    Returns:
        The counterpart, or unset where none came near.
    """
    doubt = matching.new_doubts.get(node)
    if doubt is None or doubt.confidence < WORTH_NAMING or doubt.other in matching.sections.by_old:
        return UNSET
    at = matching.old.nodes[doubt.other]
    return RunnerUp(at.page, at.path, doubt.confidence)


def block_name(block: Block) -> str | UnsetType:
    """Give what a directive or an admonition is called, without which nobody knows what came or went."""
    return block.name if block.kind in {"directive", "admonition"} else UNSET


def own_blocks(forest: Forest, node: int) -> tuple[BlockChange, ...]:
    """State the own blocks of a section that came as a whole.

    Args:
        forest: The new side.
        node: The section.

    Returns:
        Its blocks in their order.
    """
    return tuple(
        BlockChange(
            op="added",
            kind=block.kind,
            before=None,
            after=block.text,
            lines=block.lines,
            name=block_name(block),
        )
        for block in forest.nodes[node].section.blocks
    )


_MUTE = frozenset({"directive", "html", "image", "rule"})
"""What many pages begin with, and what says nothing of them: what they include, a comment, a badge."""


TELLING = 40
"""Letters below which an opening says little of what is below it (`Who does what.`)."""


def opening(forest: Forest, node: int, alone: Container[int]) -> tuple[BlockChange, ...]:
    """State how a page or section that came as a whole begins.

    Args:
        forest: The new side.
        node: The section, or the root of the page.
        alone: The sections of that side that have no counterpart: what moved is not told again.

    Returns:
        Its own blocks; if those are no text, the first text below, and what follows while it is short; nothing of a page
        that could not be read.
    """
    if forest.page_of(node).unparsed:
        return ()
    places = (at for at in range(node, forest.nodes[node].end) if at == node or at in alone)
    below = (own_blocks(forest, at) for at in places)
    mute: tuple[BlockChange, ...] = ()
    spoken: tuple[BlockChange, ...] = ()
    for found in below:
        if any(block.kind not in _MUTE for block in found):
            spoken += found
            if sum(_said(block) for block in spoken) >= TELLING:
                break
        mute = mute or found
    return spoken or mute


def headings(forest: Forest, node: int, alone: Container[int]) -> tuple[str, ...] | UnsetType:
    """Name the sections right below a page or section that came as a whole.

    Args:
        forest: The new side.
        node: The section, or the root of the page.
        alone: The sections of that side that have no counterpart: what moved is not told again.

    Returns:
        Their headings, in order; of a page those below its title.
    """
    below = forest.nodes[node].children
    title = None if forest.nodes[node].depth else forest.title_of(node)
    if title is not None and below == (title,):
        below = forest.nodes[title].children
    return tuple(forest.nodes[at].section.title for at in below if at in alone) or UNSET


def _said(block: BlockChange) -> int:
    return 0 if block.kind in _MUTE else len(block.after or "")


def link_change(kind: str, matching: Matching, pair: LinkPair) -> Change:
    """State what became of a link, by its targets.

    Args:
        kind: The kind of change.
        matching: The matching of the two revisions.
        pair: The link.

    Returns:
        The change.
    """
    return Change(
        kind=kind,
        old=link_at(matching.old, pair.old),
        new=link_at(matching.new, pair.new),
        before=pair.old.link.target if pair.old else None,
        after=pair.new.link.target if pair.new else None,
        link=sides(pair),
        significance="links",
    )


def sides(pair: LinkPair) -> LinkSides:
    """State a link on both sides."""
    return LinkSides(_facts(pair.old), _facts(pair.new))


def _facts(place: Place | None) -> LinkFacts | None:
    if place is None:
        return None
    return LinkFacts(place.link.label, place.link.target, place.link.kind)


def link_at(forest: Forest, place: Place | None) -> Location | None:
    """Locate a link: its section, and the line that it stands on."""
    if place is None:
        return None
    at = forest.nodes[place.node]
    line = place.link.line
    return Location(at.page, at.path, at.section.anchor or None, (line, line))
