"""A life, or who wrote what there is -> lines for a terminal."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from textwrap import indent

from rich.text import Text

from drift.aggregate.standpoint import Standpoint
from drift.aggregate.trace import Moment
from drift.render.changelog.outline import outline
from drift.render.changelog.text import body
from drift.render.changelog.view import View
from drift.render.log.header import short
from drift.render.log.text import MARGIN, head
from drift.render.paper import Paper
from drift.render.plural import plural
from drift.render.trace.base import TraceRenderer, TraceView
from drift.render.trace.gutter import gutter
from drift.render.trace.own import own_entry, own_outline
from drift.render.visible import visible


def render(view: TraceView) -> Iterator[bytes]:
    """Write a life, newest first, or the present text with who wrote it.

    Args:
        view: What is to be written.

    Yields:
        The lines, those of each moment as soon as it comes.
    """
    paper = Paper(width=view.width, color=view.color)
    paper.write(Text(visible(f"{shown(view.place)} at {view.rev}"), style="bold"))
    paper.skip()
    if view.blamed is not None:
        gutter(paper, view.blamed, width=view.width)
        yield _bytes(paper.text())
        return
    yield _bytes(paper.text())
    count, last = 0, None
    for last in view.moments:
        count += 1
        yield _bytes(_moment(last, view) + "\n")
    yield _bytes(_end(count, last, view))


def shown(place: Standpoint) -> str:
    """Write a place as its user would: `page.md` or `page.md#anchor`.

    Args:
        place: A page or section.

    Returns:
        Its name; of a section without an anchor, with its heading.
    """
    at = place.location
    if not place.place[1]:
        return at.path
    return f"{at.path}#{at.anchor or ' › '.join(at.section[-1:])}"


def _moment(moment: Moment, view: TraceView) -> str:
    paper = Paper(width=view.width, color=view.color)
    head(paper, moment.commit, cut="first known" in moment.events)
    begun = moment.old is None or "split off" in moment.events
    line = Text(", ".join(moment.events), style="green" if begun else "yellow")
    line.append(visible(_before(moment)))
    paper.write(line, indent=MARGIN)
    entry = own_entry(moment)
    told = View.of(entry, view, margin=MARGIN)
    inner = Paper(width=told.width, color=view.color)
    parts = outline(entry, whole=view.verbose)
    at = moment.new or moment.old
    body(inner, own_outline(parts, at) if at else parts, told)
    return paper.text() + indent(inner.text(), " " * MARGIN)


def _before(moment: Moment) -> str:
    """Say where it was, if that is another place and neither a change nor a rule says so."""
    old, new = moment.old, moment.new
    if old is None or new is None or old.place == new.place:
        return ""
    if "split off" in moment.events:
        return f" from {shown(old)}"
    told = any(one.kind == "page.moved" and not one.cause for one in moment.entry.changes)
    swept = any(one.kind == "folder.moved" for one in moment.entry.rules)
    if (told or swept) and old.place[1] == new.place[1]:
        return ""
    was = shown(old)
    return f" (was {was.removeprefix(new.location.path) if old.place[1] else was})"


def _end(count: int, last: Moment | None, view: TraceView) -> str:
    paper = Paper(width=view.width, color=view.color)
    paper.write(Text(f"{plural(count, 'commit')}.", style="dim"))
    if last is not None and last.old is not None and "split off" in last.events:
        word = shlex.quote(visible(shown(last.old)))
        paper.write(Text(f"Before: drift trace {word} --at {short(last.commit)}^", style="dim"))
    if last is not None and "first known" in last.events:
        paper.write(Text("Before: this clone is shallow; git fetch --unshallow", style="dim"))
    return paper.text()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


TEXT = TraceRenderer("text", render)
