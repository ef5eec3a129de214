"""Terms -> a table for spreadsheets, in which no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from drift.aggregate.terms.term import Moment, Term
from drift.render.base import Renderer
from drift.render.terms.view import TermsView
from drift.render.visible import visible

HEADER = (
    "before",
    "after",
    "count",
    "pages",
    "confidence",
    "first_commit",
    "first_date",
    "last_commit",
    "last_date",
    "trickled",
    "expected",
    "variants",
    "leftovers",
    "places",
)

_FORMULA = ("=", "+", "-", "@")
# What a spreadsheet would compute.


def render(view: TermsView) -> str:
    """Write terms as comma-separated values.

    Args:
        view: The terms; how people wish to see them plays no part.

    Returns:
        A header and a row a term: lists stand in one cell, their parts divided by semicolons.
    """
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADER)
    writer.writerows([_cell(value) for value in _row(term)] for term in view.terms)
    return file.getvalue()


def _row(term: Term) -> Iterator[str | float | bool]:
    yield from (term.before, term.after, term.count, term.pages, term.confidence)
    yield from (*_moment(term.first), *_moment(term.last))
    yield from (term.trickled, term.expected)
    yield "; ".join(f"{before} → {after}" for before, after in term.variants)
    yield len(term.leftovers)
    yield "; ".join(f"{one.path}:{one.line}" for one in term.leftovers)


def _moment(moment: Moment | None) -> tuple[str, str]:
    return (moment.commit, moment.date) if moment else ("", "")


def _cell(value: str | float | bool) -> str:  # noqa: FBT001 - a cell holds what there is
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = visible(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


CSV = Renderer("csv", render)
