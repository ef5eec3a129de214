"""reStructuredText source -> the names that it may ask for, without reading it.

What is found may be no reference, as in code; what is no reference is not asked for when the text is read. What is
asked for then and was not found here makes the page one that is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils.nodes import fully_normalize_name

_END = re.compile(r"_(?<=[\w`|]_)(?<!__)(?<!>`_)(?!\w)")
"""The end of a reference, but for those with a URL in them."""

_NO_URL = re.compile(r"<(?<=[^\s`]<)[^<>`]*>`_(?!_)")
"""The end of one whose angle brackets are part of its name."""

_ALIAS = re.compile(r"<([^<>`]+?)_>`_")
_PHRASE = re.compile(r"`([^`]+)`_")
_REPLACED = re.compile(r"\|(?=([^|\s](?:[^|]*[^|\s])?)\|)")
_SIMPLE = re.compile(r"(?:[^\W_]+[-._+:])*[^\W_]+\Z")
_PARTS = re.compile(r"[-:]")
_ESCAPE = re.compile(r"\\(?:\s|(.))")

MAX_NAME = 200
"""Characters of a name of one word; the rest of a longer one is not looked at."""


def asked(source: str) -> set[str]:
    """Find the names that hyperlinks may go by.

    Args:
        source: A stretch of a page.

    Returns:
        The names, normalized.
    """
    ends = [match.start() for match in _END.finditer(source)]
    if not ends and "_>`_" not in source and not _NO_URL.search(source):
        return set()
    found = {name for end in ends for name in _names(source, end)}
    found.update(alias for alias in _ALIAS.findall(source))
    found.update(phrase for phrase in _PHRASE.findall(source))
    return {fully_normalize_name(_ESCAPE.sub(r"\1", name)) for name in found}


def _names(source: str, end: int) -> Iterator[str]:
    before = source[end - 1]
    if before in "`|":
        start = source.rfind(before, 0, end - 1)
        yield source[start + 1 : end - 1]
        return
    first = max(source.rfind(" ", 0, end), source.rfind("\n", 0, end), end - MAX_NAME) + 1
    match = _SIMPLE.search(source, first, end)
    if match:
        yield match.group()
        # A name begins behind any of these where what stands before it is none.
        yield from (
            match.string[part.end() : end] for part in _PARTS.finditer(source, *match.span())
        )


def replaced(source: str) -> set[str]:
    """Find the names that substitutions may go by.

    Args:
        source: A stretch of a page.

    Returns:
        The names, normalized.
    """
    if "|" not in source:
        return set()
    return {fully_normalize_name(_ESCAPE.sub(r"\1", name)) for name in _REPLACED.findall(source)}
