from __future__ import annotations

import msgspec
import pytest

from drift.aggregate.notes.notes import Moment, NewPage, Part, Period, Sweeping
from drift.render.notes.base import Line
from drift.render.notes.words import told
from tests.render.notes.sample import PERIOD, QUIET, place


def said(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def lines(period: Period, *, whole: bool = False) -> list[str]:
    return [said(line) for one in told(period, whole=whole).chapters for line in one.lines]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2021-03", "March 2021"),
        ("2021-W09", "Week 9 of 2021"),
        ("2021", "2021"),
        ("v1 → v2", "v1 → v2"),
        ("2021-13", "2021-13"),
        ("2021-03-rc1", "2021-03-rc1"),
        ("", ""),
    ],
)
def test_a_period_is_called_as_people_call_it(name: str, title: str) -> None:
    assert told(msgspec.structs.replace(QUIET, name=name), whole=False).title == title


def test_a_period_without_dates_has_no_days() -> None:
    undated = Moment("v1", "1" * 40, "")
    assert told(msgspec.structs.replace(QUIET, old=undated, new=undated), whole=False).when == ""


@pytest.mark.parametrize(
    ("small", "closing"),
    [
        ({}, "Nothing changed for readers."),
        ({"typos": 1}, "Small changes only: 1 typo or title in another spelling."),
        (
            {"links": 2, "order": 1},
            "Small changes only: 2 links and anchors and 1 change of order.",
        ),
    ],
)
def test_what_is_only_counted(small: dict[str, int], closing: str) -> None:
    assert told(msgspec.structs.replace(QUIET, small=small), whole=False).closing == closing


def test_a_handbook_without_parts_has_one_list() -> None:
    rule = Sweeping("term.renamed", "QPAD", "GPAD", 2, 1)
    part = Part(name="", new=(NewPage(place("Sleep")),))
    period = msgspec.structs.replace(QUIET, parts=(part,), throughout=(rule,))
    (chapter,) = told(period, whole=False).chapters
    assert (chapter.name, len(chapter.lines)) == ("", 2)


@pytest.mark.parametrize(("count", "rows"), [(3, 3), (4, 1)])
def test_a_few_new_pages_are_told_one_by_one(count: int, rows: int) -> None:
    part = Part(name="Life", new=tuple(NewPage(place(f"P{n}"), "Text") for n in range(count)))
    period = msgspec.structs.replace(QUIET, parts=(part,))
    assert len(lines(period)) == rows
    assert len(lines(period, whole=True)) == count


def test_statements_that_hold_throughout_are_bounded() -> None:
    rules = tuple(Sweeping("term.renamed", f"a{n}", f"b{n}", 1, 1) for n in range(10))
    period = msgspec.structs.replace(QUIET, throughout=rules)
    assert lines(period)[7:] == ["“a7” is now called “b7” (1 place).", "2 more like these"]
    assert len(lines(period, whole=True)) == 10


def test_nothing_is_left_out_of_what_is_whole() -> None:
    assert not [line for line in lines(PERIOD, whole=True) if "more" in line]
