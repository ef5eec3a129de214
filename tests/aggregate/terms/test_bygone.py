from __future__ import annotations

import pytest

from drift.aggregate.terms.bygone import Headings, Past
from drift.explain.base import Leftover
from tests.conftest import both


@pytest.mark.parametrize(
    ("path", "text", "section", "expected"),
    [
        ("plan.md", "The GPAD (formerly QPAD) is read", (), True),
        ("plan.md", "The GPAD, previously known as the QPAD, is read", (), True),
        ("plan.md", "GPAD (was QPAD)", (), True),
        ("plan.md", "It was renamed from QPAD.", (), True),
        ("plan.md", "The QPAD was renamed to GPAD.", (), True),
        ("plan.md", "The QPAD is now the GPAD.", (), True),
        ("plan.md", "The GPAD replaces the QPAD.", (), True),
        ("plan.md", "the GPAD (called QPAD prior to 3.0)", (), True),
        ("plan.md", "The fleet no longer uses the word QPAD.", (), True),
        ("plan.md", "The fleet no longer rows. A QPAD is read.", (), False),
        ("changelog.md", "QPAD", (), True),
        ("docs/release-notes/2024.md", "QPAD", (), True),
        ("docs/upgrade_notes.rst", "QPAD", (), True),
        ("docs/migration-guide.md", "QPAD", (), True),
        ("docs/migration.md", "QPAD", (), False),
        ("archive/2020/plan.md", "QPAD", (), True),
        ("plan.md", "QPAD", ("Plan", "Release notes"), True),
        ("plan.md", "Each crew writes a QPAD.", ("Plan",), False),
        ("plan.md", "The QPAD is read aloud, as was formerly agreed.", (), False),
        ("plan.md", "What was formerly agreed on by all of us stands in the QPAD.", (), False),
        ("archivist.md", "QPAD", (), False),
    ],
)
def test_what_tells_of_the_past(
    path: str, text: str, section: tuple[str, ...], expected: bool
) -> None:
    assert Past(("QPAD",)).has(Leftover(path, 1, text, "prose"), section) == expected


@pytest.mark.parametrize(
    ("old", "new", "heading", "expected"),
    [
        ("QPAD", "GPAD", "From QPADs to GPADs", True),
        ("QPAD", "GPAD", "Writing a GPAD", False),
        ("QPAD", "GPAD", "Writing a QPAD", False),
        ("deck", "upper deck", "What was the deck is the upper deck", True),
        ("deck", "upper deck", "The upper deck", False),
        ("upper deck", "deck", "The upper deck", False),
    ],
)
def test_a_heading_that_names_both_forms(old: str, new: str, heading: str, expected: bool) -> None:
    mention = Leftover("plan.md", 1, f"Each crew has a {old}.", "prose")
    assert Past((old,), new).has(mention, (heading,)) == expected
    assert not Past((old,)).has(mention, (heading,))


def test_the_headings_above_a_place() -> None:
    _, site = both({}, {"plan.md": "# Plan\n\nOne.\n\n## Past\n\nTwo.\n\n## Now\n\nThree.\n"})
    headings = Headings(site)
    assert [headings.above(Leftover("plan.md", line, "", "prose")) for line in (3, 7, 11)] == [
        ("Plan",),
        ("Plan", "Past"),
        ("Plan", "Now"),
    ]
    assert headings.above(Leftover("plan.md", 1, "", "path")) == ()
