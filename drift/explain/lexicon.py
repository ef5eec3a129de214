"""What is known of words: how common they are, their stems, and whether they are spelt right."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

from drift.explain.haystack import Haystack
from drift.tree.site import Site

if TYPE_CHECKING:
    from spellchecker import SpellChecker

COMMON = 2e-4
"""Of all words that people say, the share from which one is a word of the language and no term of a handbook: there
are about five hundred such words."""

_AMERICAN = (
    (r"our(?=(?:s|ed|ing|ite|ites|able|ful|hood|less|al)?$)", "or"),
    (r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)", "iz"),
    (r"ys(?=(?:e|ed|es|er|ing)$)", "yz"),
    (r"tre(?=s?$)", "ter"),
    (r"ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
    (r"ogue(?=s?$)", "og"),
    (r"ence(?=[sd]?$)", "ense"),
    (r"mme(?=s?$)", "m"),
    (r"(?<=[dg])ement(?=s?$)", "ment"),
    (r"grey", "gray"),
    (r"(?<=[nph])ae", "e"),
    (r"oeuvre", "euver"),
)
# British spellings and what American dictionaries have for them.


class Lexicon:
    """The words of two revisions, beside those of the English language."""

    def __init__(self, old: Site, new: Site) -> None:
        """Keep the revisions; their pages are read when the first word is looked up."""
        self._sites = (old, new)

    @cached_property
    def old(self) -> Haystack:
        """What the old revision says."""
        return Haystack(self._sites[0])

    @cached_property
    def new(self) -> Haystack:
        """What the new revision says."""
        return Haystack(self._sites[1])

    def lower(self, word: str) -> bool:
        """Tell whether a word is ever written in lower case."""
        return self.old.says(word.lower()) or self.new.says(word.lower())

    def count(self, word: str) -> int:
        """Count a word in whatever case, in both revisions."""
        return self.old.count(word) + self.new.count(word)

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
    return other in _americans(one) or one in _americans(other)


def _americans(word: str) -> set[str]:
    """Give the words of the American dictionary that a British spelling may stand for."""
    found = {re.sub(british, american, word) for british, american in _AMERICAN} - {word}
    return {str(known) for known in _english().known(found)} if found else set()
