"""Markdown and its flavours -> page tree."""

from __future__ import annotations

from drift.parse.base import Parser
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


MARKDOWN = Parser(
    "markdown",
    version=1,
    suffixes=(".md", ".markdown", ".mdx", ".mkd", ".mdown", ".mdwn", ".mkdn", ".qmd", ".rmd"),
    parse=parse,
)
