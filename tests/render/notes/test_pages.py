from __future__ import annotations

import pytest

from drift.aggregate.notes.notes import ChangedPage, Detail, Fact, Source, What
from drift.render.notes.base import Line
from drift.render.notes.pages import changed
from tests.render.notes.sample import place


def said(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def detail(what: What, title: str, before: str = "") -> Detail:
    return Detail(what, place(title), before=before)


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ([detail("rewritten", "Deck")], "Deck: rewritten"),
        ([detail("extended", "Deck"), detail("added", "Sails")], "Deck: new: Sails; more text"),
        (
            [detail("rewritten", "Deck"), detail("rewritten", "Sails")],
            "Deck: rewritten: its opening, Sails",
        ),
        ([detail("extended", "Deck"), detail("shortened", "Deck")], "Deck: rewritten"),
        ([detail("extended", "Sails"), detail("shortened", "Deck")], "Deck: more on: Sails; less text"),
        ([detail("added", "Do this:"), detail("removed", ":")], "Deck: new: Do this; gone: :"),
        ([detail("renamed", "Lines", "Ropes")], "Deck: renamed: Lines (was Ropes)"),
        ([detail("arrived", "Nets", "Galley")], "Deck: moved here: Nets (from Galley)"),
        ([detail("removed", name) for name in "abcd"], "Deck: gone: a, b, c and 1 more"),
    ],
)  # fmt: skip
def test_what_happened_in_a_page(details: list[Detail], expected: str) -> None:
    assert said(changed(ChangedPage(place("Deck"), tuple(details)), whole=False)) == expected


def test_a_section_is_named_once_for_its_facts() -> None:
    facts = tuple(Fact(str(number), str(number + 1)) for number in range(5))
    details = (Detail("facts", place("Ropes"), facts=facts),)
    line = changed(ChangedPage(place("Deck"), details), whole=False)
    assert [said(one) for one in line.below] == [
        "Ropes: “0” is now “1”",
        "“1” is now “2”",
        "“2” is now “3”",
        "and 2 more of the kind",
    ]
    assert len(changed(ChangedPage(place("Deck"), details), whole=True).below) == 5


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "Deck: rewritten"), (2, "Deck: rewritten (#0, #1)"), (4, "Deck: rewritten")],
)
def test_few_sources_are_named(count: int, expected: str) -> None:
    made = tuple(Source(f"#{number}", "u") for number in range(count))
    page = ChangedPage(place("Deck"), (detail("rewritten", "Deck"),), made)
    assert said(changed(page, whole=False)) == expected
