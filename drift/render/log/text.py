"""A log -> lines for a terminal: who, when and why, and below it what changed, as `drift diff` tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from textwrap import indent

import msgspec
from rich.text import Text

from drift.explain.base import CommitFacts, Entry
from drift.render.base import Wishes
from drift.render.changelog.outline import Outline, outline
from drift.render.changelog.summary import totals
from drift.render.changelog.text import body
from drift.render.changelog.view import View
from drift.render.log.base import Logged, LogRenderer
from drift.render.log.header import NOTHING, day, short, standing, subject
from drift.render.log.parts import parts
from drift.render.paper import Paper
from drift.render.visible import visible

MARGIN = 4
"""Columns by which what a commit changed stands to the right of its head, so that heads are found at a glance."""


def render(log: Iterable[Logged], view: Wishes) -> Iterator[bytes]:
    """Write a log for a terminal or a plain file.

    Args:
        log: The commits.
        view: How it is to be shown.

    Returns:
        The lines of each commit that touches a document, and one for the rest.
    """
    return parts(log, partial(_commit, view=view), partial(_rest, view=view))


def _rest(text: str, view: Wishes) -> str:
    paper = Paper(width=view.width, color=view.color)
    paper.write(Text(text, style="dim"))
    return paper.text()


def _commit(logged: Logged, view: Wishes) -> str:
    paper = Paper(width=view.width, color=view.color)
    head(paper, logged.commit, cut=logged.cut)
    paper.skip()
    if logged.problem:
        paper.write(Text(visible(logged.problem)), indent=MARGIN, bullet=("!", "bold red"))
    entry = logged.entry
    return paper.text() + (indent(_entry(entry, view), " " * MARGIN) if entry else "")


def head(paper: Paper, commit: CommitFacts, *, cut: bool = False) -> None:
    """Write by what people know a commit.

    Args:
        paper: What it is written to.
        commit: The commit.
        cut: Whether a shallow clone was cut there.
    """
    line = Text.assemble((short(commit), "yellow"), f"  {day(commit)}  {visible(commit.author)}")
    if special := standing(commit, cut=cut):
        line.append(f"  ({special})", style="dim")
    paper.write(line)
    paper.write(Text(subject(commit), style="bold"), indent=MARGIN)


def _entry(entry: Entry, view: Wishes) -> str:
    shown = View.of(entry, view, margin=MARGIN)
    parts = outline(entry, whole=view.verbose)
    paper = Paper(width=shown.width, color=view.color)
    body(paper, parts, shown)
    if not _is_clear(entry, parts):
        paper.skip()
        paper.write(Text(_totals(entry, parts), style="dim"))
    return paper.text()


def _is_clear(entry: Entry, parts: Outline) -> bool:
    """Whether what is told is so little that to count it says nothing new."""
    if entry.stats.unread or parts.alike:
        return False
    return len(parts.pages) == (0 if parts.sweep or parts.repeats else 1)


def _totals(entry: Entry, parts: Outline) -> str:
    """Files that are no documents are the same from commit to commit, and no news."""
    if not (entry.changes or entry.rules or entry.stats.unread):
        return NOTHING
    return totals(
        msgspec.structs.replace(entry, stats=msgspec.structs.replace(entry.stats, skipped={})),
        parts,
    )


TEXT = LogRenderer("text", render, counts=True)
