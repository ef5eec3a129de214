"""Who wrote each block -> its text beside the commit, which is named once for all blocks that it wrote in a row."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from drift.aggregate.blame import Blamed
from drift.explain.base import CommitFacts
from drift.render.log.header import day, short
from drift.render.paper import Paper
from drift.render.visible import visible

AUTHOR = 14
"""Columns for an author's name beside a block; `drift log` names him in full."""

WIDE = 36
"""Columns of a commit, its day and its author, whether known or not."""


def gutter(paper: Paper, blocks: Iterable[Blamed], *, width: int) -> None:
    """Write a text with its commits on the left.

    Args:
        paper: What it is written to.
        blocks: The headings and blocks.
        width: Columns in all; where they are few, the author is left out.
    """
    names = width >= 2 * WIDE
    before: CommitFacts | None = None
    first = True
    for block in blocks:
        text = _text(block)
        if not text:
            continue
        known = not first and block.commit == before
        who = "" if known else _who(block.commit, names=names)
        size = WIDE if names else WIDE - AUTHOR - 1
        heading = block.kind == "heading"
        if heading:
            paper.skip()
        paper.write(Text(text, style="bold" if heading else ""), bullet=(f"{who:<{size}} ", "dim"))
        before, first = block.commit, False


def _who(commit: CommitFacts | None, *, names: bool) -> str:
    if commit is None:
        return "not known"
    name = f" {visible(commit.author)[:AUTHOR]}" if names else ""
    return f"{short(commit)} {day(commit)}{name}"


def _text(block: Blamed) -> str:
    """Give what a reader sees; a directive that only encloses other blocks is told by these."""
    if block.kind == "heading":
        return visible(f"# {block.text}")
    if block.text:
        return visible(block.text)
    return f"({block.kind})" if block.kind == "image" else ""
