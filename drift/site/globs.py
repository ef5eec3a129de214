"""A glob in a toctree -> a regular expression."""

from __future__ import annotations

import re

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
    if _TOKEN.fullmatch(part) and part.startswith("["):
        inside = re.escape(part[1:-1].lstrip("!")).replace(r"\-", "-")
        return f"[{'^' if part[1] == '!' else ''}{inside}]"
    return _SHAPES.get(part) or re.escape(part)
