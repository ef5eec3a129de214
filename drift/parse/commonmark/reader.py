"""A page of Markdown -> its tree."""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.token import Token

from drift.parse.commonmark import bodies, directives, tags
from drift.parse.commonmark.blocks import CONTAINERS, Blocks, Reading, Tokens
from drift.parse.commonmark.converted import restore
from drift.parse.commonmark.cutting import scaffold
from drift.parse.commonmark.definitions import count, defined, environment
from drift.parse.commonmark.endings import is_open, loose
from drift.parse.commonmark.engine import engine
from drift.parse.commonmark.sheet import page, unfold
from drift.parse.fragments import Fragment
from drift.parse.nesting import parts
from drift.parse.shelf import Outcome
from drift.parse.shifting import shift
from drift.trees.page import Page
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
    sheet = unfold(source)
    outcome = read_fragment(Fragment(sheet.body), myst=dialect == "myst")
    return page(sheet, shift(outcome.parts, sheet.head.lines), dialect)


def read_fragment(fragment: Fragment, *, myst: bool) -> Outcome:
    """Read a stretch of a page that is not within anything.

    Args:
        fragment: The stretch.
        myst: Whether a line that begins with `%` is a comment.

    Returns:
        What it says, and how sure it is that the rest of the page does not matter.

    Raises:
        Unbearable: Something in it is nested too deeply.
    """
    known = environment(fragment.context)
    blocks = Blocks(engine(myst=myst), READINGS, known)
    source = scaffold(fragment.depth) + fragment.source
    blocks.offset = -fragment.depth
    tokens = blocks.tokens(source)
    names, number = defined(known, fragment.context, tokens), count(known)
    blocks.walk(tokens)
    joined = is_open(blocks, tokens, source)
    blocks.flush()
    del blocks.items[: fragment.depth]
    begun, ended = loose(tokens)
    return Outcome(
        parts(restore(blocks.items, fragment.source)),
        joined=joined,
        spills=count(known) != number,
        begun=begun,
        ended=ended,
        defined=names,
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
    blocks.add("rule", ("", "", ()), blocks.lines(token))


def _target(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    blocks.anchor(token.content, blocks.lines(token)[0], label=True)


def _module(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    name = token.content.split()[0]
    text = token.content.strip()
    blocks.add("directive", (text, text, ()), blocks.lines(token), name=name)


def _comment(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    markup = " ".join(token.content.split())
    blocks.add("html", ("", f"% {markup}", ()), blocks.lines(token))


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
