"""reStructuredText source -> its titles, and where it can be cut before them, without reading the rest.

    text of the page                     found
    :orphan:                             (what stands before the first cut is a fragment, too)

    .. _start:                           <- a cut: labels belong to what follows
    Start                                title "Start", style "="
    =====
    Deep                                 title "Deep", style "-": no blank line before it, no cut
    ----

Text in the first column ends whatever was open before a blank line, with two exceptions: a simple table goes on to
its border, and a text that announces a literal block takes lines of punctuation for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

import msgspec
from docutils.parsers.rst.states import Body
from docutils.utils import column_width

from drift.parse.restructured.machine import SHORTEST
from drift.parse.restructured.source import prepared
from drift.parse.restructured.tables import simple_tables, text_before

_SIGN = r"[!-/:-@\[-`{-~]"
_TITLE = re.compile(
    r"(?:\A|\n)(?P<blank>[^\S\n]*+\n)?"
    # Bounds, since the search begins anew at each line.
    r"(?P<labels>(?:\.\.[ ]_[^\n]*+\n(?:[^\S\n]*+\n){0,3}+){0,8}+)"
    rf"(?P<title>(?P<over>(?P<o>{_SIGN})(?P=o)*+)[^\S\n]*+\n(?P<inner>[^\n]+)\n(?P=over)"
    rf"|(?P<text>\S[^\n]*+)\n(?P<under>(?P<u>{_SIGN})(?P=u)*+))[^\S\n]*+(?=\n|\Z)"
)
_OPTION = re.compile(r"{0}(?:, {0})*  +".format(Body.pats["option"]))
"""An option and what it does; one alone is text."""

_CONSTRUCTS = ("bullet", "field_marker", "doctest", "line_block", "explicit_markup", "anonymous")
_LINES = ("grid_table_top", "simple_table_top", "line")
_OTHER = (_OPTION, *(re.compile(Body.patterns[name]) for name in (*_CONSTRUCTS, *_LINES)))
_ITEMS = (".. ", "__ ", "- ", "* ", "+ ", "| ", "|\n", "+-")
"""Beginnings of lines, below which a text is one of its own where it is not indented."""

_LINE = re.compile(Body.patterns["line"])


class Title(msgspec.Struct, frozen=True, gc=False):
    """A title as it is written."""

    text: str
    style: str
    # Its sign, twice where there is a line above it.
    start: int
    # Where its first line begins, as a character offset.
    cut: int
    # Where the page can be cut before it and its labels; -1 where that is not certain.


def titles(source: str) -> list[Title] | None:
    """Find the titles of a page.

    Args:
        source: Its text.

    Returns:
        The titles in order; None where a table makes it uncertain what is one. Some that are hard to tell may be missing, or
        be none: what is read tells which are.
    """
    tables = simple_tables(source)
    if tables is None:
        return None
    found: list[Title] = []
    end = 0
    for match in _TITLE.finditer(source):
        start, cut = match.start("title"), match.start("labels")
        if not _is_title(match) or _is_inside(tables, start):
            continue
        clear = match["blank"] is not None or not match.start()
        if not clear and match.start() != end and not _begins_anew(source, match.start(), start):
            continue
        end = match.end()
        text = match["text"]
        found.append(
            Title(
                text=match["inner"].strip() if text is None else text.rstrip(),
                style=match["o"] * 2 if text is None else match["u"],
                start=start,
                cut=cut if clear and not _announced(source, cut) else -1,
            )
        )
    return found


def _is_inside(tables: list[tuple[int, int]], at: int) -> bool:
    above = bisect_right(tables, at, key=itemgetter(0)) - 1
    return above >= 0 and at < tables[above][1]


def _is_title(match: re.Match[str]) -> bool:
    """Tell whether what stands at the left margin above a line of signs is text, and the line long enough."""
    text, line = match["text"], match["under"]
    if text is None:
        text, line = match["inner"], match["over"]
        if _LINE.match(prepared(text)) or not text.strip():
            return False
    elif not text[0].isalnum() and any(other.match(prepared(text)) for other in _OTHER):
        return False
    return len(line) >= SHORTEST or column_width(prepared(text)) <= len(line)


def _begins_anew(source: str, end: int, title: int) -> bool:
    """Tell whether a title stands below a blank line, or the line before it is no text of the same block."""
    start = source.rfind("\n", 0, end) + 1
    return (
        source[start : start + 1].isspace()
        or source.startswith(_ITEMS, start)
        or source.count("\n", text_before(source, title), title) > 1
    )


def _announced(source: str, cut: int) -> bool:
    """Tell whether what comes may be taken for the literal block that the text above announces."""
    if source[cut].isalnum():
        return False
    end = text_before(source, cut)
    return source[cut] == "\ufeff" or source[max(0, end - 2) : end] == "::"
