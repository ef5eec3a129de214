"""What is known of words: how common they are, their stems, and whether they are spelt right."""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from drift.explain.haystack import Haystack
from drift.trees.site import Site

COMMON = 330_000
"""How often a word is said in 1.6 billion that is one of the language and no term of a handbook: there are about five
hundred such words."""

PART = 4
"""Letters that each part of a compound has at least; shorter ones are found in any misspelling."""

USUAL = 20_000
"""How often a part of a compound is said in 1.6 billion words."""

LONGEST = 15
"""Letters that a part of a compound has at most: no word that is said so often is longer than `congratulations`."""

FAR = 3
"""Letters from which a word is no misspelling of any other."""

_STEM = r"(?P<stem>\w*[aeiouy]\w*?)"
# These endings are British in words of several syllables alone: `four` and `filled` are in every English.
_CENTRE = r"\w*(?:cen|thea|lus|spec)|^(?:kilo|centi|milli|micro|nano)?(?:me|li)"
# Of other words, `matters` and `parameters` among them, the last letters are swapped by slips alone.

_AMERICAN = (
    ("our", _STEM + r"our(?=(?:s|ed|ing|ite|ites|able|ful|hood|less|al)?$)", r"\g<stem>or"),
    ("is", _STEM + r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)", r"\g<stem>iz"),
    ("ys", _STEM + r"ys(?=(?:e|ed|es|er|ing)$)", r"\g<stem>yz"),
    ("tre", rf"(?P<stem>{_CENTRE})tre(?=s?$)", r"\g<stem>ter"),
    ("ll", _STEM + r"(?P<vowel>[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", r"\g<stem>\g<vowel>l"),
    ("ogue", _STEM + r"ogue(?=s?$)", r"\g<stem>og"),
    ("ence", _STEM + r"ence(?=[sd]?$)", r"\g<stem>ense"),
    ("mme", r"(?<=gra)mme(?=s?$)", "m"),
    ("dgement", r"(?<=dg)ement(?=s?$)", "ment"),
    ("grey", r"grey", "gray"),
    ("ae", r"(?<=[nph])ae", "e"),
    ("oeuvre", r"oeuvre", "euver"),
)
# Letters that each has, British spellings, and what American dictionaries have for them.

APART = 3
"""Letters by which two spellings of one word differ at most; `manoeuvres` and `maneuvers` do by two."""

_TRIPLE = re.compile(r"(.)\1\1")
_NUMBER = re.compile(r"\d+")
_OWNER = re.compile(r"['’]s?$")


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

    @property
    def turned(self) -> Lexicon:
        """The same words as the other side sees them, what was read of them shared."""
        lexicon = Lexicon(*reversed(self._sites))
        lexicon.old, lexicon.new = self.new, self.old
        return lexicon

    def lower(self, word: str) -> bool:
        """Tell whether a word is ever written in lower case."""
        return self.old.says(word.lower()) or self.new.says(word.lower())

    def count(self, word: str) -> int:
        """Count a word in whatever case, in both revisions."""
        return self.old.count(word) + self.new.count(word)

    def matches(self, part: str, pattern: str) -> bool:
        """Tell whether either revision has a place of a pattern, of which a part is always written in just this way."""
        return self.old.matches(part, pattern) or self.new.matches(part, pattern)

    def common(self, word: str) -> bool:
        """Tell whether a word belongs to the language more than to any handbook."""
        return _said(word) >= COMMON

    def rarer(self, word: str, often: int) -> bool:
        """Tell whether the language says a word more seldom than so often in 1.6 billion."""
        return _said(word) < often

    def known(self, word: str) -> bool:
        """Tell whether the language has a word."""
        return _said(word) > 0


def expect_many() -> None:
    """Read the whole list of words now: it takes as long as three thousand searches, and twenty megabytes."""
    _counts()


@lru_cache(maxsize=1 << 12)
def nearness(word: str) -> int:
    """Tell by how many letters a word differs from the nearest that English has.

    Args:
        word: A word in any case.

    Returns:
        0 to 2, and 3 for more, or where the first letter would have to change: misspellings seldom begin with it.
    """
    folded = _OWNER.sub("", word.lower())
    if _compound(folded):
        return 0
    if _said(folded) or not folded.isascii() or not folded.isalpha():
        return 0 if _said(folded) else FAR
    known = _begun_alike(folded[0], max(2, len(folded) - FAR + 1), len(folded) + FAR - 1)
    near = process.extractOne(folded, known, scorer=OSA.distance, score_cutoff=FAR - 1)
    return FAR if near is None else int(near[1])


