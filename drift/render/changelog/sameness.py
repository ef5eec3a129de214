"""A change -> what happened, without the place where it did, so that what is alike in many places can be told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import msgspec

from drift.changes.base import WHOLE, BlockChange, Change, LinkSides, Location
from drift.changes.reflow import PROSE
from drift.explain.sentence import Span, sentence
from drift.render.changelog.renumbered import is_renumbered
from drift.render.changelog.targets import differing
from drift.render.changelog.values import is_long, values
from drift.render.changelog.whole_blocks import MOST_WORDS
from drift.render.changelog.wording import opening
from drift.render.letters import count

MOST_DIFFERENCES = 3
"""Differences of one edit that are shown without the words around them; of more, a reader wants to see each place."""

TOLD_BY_WORDS = frozenset(
    {
        "link.added",
        "link.broken",
        "link.removed",
        "link.retargeted",
        "link.relabelled",
        "page.metadata",
        "section.releveled",
        "section.renamed",
    }
)
"""Kinds of which the sentence says all but the place."""

_TEXTS = PROSE | {"definition"}
# Kinds of blocks that are read as they stand.

_CAME_OR_WENT = frozenset({"link.added", "link.broken", "link.removed"})

Difference = tuple[str, str, str]
"""What became of a block or word, and what it was before and after."""


def respelt(change: Change) -> tuple[str, str] | None:
    """Give what differs between the targets of a link, or its labels that are targets: the suffix of all pages of a site.

    A page that moved with its links written as they were has links that lead elsewhere, and whose targets read the same.

    Args:
        change: Any change.

    Returns:
        The piece before and after; nothing of what is no link, or reads as it did.
    """
    before, after = str(change.before), str(change.after)
    shown = change.kind == "link.relabelled" and "://" in before and "://" in after
    if not (shown or change.kind == "link.retargeted") or before == after:
        return None
    return differing(before, after) or (before, after)


def of_one_target(change: Change) -> Hashable:
    """Say what became of a link, whatever its label: that of a page's translation is another.

    Args:
        change: Any change.

    Returns:
        What happened and to which target; nothing of what is no link that came or went.
    """
    told = change.kind in _CAME_OR_WENT and any(sides(change))
    return (change.kind, sentence(unlabelled(change))) if told else None


def texts(change: Change) -> Hashable:
    """Say of an edit of short texts all that they said and say, so that a reader knows each place.

    Args:
        change: Any change.

    Returns:
        The texts before and after; nothing where one is long, came, went or is explained.
    """
    blocks = change.blocks or ()
    short = all(
        block.op == "edited"
        and block.kind in _TEXTS
        and block.hunks
        and not any(hunk.cause for hunk in block.hunks)
        and max(count(block.before or ""), count(block.after or "")) <= MOST_WORDS
        for block in blocks
    )
    if change.kind != "section.edited" or not blocks or not short or not any(sides(change)):
        return None
    return (sentence(change), frozenset((block.before, block.after) for block in blocks))


def words_of(change: Change) -> Hashable:
    """Say what happened without the place where it did; nothing where it cannot be told from its words alone.

    Args:
        change: Any change.

    Returns:
        Its words; nothing of what must be seen in its place.
    """
    if not any(sides(change)):
        return None
    if change.kind in TOLD_BY_WORDS:
        said = values(change, whole=True) if is_long(change) else sentence(change)
        return (change.kind, change.key, *said)
    if change.kind in WHOLE and change.blocks:
        # What is shown of them is alike: pages that were made from one template differ in a name further down.
        return (sentence(change), *heading_of(change), *opening(change))
    if change.kind != "section.edited" or not change.blocks:
        return None
    found = [difference for block in change.blocks for difference in differences_of(block)]
    if None in found or len(set(found)) > MOST_DIFFERENCES:
        return None
    return (sentence(change), frozenset(found))


def of_numbers(change: Change) -> Hashable:
    """Say what it is of which nothing but a number is another.

    Args:
        change: Any change.

    Returns:
        The kind and the key; nothing of another kind.
    """
    return (change.kind, change.key) if is_renumbered(change) and any(sides(change)) else None


def differences_of(block: BlockChange) -> Iterator[Difference | None]:
    """List what differs in a block, each as what became of it, before and after; None for what needs its place.

    Args:
        block: A block of an edit.

    Yields:
        The differences, in their order.
    """
    if block.op in {"added", "removed"}:
        text = block.before or block.after or ""
        yield (block.op, block.kind, text) if text else None
    elif block.op == "edited" and block.hunks:
        for hunk in block.hunks:
            yield None if hunk.cause else ("edited", hunk.before, hunk.after)
    else:
        yield None


def unlabelled(change: Change) -> Change:
    """Leave out what the link of a change is called.

    Args:
        change: Any change.

    Returns:
        The same without the label.
    """
    if not isinstance(change.link, LinkSides):
        return change
    old, new = (
        side and msgspec.structs.replace(side, label="")
        for side in (change.link.old, change.link.new)
    )
    return msgspec.structs.replace(change, link=LinkSides(old, new))


def heading_of(change: Change) -> Iterator[Span]:
    """Name the section that came to many pages or went from them.

    Args:
        change: Any change.

    Yields:
        The heading, in quotes; nothing of what is no whole section.
    """
    for side in sides(change) if change.kind in WHOLE else ():
        if side.section:
            yield Span(f" “{side.section[-1]}”", "name")


def sides(change: Change) -> Iterator[Location]:
    """Give the place of a change that is one place.

    Args:
        change: Any change.

    Yields:
        The place on the new side, or else on the old one.
    """
    side = change.new or change.old
    if isinstance(side, Location):
        yield side
