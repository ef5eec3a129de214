"""An edited section -> the strongest of `facts`, `rewrite`, `wording`, `typo`, `formatting` that holds."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from drift.changes.base import Fact, Hunk, Nature, Significance
from drift.changes.block_edit import BlockEdit
from drift.changes.hunks import hunks
from drift.match.aligned import align
from drift.trees.words import words

HALF = 0.5

MISSPELT_BY = 2
"""Letters by which a misspelt word differs at most from the right one (one exchange of neighbours counts once)."""

SPELLABLE = 4
"""Shorter words are as likely other words: `is` and `as`."""

ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "or", "r", "n", "y", "al", "'s", "’s")
"""Two words that differ by one of these are two forms of a word and no misspelling."""


BEGINNINGS = ("un", "in", "im", "ir", "il", "re", "de", "co", "up", "a")
"""Two words that differ by one of these often mean opposites: `install` and `uninstall`."""


def nature(blocks: Sequence[BlockEdit], changed: Sequence[Fact], found: Sequence[Hunk]) -> Nature:
    """Tell how much an edit may mean.

    Args:
        blocks: The blocks that differ.
        changed: The facts that changed.
        found: The words that differ in blocks on both sides.

    Returns:
        The strongest nature that holds.
    """
    if changed:
        return "facts"
    if all(block.formatting for block in blocks):
        return "formatting"
    if all(block.old and block.new and not block.moved for block in blocks):
        if not found and not any(block.new and block.new.kind == "code" for block in blocks):
            # No word differs: blanks came or went, which nobody reads outside of code.
            return "formatting"
        mere = all(_is_typo(hunk) for hunk in found) and not any(map(_is_other_code, blocks))
        return "typo" if mere else "wording"
    return "wording"


def _is_other_code(block: BlockEdit) -> bool:
    """Tell whether signs differ in code, where each has a meaning."""
    if not block.old or not block.new or block.new.kind != "code":
        return False
    found = hunks(block.old.text, block.new.text)
    return any(not any(map(str.isalnum, hunk.before + hunk.after)) for hunk in found)


def lives_on(old: Sequence[str], new: Sequence[str]) -> float:
    """Give the share of the old words that live on in their order, 1 where there were none."""
    before = [word for text in old for word in words(text)]
    after = [word for text in new for word in words(text)]
    kept = sum(b - a for tag, a, b, _, _ in align(before, after) if tag == "equal")
    return kept / len(before) if before else 1.0


def significance(of: Nature, blocks: Sequence[BlockEdit]) -> Significance:
    """Tell which readers an edit of a nature concerns."""
    if of in {"facts", "rewrite"}:
        return "content"
    if of in {"typo", "formatting"}:
        return "cosmetic"
    whole = any(
        (block.old is None or block.new is None) and not block.moved and not block.formatting
        for block in blocks
    )
    return "content" if whole else "wording"


def _is_typo(hunk: Hunk) -> bool:
    one, other = words(hunk.before), words(hunk.after)
    letters = [word for word in (*one, *other) if any(map(str.isalnum, word))]
    if not letters:
        return True
    if len(one) != len(other):
        return "".join(one).replace("-", "") == "".join(other).replace("-", "")
    return all(misspelt(before, after) for before, after in zip(one, other, strict=True))


def misspelt(before: str, after: str) -> bool:
    """Tell whether two words are one word in two spellings.

    Args:
        before: A word.
        after: Another.

    Returns:
        Whether they differ in case, hyphens or a few letters and neither has a figure or is a form of the other.
    """
    one, other = before.casefold().replace("-", ""), after.casefold().replace("-", "")
    if one == other:
        return True
    if before.count("-") != after.count("-"):
        return False
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < SPELLABLE:
        return False
    short, long = sorted((one, other), key=len)
    if any(
        short.removesuffix("e") + ending == long or short + ending == long for ending in ENDINGS
    ):
        return False
    if any(beginning + short == long for beginning in BEGINNINGS):
        return False
    distance = OSA.distance(one, other)
    return distance == 1 or (distance <= MISSPELT_BY and min(len(one), len(other)) > SPELLABLE + 2)
