"""Text -> words, as a reader counts them in any script."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LETTER = re.compile(r"\w")
"""What a word has and a punctuation mark has not."""

_SIGNS = frozenset({"So", "Sc", "Sm"})
"""Pictures, currencies and arrows beyond ASCII say something; ASCII has those that are mostly markup."""

_ASCII = re.compile(r"\w+(?:['.,\-]\w+)*|[^\w\s]")

_ACCENTED = re.compile("[\u0300-\u1dff\u200c\u200d]")
"""Where letters may have marks of their own: combining accents, and the vowels of Hebrew, Arabic and Indian scripts."""

_LETTERS = r"[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
_MARKS = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    r"\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u08d3-\u0963\u0971-\u09f1"
    r"\u09fc-\u0df3\u0f71-\u0f84\u0f86-\u0fbc\u1dc0-\u1dff\u200c\u200d]+"
)
# Not of Thai, Lao, Burmese and Khmer, which have no spaces between words: there they are the only places to cut at.


@cache
def _any(*, marked: bool) -> re.Pattern[str]:
    """The words of any text: it takes milliseconds to make a pattern of such wide ranges of signs."""
    letters = rf"{_LETTERS}(?:{_MARKS}(?:{_LETTERS})?)*" if marked else _LETTERS
    return re.compile(
        r"[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff]+"
        r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
        rf"|{letters}(?:['’.,\-]{letters})*"
        r"|[^\w\s]"
    )


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII if text.isascii() else _any(marked=bool(_ACCENTED.search(text)))


def words(text: str) -> list[str]:
    """Cut a text into words and single punctuation marks.

    Han, Hiragana and Katakana have no spaces between words: there each character stands for itself, and Katakana in a row,
    which is one foreign word, for one; so do Unicode's default word boundaries (UAX #29), without a dictionary. The marks of a
    letter, such as the vowels of Hindi, belong to its word, and so does an apostrophe, full stop, comma or hyphen inside a
    word (`don't`, `3.11`, `1,000`, `well-kept`).

    Args:
        text: Any text.

    Returns:
        The words in order, white space left out.
    """
    return _pattern(text).findall(text)


def rough(text: str) -> list[str]:
    """Cut a text into words where it is only asked how many there are, or whether they are the same.

    Args:
        text: Any text.

    Returns:
        What stands between white space, which is quickly found; in scripts without spaces the words of `words(text)`.
    """
    return text.split() if text.isascii() else words(text)


def is_read(word: str) -> bool:
    """Tell whether a reader reads a word, and does not merely see a punctuation mark.

    Args:
        word: One of `words(text)`.

    Returns:
        Whether it has a letter, a digit or an underscore, or is a sign with a meaning such as `✅` or `€`.
    """
    if LETTER.search(word):
        return True
    return not word.isascii() and unicodedata.category(word[0]) in _SIGNS


def visible(text: str) -> list[str]:
    """List the words of a text, without its punctuation marks.

    Args:
        text: Any text.

    Returns:
        Those of `words(text)` that a reader reads.
    """
    return [word for word in words(text) if is_read(word)]


def spans(text: str) -> list[tuple[int, int]]:
    """Tell where the words of a text stand.

    Args:
        text: Any text.

    Returns:
        For each word of `words(text)` its first character and the one after its last.
    """
    return [found.span() for found in _pattern(text).finditer(text)]
