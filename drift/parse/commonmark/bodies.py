"""Raw HTML, code and tables -> their blocks."""

from __future__ import annotations

from itertools import takewhile

from markdown_it.token import Token

from drift.parse.base import fold
from drift.parse.commonmark.blocks import Blocks, Tokens
from drift.parse.commonmark.effort import check_effort
from drift.parse.commonmark.html import Fragment
from drift.parse.prose import Written, grid
from drift.trees.page import Block, Explicit


def html(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read a block of raw HTML; one of nothing but anchors names what follows."""
    check_effort(token.content)
    lines = blocks.lines(token)
    fragment = Fragment(lines[0])
    fragment.feed(token.content)
    fragment.finish()
    text, _, links = fragment.prose.finish()
    names, anchors = fragment.names, fragment.anchors
    if not text and not links and anchors and set(names) <= {"a", "span"}:
        blocks.pending += anchors
        return
    # HTML's own elements say nothing of what they hold, a component's name does.
    name = names[0] if names and names[0][:1].isupper() else ""
    markup = fold(token.content)
    if text or links:
        blocks.flush()
        blocks.items += anchors
        blocks.add("html", (text, markup, links), lines, name=name)
    else:
        blocks.flush()
        blocks.items.append(
            Block("html", "", lines, name, container=blocks.container, markup=markup)
        )
        blocks.pending += anchors


def code(blocks: Blocks, token: Token, *, name: str = "", arguments: str = "") -> None:
    """Add code as it is, but for blanks at the ends of lines, which nobody sees."""
    text = "\n".join(line.rstrip() for line in token.content.split("\n")).rstrip("\n")
    blocks.add("code", (text, "", ()), blocks.lines(token), name=name, arguments=arguments)


def indented(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read code that is told by its indentation."""
    code(blocks, token)


def table(blocks: Blocks, token: Token, rest: Tokens) -> None:
    """Read a table as one block."""
    rows: list[list[Written]] = []
    lines = blocks.lines(token)
    line = lines[0]
    anchors: list[Explicit] = []
    for part in takewhile(lambda part: part.type != "table_close", rest):
        if part.type == "tr_open":
            rows.append([])
            line = blocks.lines(part)[0] if part.map else line
        elif part.type == "inline":
            written, inlines = blocks.inline(part, line)
            rows[-1].append(written)
            anchors += inlines.anchors
    blocks.add("table", grid(rows), lines)
    blocks.items += anchors
