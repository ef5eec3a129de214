"""A log -> Markdown, a heading a commit; content cannot break out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from drift.explain.base import Entry
from drift.render.base import Wishes
from drift.render.changelog.markdown import body
from drift.render.changelog.outline import outline
from drift.render.changelog.view import View
from drift.render.escape_markdown import code, escape
from drift.render.log.base import Logged, LogRenderer
from drift.render.log.header import NOTHING, day, short, standing, subject
from drift.render.log.parts import parts


def render(log: Iterable[Logged], view: Wishes) -> Iterator[bytes]:
    """Write a log as GitHub Flavored Markdown.

    Args:
        log: The commits.
        view: How it is to be shown; width and colour play no part.

    Returns:
        The part of each commit that touches a document, and a sentence for the rest.
    """
    return parts(log, partial(_commit, view=view), "{}\n".format)


def _commit(logged: Logged, view: Wishes) -> str:
    return "\n".join((*_head(logged), *_body(logged.entry, view), ""))


def _head(logged: Logged) -> Iterator[str]:
    commit = logged.commit
    yield f"## {escape(subject(commit))}"
    yield ""
    special = standing(commit, cut=logged.cut)
    known = (day(commit), escape(commit.author), code(short(commit)), special)
    yield ", ".join(part for part in known if part)
    if logged.problem:
        yield ""
        yield f"⚠ {escape(logged.problem)}"


def _body(entry: Entry | None, view: Wishes) -> list[str]:
    if entry is None:
        return []
    shown = View.of(entry, view)
    lines = body(outline(entry, whole=view.verbose), shown)
    return lines or ["", NOTHING]


MARKDOWN = LogRenderer("markdown", render, counts=True)
