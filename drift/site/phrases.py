"""A document -> whether a phrase may be read on its page, found by a search and without parsing it.

`deployment of solutions` is not read as `deployment solutions`; `**deployment** _solutions_` is, and so may be
`deployment[^1] solutions`: behind a sign there may stand what no reader sees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import pairwise
from urllib.parse import unquote

from drift.site.document import Document

_BLANK = re.compile(r"\n[ \t]*\n")

_HIDING = re.compile(r"[]<\[{`:|&%\\]|[^\x00-\x7f]")
"""A sign that may begin what no reader sees; without one, the next word that is written is the next that is read. Of
words in other letters an anchor may be silent."""

_FAR = (
    *("<pre", "<textarea", "<?"),  # HTML that goes on behind a blank line
    *("list-table", "csv-table", "raw::", "raw}", "{=html"),
    ".. |",  # what is read for a name is written elsewhere
)
_DECLARED = re.compile(r"<!(?!--)")
_RULED = re.compile(r"=[ \t]+=")  # of simple tables, which are read by columns
"""Where it is found, words may be read beside each other that are written in different paragraphs."""


def says_together(document: Document, words: tuple[str, ...]) -> bool:
    """Tell whether some tokens may be read one after the other: too often, never too seldom.

    Args:
        document: Whose text is searched.
        words: As `tokens` gives them, in their order.

    Returns:
        False where one is not written, or where others part them wherever they are.
    """
    if not document.says(words):
        return False
    if len(words) == 1:
        return True
    folded, sought = document.folded, document.sought
    if _joined(words).search(sought) or _parts_words(folded):
        return True
    coded = sought is not folded
    return any(_may_say(part, words, coded=coded) for part in _BLANK.split(folded))


def _parts_words(text: str) -> bool:
    # One pattern with all of them would try each at every place.
    return bool(any(sign in text for sign in _FAR) or _DECLARED.search(text) or _RULED.search(text))


@lru_cache(maxsize=1 << 10)
def _joined(words: tuple[str, ...]) -> re.Pattern[str]:
    # It begins with letters and nothing else, which is what regular expressions find quickest.
    return re.compile(r"[\W_]*".join(map(re.escape, words)))


def _may_say(part: str, words: tuple[str, ...], *, coded: bool) -> bool:
    is_coded = coded and ("%" in part or "&" in part)
    said = f"{part}\n{unquote(unescape(part)).casefold()}" if is_coded else part
    if not all(word in said for word in words):
        return False
    # The attributes of a component are read in an order of their own.
    return ("<" in part and "=" in part) or all(
        _one_after_other(said, one, other) for one, other in pairwise(words)
    )


def _one_after_other(text: str, one: str, other: str) -> bool:
    last = text.rfind(other)
    return any(
        text.startswith(other, found.end())
        or (found.end() <= last and _HIDING.search(found[0], len(one)))
        for found in re.finditer(re.escape(one) + "[^a-z0-9]*", text)
    )
