from __future__ import annotations

import pytest

from drift.aggregate.labels import LABELLED, SURE, TITLED, Labels
from drift.history.places import places
from drift.match import match
from tests.aggregate.passages import place, written
from tests.conftest import Files, both

OLD: Files = {
    "a.rst": ".. _staff:\n\nStaff\n=====\n\n.. _leave:\n\nLeave\n-----\n\nHolidays.\n\nPay\n---\n\nMonthly.\n"
}


def _part(label: str, title: str) -> str:
    return f".. _{label}:\n\n{title}\n{'=' * len(title)}\n\nOther words.\n"


CASES: dict[str, tuple[Files, str, str, float]] = {
    "a section on another page": (
        {"b.rst": f"Post\n****\n\n{_part('leave', 'Leave')}"},
        "a.rst#leave",
        "b.rst#leave",
        SURE,
    ),
    "under another heading": (
        {"b.rst": f"Post\n****\n\n{_part('leave', 'Away')}"},
        "a.rst#leave",
        "b.rst#leave",
        LABELLED,
    ),
    "a page, by the label of its title": ({"b.rst": _part("staff", "Staff")}, "a.rst", "b.rst", SURE),
    "under another title": ({"b.rst": _part("staff", "Crew")}, "a.rst", "b.rst", TITLED),
    "its title": ({"b.rst": _part("staff", "Staff")}, "a.rst#staff", "b.rst#staff", SURE),
    "a page that is a section now": (
        {"b.rst": f"Post\n****\n\n{_part('staff', 'Staff')}"},
        "a.rst",
        "b.rst#staff",
        SURE,
    ),
    "in another format": ({"b.md": "(leave)=\n# Leave\n\nOther words.\n"}, "a.rst#leave", "b.md#leave", SURE),
    "without a label, nobody knows": ({"b.rst": _part("pay", "Pay")}, "a.rst#pay", "-", 0.0),
    "nor of a label that is gone": ({"b.rst": _part("else", "Leave")}, "a.rst#leave", "-", 0.0),
    "nor of one that stands twice": (
        {"b.rst": _part("leave", "Leave"), "c.rst": _part("leave", "Leave")},
        "a.rst#leave",
        "-",
        0.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_section_is_where_its_label_is(name: str) -> None:
    new, was, wanted, sure = CASES[name]
    matching = match(*both(OLD, new))
    node = places(matching.old).index(place(was))
    lead = Labels(matching).lead(node)
    found = (written(lead.place), lead.confidence) if lead else ("-", 0.0)
    assert found == (wanted, sure)
