"""The source of a page -> where its sections seem to begin, without reading it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_MARK = re.compile(
    r"^(?:(?P<heading>#{1,6}[ \t]+[^\s])| {0,3}(?P<fence>`{3,}(?!.*`)|~{3,}|:{3,})[ \t]*(?P<info>.*)$)",
    re.MULTILINE,
)


def cut(body: str) -> list[str]:
    """Cut a page before the headings that stand at the beginning of a line behind a blank one.

    What looks like a heading in a fence is none. What else may enclose or belong to a heading is
    found when the fragments are read.

    Args:
        body: The page without its front matter.

    Returns:
        The stretches, which put together are the body.
    """
    edges = [0, *_headings(body), len(body)]
    return [body[start:end] for start, end in pairwise(edges)]


def _headings(body: str) -> Iterator[int]:
    fence = ""
    for mark in _MARK.finditer(body):
        start = mark.start()
        if mark["heading"]:
            if not fence and start and _follows_blank(body, start):
                yield start
        elif not fence:
            sign = mark["fence"]
            fence = sign if sign[0] != ":" or mark["info"].startswith("{") else ""
        elif mark["fence"].startswith(fence) and not mark["info"].strip():
            fence = ""


def _follows_blank(body: str, start: int) -> bool:
    return not body[body.rfind("\n", 0, start - 1) + 1 : start - 1].strip(" \t")
