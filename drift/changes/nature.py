"""An edited section -> the strongest of `facts`, `rewrite`, `wording`, `typo`, `formatting` that holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from os.path import commonprefix

from rapidfuzz.distance import OSA

from drift.changes.base import Fact, Hunk, Nature, Significance
from drift.changes.block_edit import BlockEdit
from drift.changes.code_lines import code_hunks
from drift.match.aligned import align
from drift.trees.words import is_read, words

MISSPELT_BY = 2
"""Letters by which a misspelt word differs at most from the right one (one exchange of neighbours counts once)."""

SPELLABLE = 4
"""Shorter words are as likely other words: `is` and `as`."""

ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "or", "r", "n", "y", "al", "'s", "’s")
"""Two words that differ by one of these are two forms of a word and no misspelling."""


BEGINNINGS = ("un", "in", "im", "ir", "il", "re", "de", "co", "up", "a")
"""Two words that differ by one of these often mean opposites: `install` and `uninstall`."""

ENDING = 2
"""Letters or syllables at an end of a word that are grammar in other scripts than Latin."""

_ONE_NAME = re.compile(r"\((\w*)\)(?=\s*=>)")
_BEFORE_END = re.compile(r",(?=\s*(?:(?:#|//)[^\n]*\n\s*)*[)\]}])|;(?=\s*(?:\}|\n|\Z))")
_BEYOND_LATIN = (
    ("\u0370", "\u1dff"),
    ("\u1f00", "\u1fff"),
    ("\u2c00", "\ud7ff"),
    ("\uf900", "\uffff"),
)
_HANGUL = (("\uac00", "\ud7a3"),)
# First and last signs: it takes milliseconds to make a pattern of such wide ranges.

_LONG_VOWEL = "ー"


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
        return "typo" if mere or all(map(_is_reformatted, blocks)) else "wording"
    return "wording"


def _is_other_code(block: BlockEdit) -> bool:
    """Tell whether signs differ in code, where each has a meaning."""
    if not block.old or not block.new or block.new.kind != "code":
        return False
    if _is_reformatted(block):
        return False
    found = code_hunks(block.old.text, block.new.text)
    return any(not any(map(str.isalnum, hunk.before + hunk.after)) for hunk in found)


def _is_reformatted(block: BlockEdit) -> bool:
    """Tell whether code differs by nothing but what a formatter makes of it."""
    if not block.old or not block.new or block.new.kind != "code":
        return False
    return _formatted(block.old.text) == _formatted(block.new.text)


def _formatted(code: str) -> str:
    """Give code without what formatters are of two minds about: quotes, blanks, signs before an end, one name in parentheses."""
    bare = _ONE_NAME.sub(r"\1", code.replace("'", '"'))
    return "".join(_BEFORE_END.sub("", bare).split())


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
    if not any(map(is_read, (*one, *other))):
        return True
    if len(one) != len(other):
        return "".join(one).replace("-", "") == "".join(other).replace("-", "")
    return all(misspelt(before, after) for before, after in zip(one, other, strict=True))


POSSESSIVE = ("'s", "’s")
"""What stands behind the name of an owner."""


def misspelt(before: str, after: str) -> bool:
    """Tell whether two words are one word in two spellings.

    Args:
        before: A word.
        after: Another.

    Returns:
        Whether they differ in case, hyphens or a few letters and neither has a figure or is a form of the other.
    """
    one, other = before.casefold().replace("-", ""), after.casefold().replace("-", "")
    if one.endswith(POSSESSIVE) and other.endswith(POSSESSIVE):
        one, other = one[:-2], other[:-2]
    if one == other:
        return True
    if before.count("-") != after.count("-"):
        return False
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < SPELLABLE:
        return False
    if _is_formed(one, other) or _is_inflected(one, other):
        return False
    distance = OSA.distance(one, other)
    return distance == 1 or (distance <= MISSPELT_BY and min(len(one), len(other)) > SPELLABLE + 2)


def _is_formed(one: str, other: str) -> bool:
    """Tell whether two English words are two forms of one, or opposites."""
    short, long = sorted((one, other), key=len)
    return any(
        short.removesuffix("e") + ending == long or short + ending == long for ending in ENDINGS
    ) or any(beginning + short == long for beginning in BEGINNINGS)


def _is_inflected(one: str, other: str) -> bool:
    """Tell whether two words of another script than Latin may be two forms of one.

    Korean and Japanese bind particles to a word, Hebrew and Arabic what stands before it, and Slavic words end by their case:
    what differs at an end is grammar. In the middle of a word, a Korean syllable is misspelt by one of its letters.
    """
    if not _has_of(_BEYOND_LATIN, one + other):
        return False
    head, tail = (_shared(*ends) for ends in ((one, other), (one[::-1], other[::-1])))
    behind = sorted((one[head:], other[head:]), key=len)
    if behind == ["", _LONG_VOWEL]:
        # Katakana: the long vowel at the end is written or not.
        return False
    before = sorted((len(one) - tail, len(other) - tail))
    if len(behind[1]) <= ENDING or (not before[0] and before[1] <= ENDING):
        return True
    parts = (unicodedata.normalize("NFD", word) for word in (one, other))
    return _has_of(_HANGUL, one) and OSA.distance(*parts) > 1


def _has_of(ranges: Sequence[tuple[str, str]], word: str) -> bool:
    return not word.isascii() and any(
        first <= sign <= last for sign in word for first, last in ranges
    )


def _shared(one: str, other: str) -> int:
    return len(commonprefix((one, other)))  # noqa: RUF071 - characters are what is meant
