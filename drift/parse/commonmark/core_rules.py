"""What is done to the blocks of a page before their inline content is read."""

from __future__ import annotations

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from drift.parse.commonmark.attributes import split_trailing
from drift.parse.commonmark.effort import check_effort


def strip_attributes(state: StateCore) -> None:
    """Take attribute blocks off headings and paragraphs.

    Args:
        state: markdown-it's state between blocks and inline content.
    """
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or "}" not in token.content:
            continue
        if token.content.startswith("{:"):
            _strip_leading(token)
        if not token.content.endswith("}"):
            continue
        content, attributes = split_trailing(token.content)
        if attributes is None:
            continue
        written = token.content[len(content) :]
        alone = "\n" in written or "{:" in written or not content
        if alone or state.tokens[index - 1].type == "heading_open":
            token.content = content
            token.meta["attributes"] = attributes


def _strip_leading(token: Token) -> None:
    """Take off the line of attributes that kramdown lets stand before a paragraph; what follows stays on its lines."""
    first, feed, rest = token.content.partition("\n")
    attributes = split_trailing(first)[1] if feed else None
    if attributes is not None:
        token.content = feed + rest
        token.meta["attributes"] = attributes


def bound_effort(state: StateCore) -> None:
    """Refuse text that would take too long, see `check_effort`.

    Args:
        state: markdown-it's state between blocks and inline content.

    Raises:
        Unbearable: Reading it would take longer than anyone waits.
    """
    for token in state.tokens:
        if token.type == "inline":
            check_effort(token.content)
