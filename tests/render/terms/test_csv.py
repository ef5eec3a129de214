from __future__ import annotations

import csv
from io import StringIO

from drift.render.terms.csv import HEADER, render
from tests.render.terms.sample import COMPLETE, DECLARED, FOUND, HOSTILE, view


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_a_term() -> None:
    first, second, third = rows(render(view(DECLARED, COMPLETE, FOUND)))
    assert first == {
        "before": "QPAD",
        "after": "GPAD",
        "count": "12",
        "pages": "3",
        "confidence": "1.0",
        "first_commit": "1" * 40,
        "first_date": "2024-01-02T12:00:00+00:00",
        "last_commit": "2" * 40,
        "last_date": "2024-03-04T12:00:00+00:00",
        "trickled": "yes",
        "expected": "yes",
        "variants": "",
        "leftovers": "1",
        "places": "plan.md:7",
    }
    assert (second["first_commit"], second["last_date"]) == ("", "")
    assert third["variants"] == "Campaign → Batch change; campaigns → batch changes"
    assert third["places"].split("; ")[-1] == "a.md:7"


def test_no_cell_is_a_formula() -> None:
    (row,) = rows(render(view(HOSTILE)))
    assert row["before"] == "'=1+1\\x1b[31m"
    assert row["variants"] == "'+a # b → \\u202eevil"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert not any("\x1b" in cell or "\x07" in cell or "\n" in cell for cell in row.values())


def test_nothing() -> None:
    assert render(view()) == ",".join(HEADER) + "\r\n"
