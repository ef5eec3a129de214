"""A page of Markdown -> its tree."""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.token import Token

from drift.parse.anchors import slugger
from drift.parse.base import last_line
from drift.parse.commonmark import bodies, directives, tags
from drift.parse.commonmark.blocks import CONTAINERS, Blocks, Reading, Tokens
from drift.parse.commonmark.converted import restore, take_orphan
from drift.parse.commonmark.engine import engine
from drift.parse.commonmark.front_matter import front_matter
from drift.parse.nesting import Heading, nest
from drift.trees.page import Block, Format, Page
from drift.trees.site import Dialect


def read(source: str, dialect: Dialect) -> Page:
    """Read a page.

    Args:
        source: The text, decoded.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree.

    Raises:
        Unbearable: Something in it is nested too deeply.
    """
    text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = front_matter(text)
    body = text
    if head.lines:
        # Blank lines in its place keep the numbers of all others.
        body = "\n" * head.lines + text.split("\n", head.lines)[-1] * (
            text.count("\n") >= head.lines
        )
    blocks = Blocks(engine(myst=dialect == "myst"), READINGS)
    if head.kept:
        blocks.items.append(head.kept)
    blocks.read(body)
    blocks.flush()
    titles = (item.title for item in blocks.items if isinstance(item, Heading))
    orphan = take_orphan(blocks.items)
    root = nest(restore(blocks.items, text), last_line=last_line(text), slugger=slugger(dialect))
    return Page(
        format=Format("markdown"),
        title=head.title or next(titles, ""),
        root=root,
        metadata=(*head.metadata, *orphan),
    )


def _enter(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.first = None
    blocks.enter(CONTAINERS[token.type])


def _item(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.item(token)


def _end_item(blocks: Blocks, _token: Token, _rest: Tokens) -> None:
    blocks.end_item()


def _term(blocks: Blocks, token: Token, rest: Tokens) -> None:
    blocks.first = "definition"
    blocks.paragraph(token, rest)


def _definition(blocks: Blocks, _token: Token, _rest: Tokens) -> None:
    blocks.enter("definition")
    blocks.first = "definition"


def _footnote(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.enter("footnote")
    blocks.first = "footnote"
    blocks.name = str(token.meta["label"])


def _end(blocks: Blocks, _token: Token, _rest: Tokens) -> None:
    blocks.first = None
    blocks.leave()


def _rule(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.add(Block("rule", "", blocks.lines(token), container=blocks.container))


def _target(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.anchor(token.content, blocks.lines(token)[0], label=True)


def _module(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    name = token.content.split()[0]
    text = token.content.strip()
    lines = blocks.lines(token)
    blocks.add(Block("directive", text, lines, name, container=blocks.container, markup=text))


def _comment(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    lines, markup = blocks.lines(token), " ".join(token.content.split())
    blocks.add(Block("html", "", lines, container=blocks.container, markup=f"% {markup}"))


READINGS: MappingProxyType[str, Reading] = MappingProxyType(
    {
        "heading_open": Blocks.heading,
        "paragraph_open": Blocks.paragraph,
        "bullet_list_open": _enter,
        "ordered_list_open": _enter,
        "blockquote_open": _enter,
        "bullet_list_close": _end,
        "ordered_list_close": _end,
        "blockquote_close": _end,
        "list_item_open": _item,
        "list_item_close": _end_item,
        "dt_open": _term,
        "dd_open": _definition,
        "dd_close": _end,
        "footnote_reference_open": _footnote,
        "footnote_reference_close": _end,
        "fence": directives.fence,
        "colon_fence": directives.fence,
        "code_block": bodies.indented,
        "html_block": bodies.html,
        "table_open": bodies.table,
        "hr": _rule,
        "myst_target": _target,
        "myst_line_comment": _comment,
        "module": _module,
        "tag": tags.tag,
        "div": tags.div,
        "panel_open": tags.panel,
        "panel_close": tags.leave,
        "alert_open": tags.alert,
        "alert_close": tags.leave,
    }
)
"""What is done with each type of token; the rest are parts of these."""
