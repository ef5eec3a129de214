"""Two blocks -> whether links and placeholders tell all that differs between them."""

from __future__ import annotations

from collections import Counter

from drift.changes.block_edit import is_renamed_frame
from drift.changes.placeholders import without_placeholders
from drift.trees.page import Block
from drift.trees.words import visible


def is_told(one: Block | None, other: Block | None) -> bool:
    """Tell whether two texts differ in nothing but links and placeholders, whose own kinds tell of them.

    Args:
        one: A block of the old side, if there is one.
        other: Its counterpart, if it has one.

    Returns:
        Whether the rest reads the same, or there is no rest.
    """
    left, right = _bare(one), _bare(other)
    if one is None or other is None:
        block = one or other
        return block is not None and bool(block.links or block.text) and not visible(left + right)
    if is_renamed_frame(one, other):
        return False
    return left == right and not _reordered(one, other) and not _respaced(one, other)


def _respaced(one: Block, other: Block) -> bool:
    """Tell whether two texts differ in blanks beside the labels that both have, where nothing else tells of it."""
    if any(link.kind == "nav" or not link.span for link in (*one.links, *other.links)):
        return False
    before, after = (Counter(link.label for link in block.links) for block in (one, other))
    plain = all(without_placeholders(text) == text for text in (one.text, other.text))
    return plain and _words(one, before - after) != _words(other, after - before)


def _words(block: Block, without: Counter[str]) -> list[str]:
    """List the words of a block, but for so many links with some labels."""
    text = block.text
    for link in block.links:
        if without[link.label] > 0 and link.span:
            without[link.label] -= 1
            start, end = link.span
            text = text[:start] + " " * (end - start) + text[end:]
    return visible(text)


def _reordered(one: Block, other: Block) -> bool:
    """Tell whether the labels that two texts share come in another order, which no kind of link change tells."""
    before, after = ([link.label for link in block.links if link.span] for block in (one, other))
    kept = Counter(before) & Counter(after)
    return _kept(before, kept) != _kept(after, kept)


def _kept(labels: list[str], kept: Counter[str]) -> list[str]:
    left = kept.copy()
    found: list[str] = []
    for label in labels:
        if left[label] > 0:
            left[label] -= 1
            found.append(label)
    return found


def _bare(block: Block | None) -> str:
    """Give the words of a block outside of its links and placeholders."""
    if block is None:
        return ""
    kept, end = "", 0
    for start, stop in sorted(link.span for link in block.links if link.span):
        kept += block.text[end:start]
        end = max(end, stop)
    kept += block.text[end:]
    for link in block.links:
        # An entry of a table of contents that has no title of its own shows its target.
        if link.kind == "nav" and not link.span:
            kept = kept.replace(link.target, "", 1)
    return " ".join(without_placeholders(kept).split()).strip(" ,;|")
