"""reStructuredText source -> whether it is certain that the page as a whole can be read in good time."""

from __future__ import annotations

import re

from drift.parse.restructured import inlines, references, roles, source

_LONG_LINE = re.compile(rf"^[^\n]{{{roles.LONG}}}", re.MULTILINE)
_LONG_RUN = re.compile(rf"[\w.+:-]{{{roles.LONG}}}")
_CROWDED = re.compile(rf"^(?:[-*+.0-9]|[^\S\n])*+(:[^\n]{{{source.MANY_COLONS},}})", re.MULTILINE)
_STANDS_FOR = re.compile(r"^[^\S\n]*\.\. \|.*+(?:\n(?:[^\S\n].*+)?)*+", re.MULTILINE)
"""A definition of a substitution, with all that may belong to it."""

SHORT = 10_000
"""Characters in which no bound on inline markup can be met."""

_SIGNS = "*`|_"


def is_bearable(text: str) -> bool:
    """Tell whether a page that is read in parts would also be read as a whole.

    Args:
        text: The page.

    Returns:
        Whether it keeps well within all bounds.
    """
    if text.count("\n") >= source.MAX_LINES:
        return False
    if text.count(":") ** 2 > source.MAX_EFFORT and _colons(text) > source.MAX_EFFORT:
        return False
    if ".. |" in text and _put_in(text) > references.MAX_PUT_IN:
        return False
    if len(text) < SHORT:
        return True
    if _LONG_LINE.search(text) and _LONG_RUN.search(text):
        return False
    # No text reaches over a blank line.
    longest = max(map(len, text.split("\n\n")))
    return longest * sum(map(text.count, _SIGNS)) < roles.MAX_EFFORT


def _colons(text: str) -> int:
    """Count the pairs of colons that the pattern for fields may try."""
    crowded = (line.count(":") for line in _CROWDED.findall(text))
    return sum(colons * colons for colons in crowded if colons > source.MANY_COLONS)


def _put_in(text: str) -> int:
    """Tell how much the substitutions of a page may put into it at most, those in their definitions included."""
    definitions = _STANDS_FOR.findall(text)
    again = max(1, *(one.count("|") - 2 for one in definitions)) ** inlines.MAX_HOPS
    return text.count("|") * max(map(len, definitions)) * again if definitions else 0
