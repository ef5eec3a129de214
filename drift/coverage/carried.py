"""Edits that tell of a block which came from another section, reworded on the way -> where its old words stood.

Such a block has both its texts in the section that it came to, and the section that it left tells of the old one besides.
"""

from __future__ import annotations

from collections.abc import Iterable

from drift.changes.base import BlockChange, Change

Texts = frozenset[str]


def left_elsewhere(changes: Iterable[Change]) -> Texts:
    """List the texts of blocks that are told to have left their section.

    Args:
        changes: The edits of sections.

    Returns:
        The old texts.
    """
    return frozenset(
        block.before
        for change in changes
        for block in change.blocks or ()
        if block.op == "moved" and block.before is not None and block.after is None
    )


def came_reworded(block: BlockChange, left: Texts) -> bool:
    """Tell whether a block came from another section under other words, so that its old ones stood there.

    Args:
        block: What became of a block.
        left: The texts of those that left their section.

    Returns:
        Whether it did.
    """
    return block.op == "moved" and block.after is not None and block.before in left
