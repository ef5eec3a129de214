"""An edited section -> what is said of the edit as a whole."""

from __future__ import annotations

import re
from types import MappingProxyType

from drift.changes.base import BlockChange, Change

_WORD = re.compile(r"[^\W_]+")

_NATURES = MappingProxyType(
    {
        "facts": "facts changed",
        "rewrite": "rewritten",
        "wording": "reworded",
        "typo": "spelling",
        "formatting": "formatting",
    }
)

_ALONE = MappingProxyType(
    {
        frozenset({"added"}): "text added",
        frozenset({"removed"}): "text removed",
        frozenset({"moved"}): "text moved",
    }
)
# What is said of an edit by what became of its blocks.


def edited(change: Change) -> str:
    """Say what kind of edit it is.

    Args:
        change: An edited section.

    Returns:
        One or two words.
    """
    whole = change.nature in {"wording", "rewrite"}
    said = _ALONE.get(_operations(change)) if whole else None
    if change.nature == "wording" and _operations(change) == {"moved", "edited"}:
        said = "text moved and reworded"
    if change.nature == "typo" and not _has_letters(change):
        said = "punctuation"
    if change.nature == "typo" and change.blocks and not any(one.hunks for one in change.blocks):
        # Code of which nothing but the blanks differs.
        said = "formatting"
    if change.nature in {"typo", "wording"} and _is_explained(change):
        said = "formatting"
    return said or _NATURES.get(change.nature or "", "edited")


def _operations(change: Change) -> frozenset[str]:
    """List what happened to blocks, but for those that read the same as before, and for tags without words."""
    told = [block for block in change.blocks or () if block.op != "edited" or block.hunks]
    said = [one for one in told if one.kind != "html" or one.name or one.before or one.after]
    found = frozenset(map(_operation, said or told))
    return found | {"edited"} if any(map(_is_reworded, said)) else found


def _is_reworded(block: BlockChange) -> bool:
    """Tell whether a block that moved has other words, of which no rule tells."""
    return block.op == "moved" and any(hunk.cause is None for hunk in block.hunks)


def _operation(block: BlockChange) -> str:
    """Tell what happened to a block; a table of which only rows came or went is not worded otherwise, nor is code."""
    if block.op == "edited" and block.kind in {"table", "code"}:
        if not any(hunk.before for hunk in block.hunks):
            return "added"
        if not any(hunk.after for hunk in block.hunks):
            return "removed"
    return block.op


def _has_letters(change: Change) -> bool:
    """Tell whether any word differs, and not signs alone; without blocks nobody knows."""
    found = [hunk for block in change.blocks or () for hunk in block.hunks]
    return not found or any(_words(one.before) != _words(one.after) for one in found)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _is_explained(change: Change) -> bool:
    """Tell whether rules say of every word why it differs, so that only what reads the same is left to tell."""
    blocks = change.blocks or ()
    found = [hunk for block in blocks for hunk in block.hunks]
    edits = _operations(change) <= {"edited"}
    return edits and bool(found) and all(hunk.cause for hunk in found)
