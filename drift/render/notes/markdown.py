"""Notes -> Markdown: a heading a period, a heading a part, and points that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.render.base import Renderer
from drift.render.escape_markdown import code, escape, strong
from drift.render.notes.base import Line, NotesView, Run, Told
from drift.render.notes.words import NOTHING, told

_NUMBER = re.compile(r"#\d+")
# A forge makes a link of it, which inside of a link it does not.

_SIGNS = re.compile(r"[()<>\\ \"]")


def render(view: NotesView) -> str:
    """Write notes as GitHub Flavored Markdown.

    Args:
        view: The notes and how they are to be shown.

    Returns:
        The text, all that came from the pages escaped.
    """
    periods = [_period(told(period, whole=view.whole)) for period in view.notes.periods]
    return "\n".join("\n".join(lines) + "\n" for lines in periods) or f"{NOTHING}\n"


def _period(period: Told) -> list[str]:
    lines = [f"## {_inside(period.title)}", ""]
    if period.when:
        when = escape(period.when)
        lines += [f"[{when}]({target(period.url)})" if period.url else when, ""]
    for chapter in period.chapters:
        if chapter.name:
            lines += [f"### {_inside(chapter.name)}", ""]
        lines += [row for line in chapter.lines for row in _rows(line, "")]
        lines.append("")
    lines += [escape(period.closing), ""] if period.closing else []
    return lines[:-1]


def _rows(line: Line, indent: str) -> Iterator[str]:
    yield f"{indent}- {''.join(map(_run, line.runs)).strip()}"
    for below in line.below:
        yield from _rows(below, f"{indent}  ")


def _run(run: Run) -> str:
    if not run.text:
        return ""
    shown = run.text if run.url and _NUMBER.fullmatch(run.text) else _inner(run)
    return f"[{shown}]({target(run.url)})" if run.url else shown


def _inner(run: Run) -> str:
    if run.role == "literal":
        return code(run.text)
    return strong(run.text) if run.role == "strong" else _inside(run.text)


def _inside(text: str) -> str:
    """Escape what begins no line, where alone a full stop or a parenthesis could be a sign of Markdown."""
    return escape(f"–{text}")[1:]


def target(url: str) -> str:
    """Write a URL so that it ends where it ends.

    Args:
        url: Percent-encoded.

    Returns:
        What can stand between parentheses.
    """
    return _SIGNS.sub(lambda found: f"%{ord(found[0]):02X}", url)


MARKDOWN = Renderer("markdown", render)
