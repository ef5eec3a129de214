from __future__ import annotations

import pytest

from drift.aggregate.notes.headings import same_words


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Ropes", "ROPES:", True),
        ("Ropes & Sails", "Ropes and sails", True),
        ("Update the log book", "Update log book", True),
        ("Who may may steer?", "Who may steer?", True),
        ("Log book", "Logbook", True),
        ("Meetings on deck", "Neetings on deck", True),
        ("Prices", "Price", True),
        ("Get started", "Getting started", False),
        ("Plan for 2020", "Plan for 2021", False),
        ("Route 20201", "Route 20202", False),
        ("Rope A1", "Rope B1", False),
        ("Ship", "Shop", False),
        ("Internal notes", "External notes", False),
        ("Ropes", "Ropes and sails", False),
        ("!", "?", False),
        ("", "", False),
        (None, "Ropes", False),
    ],
)
def test_what_is_another_spelling(before: str | None, after: str | None, same: bool) -> None:
    assert same_words(before, after) is same
    assert same_words(after, before) is same
