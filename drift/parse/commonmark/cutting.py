"""The source of a page -> where its sections seem to begin, and where long ones may be cut, without reading it."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

LONG = 2000
"""Characters; a section that is longer is cut between paragraphs and list items too. Most are not."""

SHORT = 32_000
"""Characters of a section up to which it is kept where it was cut."""

_NO_TERM = r"(?!.*\n(?:[ \t]*\n)?[ \t]*[:~][ \t])"
"""Directly behind a list of definitions, the line before a definition is a term, whatever it looks like."""

_ANCHORS = r"(?:\([^()\n]+\)=[ \t]*\n(?:[ \t]*\n)?|<a [^<>\n]*></a>[ \t]*\n[ \t]*\n)*"
"""What names a heading stands above it: MyST's labels, HTML's anchors."""

_NO_TABLE = r"(?!.*\n[ \t]*[-|:][-|: \t]*$)"
"""A list item is the head of a table, but not where a list goes on."""

_MARK = re.compile(
    rf"^(?:(?P<heading>{_ANCHORS}#{{1,6}}[ \t]+\S{_NO_TERM})"
    r"| {0,3}(?P<fence>`{3,}(?!.*`)|~{3,}|:{3,})[ \t]*(?P<info>.*)$)",
    re.MULTILINE,
)
_PLAIN = re.compile(
    rf"(?:(?<=\n\n)(?P<paragraph>[A-Za-z])|^(?P<indent>(?:  ){{0,9}})[*+-] [\[A-Za-z])"
    rf"(?P<certain>{_NO_TERM}{_NO_TABLE})?.*\n?",
    re.MULTILINE,
)

_PARAGRAPHS, _ITEMS = 2, 8
"""One in so many is cut before. Which ones depends on their text, so that an edit moves no other cut."""


def sections(body: str) -> list[str]:
    """Cut a page before the headings that stand at the beginning of a line behind a blank one.

    What looks like a heading in a fence is none. What else may enclose or belong to a heading is
    found when the fragments are read.

    Args:
        body: The page without its front matter.

    Returns:
        The stretches, which put together are the body.
    """
    headings = [
        start
        for start, is_heading in _marks(body)
        if is_heading and start and _follows_blank(body, start)
    ]
    return [body[start:end] for start, end in pairwise([0, *headings, len(body)])]


def _marks(source: str) -> Iterator[tuple[int, bool]]:
    """Find the headings outside of fences, and where a fence begins or ends."""
    fence = ""
    for mark in _MARK.finditer(source):
        if mark["heading"]:
            if not fence:
                yield mark.start(), True
        elif not fence:
            sign = mark["fence"]
            if sign[0] != ":" or mark["info"].startswith("{"):
                fence = sign
                yield mark.start(), False
        elif mark["fence"].startswith(fence) and not mark["info"].strip():
            fence = ""
            yield mark.end(), False


def _follows_blank(body: str, start: int) -> bool:
    return not body[body.rfind("\n", 0, start - 1) + 1 : start - 1].strip(" \t")


def passages(section: str) -> tuple[tuple[int, int], ...]:
    """Cut a long section before some of its paragraphs, and some items of lists of one line an item.

        * one                          depth 0
          * in one                     depth 1
          * in one as well             depth 1
        * two                          depth 0

    Args:
        section: Its source.

    Returns:
        Where a passage begins, and in how many items of lists.
    """
    return _kept(section) if len(section) <= SHORT else tuple(_passages(section))


@lru_cache(maxsize=256)
def _kept(section: str) -> tuple[tuple[int, int], ...]:
    return tuple(_passages(section))


def _passages(section: str) -> Iterator[tuple[int, int]]:
    fences = [at for at, is_heading in _marks(section) if not is_heading]
    end, deepest = -1, -1
    # Where the item before ended, and how deep one may stand that follows it directly.
    for line in _PLAIN.finditer(section):
        start = line.start()
        if line["paragraph"]:
            depth, one_in, known = 0, _PARAGRAPHS, True
        else:
            depth, one_in = len(line["indent"]) // 2, _ITEMS
            known = start == end and depth <= deepest
            behind_blank = section.endswith("\n\n", 0, start)
            # A definition leaves its item empty, which it is only if nothing else follows in it.
            regular = (known or (behind_blank and not depth)) and "]:" not in line[0]
            deepest, end = (depth + 1 if regular else -1), line.end()
        is_certain = known and start and line["certain"] is not None
        if is_certain and not bisect(fences, start) % 2 and _is_chosen(line[0], one_in):
            yield start, depth


def _is_chosen(line: str, one_in: int) -> bool:
    return not crc32(line.encode("utf-8", "surrogatepass")) % one_in


def scaffold(depth: int) -> str:
    """Make the beginning of a list in which a passage stands as it did on its page.

    Args:
        depth: In how many items it stands.

    Returns:
        A line an item.
    """
    return "".join([f"{'  ' * number}* x\n" for number in range(depth)])
