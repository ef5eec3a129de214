"""Markdown and its flavours -> page tree."""

from __future__ import annotations

from drift.parse.base import Parser
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Page
from drift.trees.site import Dialect


def parse(source: str, dialect: Dialect) -> Page:
    """Read a page of Markdown.

    Args:
        source: The text, decoded.
        dialect: How the site's generator makes anchors, and whether MyST's comments are comments.

    Returns:
        The tree.

    Raises:
        Unbearable: Something in it is nested too deeply.
    """
    # markdown-it-py is imported with the first page that needs it.
    from drift.parse.commonmark.reader import read  # noqa: PLC0415

    return read(source, dialect)


def by_fragments(source: str, dialect: Dialect, shelf: MemoryShelf) -> Page | None:
    """Read a page of Markdown of which some sections may have been read before.

    Args:
        source: The text, decoded.
        dialect: How the site's generator makes anchors, and whether MyST's comments are comments.
        shelf: Fragments that were read before.

    Returns:
        The tree; None where the page must be read whole.

    Raises:
        Unbearable: Something in it is nested too deeply.
    """
    from drift.parse.commonmark.fragmented import read  # noqa: PLC0415 - as above

    return read(source, dialect, shelf)


MARKDOWN = Parser(
    "markdown",
    version=12,
    suffixes=(".md", ".markdown", ".mdx", ".mkd", ".mdown", ".mdwn", ".mkdn", ".qmd", ".rmd"),
    parse=parse,
    by_fragments=by_fragments,
)
