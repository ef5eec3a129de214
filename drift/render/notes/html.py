"""Notes -> one HTML page that needs nothing else: no script, no style or picture from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator, Sequence

from drift.render.base import Renderer
from drift.render.notes.base import Line, NotesView, Run, Told
from drift.render.notes.words import NOTHING, told
from drift.render.visible import visible

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
article { border-top: 1px solid; margin-top: 2.5rem; }
ul { padding-left: 1.25rem; }
li { margin: 0.4rem 0; }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEAD = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What changed</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>What changed</h1>
"""
_FOOT = "</body>\n</html>\n"


def render(view: NotesView) -> str:
    """Write notes as a page of HTML.

    Args:
        view: The notes and how they are to be shown.

    Returns:
        The page, all that came from the handbook escaped.
    """
    articles = "".join(map(_article, _all_told(view))) or f"<p>{escape(NOTHING)}</p>\n"
    return f"{_HEAD}{articles}{_FOOT}"


def body(period: Told) -> str:
    """Write what is told of a period, without its title.

    Args:
        period: The period in words.

    Returns:
        Elements that can stand in any page.
    """
    rows = [f"<p>{_link(escape(period.when), period.url)}</p>\n"] if period.when else []
    for chapter in period.chapters:
        rows += [f"<h3>{escape(chapter.name)}</h3>\n"] if chapter.name else []
        rows += [*_list(chapter.lines), "\n"]
    rows += [f"<p>{escape(period.closing)}</p>\n"] if period.closing else []
    return "".join(rows)


def escape(text: str) -> str:
    """Write a text so that HTML shows just this text, also in an attribute.

    Args:
        text: Any text.

    Returns:
        HTML without markup, on one line; each name in it keeps its own direction of writing.
    """
    return html.escape(visible(text))


def _all_told(view: NotesView) -> list[Told]:
    return [told(period, whole=view.whole) for period in view.notes.periods]


def _article(period: Told) -> str:
    return f"<article>\n<h2>{escape(period.title)}</h2>\n{body(period)}</article>\n"


def _list(lines: Sequence[Line]) -> Iterator[str]:
    yield "<ul>\n"
    for line in lines:
        yield f"<li>{''.join(map(_run, line.runs))}"
        if line.below:
            yield "\n"
            yield from _list(line.below)
        yield "</li>\n"
    yield "</ul>"


def _run(run: Run) -> str:
    shown = escape(run.text)
    if run.role != "plain":
        tag = "code" if run.role == "literal" else "strong"
        shown = f"<{tag}>{shown}</{tag}>"
    return _link(shown, run.url)


def _link(shown: str, url: str) -> str:
    return f'<a href="{escape(url)}">{shown}</a>' if url else shown


HTML = Renderer("html", render)
