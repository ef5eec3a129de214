"""A glob in a toctree, or a line of a `.gitignore` -> a regular expression."""

from __future__ import annotations

import re
from types import MappingProxyType

from drift.revision.wildcards import char_class

_WILD = re.compile(r"[*?\[]")
_TOKEN = re.compile(r"(\*\*|\*|\?|\[!?[^\]]+\])")
_SHAPES = MappingProxyType({"**": ".*", "*": "[^/]*", "?": "[^/]"})

MOST_DEEP = 3
"""`**` in one glob; each may have to be tried at every place of a path, and nobody needs more."""

MOST_LINES = 200
"""Globs made of what is written like a `.gitignore`: each is held against every page."""


def is_glob(name: str) -> bool:
    """Tell whether a name in a table of contents is a pattern of several."""
    return _WILD.search(name) is not None


def glob_shape(pattern: str) -> str:
    """Translate as `sphinx.util.matching`: `*` and `?` stay within a folder, `**` does not.

    Args:
        pattern: The glob.

    Returns:
        The expression, to be matched in full.
    """
    stars: list[str] = []
    chunks = [""]
    for part in _TOKEN.split(pattern):
        if part in {"*", "**"}:
            stars.append(part)
            chunks.append("")
        else:
            chunks[-1] += _shape(part)
    if stars.count("**") > MOST_DEEP:
        return "(?!)"
    return chunks[0] + "".join(_starred(stars, chunks, index) for index in range(len(stars)))


def ignored(*texts: str) -> tuple[str, ...]:
    """Translate lines as those of a `.gitignore` into globs, as `glob_shape` takes them.

    Args:
        texts: Each of some lines.

    Returns:
        The globs in their order, at most `MOST_LINES`; after a `!`, of what is not meant after all.
    """
    found: list[str] = []
    for line in (line.strip() for text in texts for line in text.splitlines()):
        glob = line.removeprefix("!").rstrip("/")
        if glob and not line.startswith("#"):
            sign = "!" * line.startswith("!")
            # Without a slash it is a name, in whatever folder.
            found += [f"{sign}{glob.removeprefix('/')}"]
            found += [] if "/" in glob else [f"{sign}**/{glob}"]
    return tuple(found[:MOST_LINES])


def _starred(stars: list[str], chunks: list[str], index: int) -> str:
    """Write one star and what follows it.

    Where another star as strong comes next, the first place found is as good as any: without giving back, a glob such as
    `*a*a*a*b` costs no more than its length.
    """
    shape = f"{_SHAPES[stars[index]]}?{chunks[index + 1]}"
    following = stars[index + 1] if index + 1 < len(stars) else ""
    settled = following == "**" or (following == "*" and stars[index] == "*")
    return f"(?>{shape})" if settled else shape


def _shape(part: str) -> str:
    if part.startswith("[") and _TOKEN.fullmatch(part):
        return char_class(part[1:-1].removeprefix("!"), negated=part[1] == "!")
    return _SHAPES.get(part) or re.escape(part)
