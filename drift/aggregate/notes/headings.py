"""Two headings -> whether they say the same to those who read them."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

LEAST_LETTERS = 5
"""Of a word that can be misspelt by a letter: of shorter ones, most are another word then."""

_WORD = re.compile(r"[^\W_]+")
_TEMPLATE = re.compile(r"<%.*%>|\{\{.*\}\}|\{%.*%\}")
_SILENT = frozenset({"a", "an", "the", "and"})
# `&` stands for the last one.


def is_template(heading: str) -> bool:
    """Tell whether a heading is made by the site's generator, mostly of the page's title (`<%= data.title %>`).

    Args:
        heading: As it is written.
    """
    return _TEMPLATE.fullmatch(heading) is not None


def same_words(before: object, after: object) -> bool:
    """Tell whether two headings differ in spelling alone: in case, signs, articles, or a letter of a word.

    Args:
        before: One of them.
        after: The other; what is no text has no words.
    """
    one, other = _words(before), _words(after)
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(map(_alike, one, other))


def _words(heading: object) -> list[str]:
    found = _WORD.findall(heading.casefold()) if isinstance(heading, str) else []
    return [
        word
        for at, word in enumerate(found)
        if word not in _SILENT and (not at or word != found[at - 1])
    ]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    # The letter of a list and a figure are names, and no spelling.
    return min(len(one), len(other)) >= LEAST_LETTERS and (
        one.isalpha() and other.isalpha() and OSA.distance(one, other) == 1
    )
