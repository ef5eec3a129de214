"""A life, or who wrote what there is -> lines for a terminal."""

from __future__ import annotations

from textwrap import indent

from rich.text import Text

from drift.aggregate.blame import Blamed
from drift.aggregate.trace import Moment
from drift.render.base import Renderer
from drift.render.changelog.outline import outline
from drift.render.changelog.summary import plural
from drift.render.changelog.text import body
from drift.render.changelog.view import View
from drift.render.log.header import day, short
from drift.render.log.text import MARGIN, head
from drift.render.paper import Paper
from drift.render.trace.view import TraceView, shown
from drift.render.visible import visible

AUTHOR = 14
"""Columns for an author's name beside a block; the commit names him in full."""


def render(view: TraceView) -> str:
    """Write a life, newest first, or the present text with who wrote it.

    Args:
        view: What is to be written.

    Returns:
        The lines.
    """
    paper = Paper(width=view.width, color=view.color)
    paper.write(Text(visible(f"{shown(view.place)} at {view.rev}"), style="bold"))
    if view.blamed is not None:
        paper.skip()
        for block in view.blamed:
            _blamed(paper, block)
        return paper.text()
    pieces = [paper.text(), *(_moment(moment, view) for moment in view.moments)]
    return "\n".join(pieces) + _end(view)


def _moment(moment: Moment, view: TraceView) -> str:
    paper = Paper(width=view.width, color=view.color)
    head(paper, moment.commit)
    line = Text(", ".join(moment.events), style="green" if moment.old is None else "yellow")
    if moment.old is not None and moment.new is not None and moment.old != moment.new:
        line.append(visible(f": {shown(moment.old)} → {shown(moment.new)}"))
    paper.write(line, indent=MARGIN)
    told = View(
        changelog=moment.entry,
        context=view.context,
        width=view.width - 2 * MARGIN,
        color=view.color,
        verbose=view.verbose,
    )
    inner = Paper(width=told.width, color=view.color)
    body(inner, outline(moment.entry, whole=view.verbose), told)
    return paper.text() + indent(inner.text(), " " * 2 * MARGIN)


def _end(view: TraceView) -> str:
    paper = Paper(width=view.width, color=view.color)
    paper.skip()
    paper.write(Text(f"{plural(len(view.moments), 'commit')}.", style="dim"))
    return "\n" + paper.text()


def _blamed(paper: Paper, block: Blamed) -> None:
    commit = block.commit
    who = (
        f"{short(commit)} {day(commit)} {visible(commit.author)[:AUTHOR]:<{AUTHOR}}"
        if commit
        else f"{'not known':<{len('0123456789 2000-01-01 ') + AUTHOR}}"
    )
    style = "bold" if block.kind == "heading" else ""
    paper.write(Text(visible(block.text) or f"({block.kind})", style=style), bullet=(who, "dim"))


TEXT = Renderer("text", render)
