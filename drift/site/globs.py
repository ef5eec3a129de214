"""A glob in a toctree -> a regular expression."""

from __future__ import annotations

import re

from drift.revision.wildcards import char_class

_TOKEN = re.compile(r"(\*\*|\*|\?|\[!?[^\]]+\])")
_SHAPES = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


def glob_shape(pattern: str) -> str:
    """Translate as `sphinx.util.matching`: `*` and `?` stay within a folder, `**` does not.

    Args:
        pattern: The glob.

    Returns:
        The expression, to be matched in full.
    """
    return "".join(_shape(part) for part in _TOKEN.split(pattern))


def _shape(part: str) -> str:
    if part.startswith("[") and _TOKEN.fullmatch(part):
        return char_class(part[1:-1].removeprefix("!"), negated=part[1] == "!")
    return _SHAPES.get(part) or re.escape(part)