def _compound(word: str) -> bool:
    """Tell whether a word is two common ones joined, such as `namespace`, which no list has all of."""
    cuts = range(max(PART, len(word) - LONGEST), min(LONGEST, len(word) - PART) + 1)
    return any(_said(word[:at]) >= USUAL and _said(word[at:]) >= USUAL for at in cuts)


@lru_cache(maxsize=1 << 14)
def _said(word: str) -> int:
    """Give how often people say a word, 0 for one that English does not have."""
    if _counts.cache_info().currsize:
        return _counts().get(word.lower(), 0)
    english, key = _english(), f'"{word.lower()}": '
    at = _place(word.lower())
    found = _NUMBER.match(english, at + len(key)) if english.startswith(key, at) else None
    return int(found[0]) if found else 0


def _place(word: str) -> int:
    """Find the line of the list that a word has, or would have: they are in order."""
    english = _english()
    return bisect_left(range(english.rindex("\n")), word, key=_word_at)


def _word_at(at: int) -> str:
    """Give the word on the line of the list that a letter of it belongs to."""
    english = _english()
    begin = english.rfind("\n", 0, at) + 2
    return english[begin : english.find('"', begin)]


@lru_cache(maxsize=1 << 3)
def _begun_alike(letter: str, low: int, high: int) -> tuple[str, ...]:
    """List the words that begin with a letter and have so many letters."""
    those = _english()[_place(letter) : _place(chr(ord(letter) + 1))]
    return tuple(re.findall(rf'"({letter}[a-z]{{{low - 1},{high - 1}}})"', those))


@cache
def _counts() -> dict[str, int]:
    """Read all words with how often they are said."""
    # As bytes: of a text it would keep them beside it.
    return msgspec.json.decode(_english().encode(), type=dict[str, int])


@cache
def _english() -> str:
    """Load the words of English with how often they are said, when the first word is looked up.

    The list is pyspellchecker's, a JSON text that is searched as it stands: to import its package, or to make a
    dictionary of all words, would take longer than most comparisons.
    """
    found = find_spec("spellchecker")
    folder = Path(found.origin or "").parent if found else Path()
    return gzip.decompress((folder / "resources" / "en.json.gz").read_bytes()).decode()


_ENGLISH = Stemmer.Stemmer("english", 0)
# It need not remember any word: that is done here.


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Reduce a word to what its inflections share, by Porter's second stemmer.

    Args:
        word: A word in any case.

    Returns:
        The stem, in lower case.
    """
    bare = _OWNER.sub("", word.casefold())
    try:
        stemmed: str = _ENGLISH.stemWord(bare)
    except UnicodeEncodeError:
        # Of a path that is not UTF-8.
        return bare
    return stemmed


_KATAKANA = re.compile("[\u30a1-\u30ff]{5,}")
# Two words of two letters and a sign at least: of shorter ones the vowel makes another word.


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case, and the signs that tell `C++` from `C#`."""
    return "".join(sign for sign in text.casefold() if sign.isalnum() or sign in "+#")


def variant(before: str, after: str) -> bool:
    """Tell whether two words are the British and the American spelling of one, or one with and without hyphen.

    So are two of Katakana, the long vowel at whose end is written or not.
    """
    one, other = before.casefold(), after.casefold()
    if _KATAKANA.fullmatch(one + other) and one.rstrip("ー") == other.rstrip("ー"):
        return one != other
    if one.replace("-", "").replace(" ", "") == other.replace("-", "").replace(" ", ""):
        return one != other
    if OSA.distance(one, other, score_cutoff=APART) > APART:
        return False
    return _is_british(one, other) or _is_british(other, one)


def _is_british(word: str, other: str) -> bool:
    """Tell whether a word is a British spelling of one that the American dictionary has."""
    if _TRIPLE.search(word):
        return False
    # A word that Americans say themselves, and oftener than the other, is no British spelling of that.
    return any(
        mark in word and re.sub(british, american, word) == other
        for mark, british, american in _AMERICAN
    ) and _said(other) > _said(word)
