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
from collections.abc import Iterator
from operator import attrgetter, itemgetter

import msgspec
from docutils.parsers.rst.states import Body
from docutils.utils import column_width

from drift.parse.restructured.above import ABOUT, is_name
from drift.parse.restructured.directives import TRANSPARENT
from drift.parse.restructured.machine import SHORTEST
from drift.parse.restructured.source import prepared
from drift.parse.restructured.tables import simple_tables, text_before

_SIGNS = r"((?P<sign>[!-/:-@\[-`{-~])(?P=sign)*+)[^\S\n]*+(?=\n|\Z)"
_RULE = re.compile(r"\n" + _SIGNS)
"""A line of one sign, below another line."""

_HELD = re.compile(
    rf"^\.\. (?:{'|'.join(sorted(TRANSPARENT))})::[^\n]*+\n\n+(?P<indent> ++)"
    r"[^\n]*+(?:\n(?: [^\n]*+|(?=\n)))*+",
    re.MULTILINE,
)
"""A directive at the left margin in which headings are headings of the page, with what is indented below it."""

_DIRECTIVE = re.compile(r"\.\. ([\w.+-]+):: *([^\n]*)")

MANY_LABELS = 8
"""Labels above a title, and lines of each; a page may be nothing but labels."""

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
    for rule in _RULE.finditer(source):
        title = _title(source, rule, end)
        if title and not _is_inside(tables, title.start):
            found.append(title)
            end = rule.end()
    held = [title for block in _HELD.finditer(source) for title in _inner(source, block)]
    return sorted([*found, *held], key=attrgetter("start")) if held else found


def _inner(source: str, held: re.Match[str]) -> Iterator[Title]:
    """Find the titles in a directive, where no page can be cut."""
    indent = held["indent"]
    title = re.compile(rf"(?<=\n\n){indent}(?P<text>\S[^\n]*+)\n{indent}{_SIGNS}")
    for found in title.finditer(source, held.start("indent"), held.end()):
        if _is_title(found["text"], found[2], over=False):
            yield Title(found["text"].strip(), found["sign"], found.start(), -1)


def _title(source: str, rule: re.Match[str], last: int) -> Title | None:
    """Find the title that a line of signs is below, where the title before it ends at a given place."""
    start = source.rfind("\n", 0, rule.start()) + 1
    text, line = source[start : rule.start()], rule[1]
    style = rule["sign"]
    above = source.rfind("\n", 0, max(0, start - 1)) + 1
    if above >= last and source[above : max(0, start - 1)].rstrip() == line:
        start, style = above, style * 2
    if not _is_title(text, line, over=len(style) > 1):
        return None
    cut = _above(source, start, text)
    clear = _is_clear(source, cut)
    if not clear and not (start == last + 1 and last) and not _begins_anew(source, cut, start):
        return None
    certain = clear and not _announced(source, cut)
    return Title(text.strip(), style, start, cut if certain else -1)


def _is_title(text: str, line: str, *, over: bool) -> bool:
    """Tell whether what stands above a line of signs is text, and the line long enough for it."""
    if not text or text.isspace():
        return False
    if over:
        if _LINE.match(prepared(text)):
            return False
    elif text[0].isspace() or (
        not text[0].isalnum() and any(other.match(prepared(text)) for other in _OTHER)
    ):
        return False
    return len(line) >= SHORTEST or column_width(prepared(text)) <= len(line)


def _above(source: str, start: int, title: str) -> int:
    """Find where the labels begin that stand above a title, and the directives that are about it."""
    for _ in range(MANY_LABELS):
        above = _line_before(source, start)
        for _ in range(MANY_LABELS):
            if not source.startswith((" ", "\t"), above):
                break
            above = _line_before(source, above)
        if not source.startswith(".. _", above) and not _is_about(source, above, title):
            break
        start = above
    return start


def _line_before(source: str, at: int) -> int:
    """Find where the last line with text begins that stands before a place."""
    return source.rfind("\n", 0, text_before(source, at)) + 1


def _is_about(source: str, at: int, title: str) -> bool:
    """Tell whether a line is a directive about the title below it."""
    directive = _DIRECTIVE.match(source, at)
    if directive is None:
        return False
    name, argument = directive.groups()
    return name in ABOUT or is_name(name, argument, title)


def _is_clear(source: str, at: int) -> bool:
    """Tell whether a blank line, or nothing, stands before a place."""
    end = text_before(source, at)
    return not end or source.count("\n", end, at) > 1


def _is_inside(tables: list[tuple[int, int]], at: int) -> bool:
    above = bisect_right(tables, at, key=itemgetter(0)) - 1
    return above >= 0 and at < tables[above][1]


def _begins_anew(source: str, cut: int, title: int) -> bool:
    """Tell whether a title stands below a blank line, or the line before it is no text of the same block."""
    start = source.rfind("\n", 0, cut - 1) + 1
    return (
        source[start : start + 1].isspace()
        or source.startswith(_ITEMS, start)
        or (title > cut and _is_clear(source, title))
    )


def _announced(source: str, cut: int) -> bool:
    """Tell whether what comes may be taken for the literal block that the text above announces."""
    if source[cut].isalnum():
        return False
    end = text_before(source, cut)
    return source[cut] == "\ufeff" or source[max(0, end - 2) : end] == "::"
