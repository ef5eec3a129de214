"""reStructuredText source -> whether it is certain that the page as a whole can be read in good time."""

from __future__ import annotations

import re

from drift.parse.restructured import roles, source

_LONG_LINE = re.compile(rf"^[^\n]{{{roles.LONG}}}", re.MULTILINE)
_LONG_RUN = re.compile(rf"[\w.+:-]{{{roles.LONG}}}")
_CROWDED = re.compile(rf"^(?:[-*+.0-9]|[^\S\n])*+(:[^\n]{{{source.MANY_COLONS},}})", re.MULTILINE)
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
