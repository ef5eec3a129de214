"""A log -> how much each commit changed on each page, as `git log --stat` tells it of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from drift.explain.base import Entry
from drift.explain.places import home
from drift.explain.sentence import Mark, mark
from drift.render.base import Wishes
from drift.render.changelog.names import new_names
from drift.render.changelog.text import MARKS
from drift.render.log.base import Logged, LogRenderer
from drift.render.log.header import NOTHING
from drift.render.log.parts import parts
from drift.render.log.text import head
from drift.render.paper import Paper
from drift.render.plural import plural
from drift.render.visible import visible

WIDEST_BARS = 0.3
"""Share of a line that bars may take from the names of pages."""


def render(log: Iterable[Logged], view: Wishes) -> Iterator[bytes]:
    """Write a log as figures.

    Args:
        log: The commits.
        view: How wide and colourful it may be.

    Returns:
        The head of each commit that touches a document, with a line for each page that it changed.
    """
    return parts(log, partial(_commit, view=view), "{}\n".format)


def _commit(logged: Logged, view: Wishes) -> str:
    paper = Paper(width=view.width, color=view.color)
    head(paper, logged.commit, cut=logged.cut)
    paper.skip()
    if logged.problem:
        paper.write(Text(visible(logged.problem)), indent=1, bullet=("!", MARKS["!"]))
    if entry := logged.entry:
        pages = _pages(entry)
        for line in _lines(pages, view.width):
            paper.write(line, indent=1)
        paper.write(Text(_total(entry, len(pages))), indent=1)
    return paper.text()


def _total(entry: Entry, pages: int) -> str:
    rules = [plural(len(entry.rules), "rule")] if entry.rules else []
    changes = [f"{plural(len(entry.changes), 'change')} on {plural(pages, 'page')}"]
    return ", ".join((*rules, *(changes if pages else ()))) or NOTHING


def _pages(entry: Entry) -> dict[str, Counter[Mark]]:
    """Count all changes, those that others explain among them: each is something that its page's readers see."""
    pages: defaultdict[str, Counter[Mark]] = defaultdict(Counter)
    names = new_names(entry)
    for change in entry.changes:
        path = home(change).path
        pages[path if change.new else names.of(path, ())[0]][mark(change)] += 1
    return dict(sorted(pages.items()))


def _lines(pages: Mapping[str, Counter[Mark]], width: int) -> Iterator[Text]:
    if not pages:
        return
    names = {path: visible(path) for path in pages}
    most = max(marks.total() for marks in pages.values())
    digits = len(str(most))
    room = width - digits - len("  |  ") - len(MARKS)
    column = min(
        max(map(cell_len, names.values())), max(room - min(most, int(width * WIDEST_BARS)), 1)
    )
    room = max(room - column, 1)
    for path, marks in pages.items():
        line = Text(f"{_fitted(names[path], column)} | {marks.total():>{digits}} ")
        for sign, style in MARKS.items():
            line.append(sign * _scaled(marks[sign], most, room), style=style)
        yield line


def _fitted(name: str, column: int) -> str:
    """Cut a long path in front, where paths are most alike."""
    while cell_len(name) > column:
        name = "…" + name.removeprefix("…")[1:]
    return set_cell_size(name, column)


def _scaled(count: int, most: int, room: int) -> int:
    """Shorten all bars alike where the longest does not fit; what there is some of stays seen."""
    return count if most <= room else (count * room + most - 1) // most


STAT = LogRenderer("stat", render, counts=True)
