"""A block of a change -> what people call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType

from drift.changes.base import BlockChange

_NOUNS = MappingProxyType(
    {
        "code": "code block",
        "html": "HTML block",
        "rule": "horizontal rule",
        "list_item": "list item",
    }
)


def noun(block: BlockChange) -> str:
    """Name a block: a directive by its own name, anything else by what it is.

    Args:
        block: Any block.

    Returns:
        Its noun in the singular.
    """
    kind = _NOUNS.get(block.kind, block.kind)
    return f"{block.name} {kind}" if block.name else kind


def counted_nouns(blocks: Iterable[BlockChange]) -> str:
    """Count blocks by what they are.

    Args:
        blocks: Some blocks.

    Returns:
        Such as `2 code blocks, 1 note admonition`, the most first.
    """
    nouns = Counter(map(noun, blocks))
    return ", ".join(f"{count:,} {one}" + "s" * (count > 1) for one, count in nouns.most_common())
