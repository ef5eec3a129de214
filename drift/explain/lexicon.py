"""What is known of words: how common they are, their stems, and whether they are spelt right."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from drift.tree.site import Site
from drift.tree.walk import walk
from drift.tree.words import words

if TYPE_CHECKING:
    from spellchecker import SpellChecker

COMMON = 2e-4
"""Of all words that people say, the share from which one is a word of the language and no term of a handbook: there
are about five hundred such words."""

OWN_WORD = 3
"""A word that stands so often in a handbook is spelt as its authors want it."""

_VARIANTS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ae", "e"),
    ("oe", "e"),
    ("mme", "m"),
    ("ement", "ment"),
    ("grey", "gray"),
)
# British and American endings and stems.


class Lexicon:
    """The words of two revisions, beside those of the English language."""

    def __init__(self, *sites: Site) -> None:
        """Count the words of all pages."""
        self._written: Counter[str] = Counter()
        for site in sites:
            for page in site.pages.values():
                for _, section in walk(page.root):
                    self._written.update(words(section.title))
                    for block in section.blocks:
                        self._written.update(words(block.text))
        self._folded: Counter[str] = Counter()
        for word, count in self._written.items():
            self._folded[word.casefold()] += count

    def lower(self, word: str) -> bool:
        """Tell whether a word is ever written in lower case."""
        return self._written[word.lower()] > 0

    def count(self, word: str) -> int:
        """Count a word in whatever case."""
        return self._folded[word.casefold()]

    def common(self, word: str) -> bool:
        """Tell whether a word belongs to the language more than to any handbook."""
        return _english().word_usage_frequency(word.lower()) >= COMMON

    def known(self, word: str) -> bool:
        """Tell whether a word is spelt as the language, or this handbook, spells it."""
        return bool(_english().known([word.lower()]))

    def nearness(self, word: str) -> int:
        """Give by how many letters a word differs from the nearest of the language: 0, 1, 2 or 3 for more."""
        if self.known(word):
            return 0
        checker = _english()
        near = checker.edit_distance_1(word.lower())
        if checker.known(near):
            return 1
        return 2 if len(word) < 9 and checker.candidates(word.lower()) else 3


@cache
def _english() -> SpellChecker:
    """Load the dictionary, which takes a tenth of a second, when the first word is looked up."""
    from spellchecker import SpellChecker

    return SpellChecker()


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Reduce a word to what its inflections share, by Porter's second stemmer.

    Args:
        word: A word in any case.

    Returns:
        The stem, in lower case.
    """
    return str(_stemmer().stemWord(re.sub(r"['’]s?$", "", word.casefold())))


def variant(before: str, after: str) -> bool:
    """Tell whether two words are the British and the American spelling of one, or one with and without hyphen."""
    one, other = before.casefold(), after.casefold()
    if one.replace("-", "").replace(" ", "") == other.replace("-", "").replace(" ", ""):
        return one != other
    return any(
        one.replace(british, american) == other.replace(british, american)
        for british, american in _VARIANTS
    )
