from __future__ import annotations

import pytest

from drift.aggregate.back import ALIKE, BACK, Back
from drift.aggregate.lineage import Fate
from drift.match import match
from tests.aggregate.passages import place, written
from tests.conftest import Files, both

OLD: Files = {"a.md": "# Cars of the house\n\n## Keys\n"}
NEW: Files = {"b.md": "# Cars of our house\n\n## Keys\n", "c.md": "# Lunch\n\n## Keys\n"}


@pytest.mark.parametrize(
    ("was", "last", "said", "steps", "wanted"),
    [
        ("a.md", "c.md", 1.0, 1.0, ("c.md", BACK)),
        ("a.md", "c.md", ALIKE, 0.6, ("c.md", 0.72)),
        ("a.md", "c.md", ALIKE - 0.01, 1.0, ("-", 0.0)),
        # A page may be written anew under its title, and a heading stand over anything.
        ("a.md", "b.md", 0.0, 1.0, ("b.md", BACK)),
        ("a.md#keys", "b.md#keys", ALIKE, 1.0, ("b.md#keys", BACK)),
        ("a.md#keys", "b.md#keys", ALIKE - 0.01, 1.0, ("-", 0.0)),
        ("a.md", "b.md#keys", 0.0, 1.0, ("-", 0.0)),
    ],
)
def test_what_was_removed_is_there_again(
    was: str, last: str, said: float, steps: float, wanted: tuple[str, float]
) -> None:
    back = Back(match(*both(OLD, NEW)), lambda *_: said)
    lead = back.lead(place(was), place(last), Fate(place(last), steps, gone=True))
    assert ((written(lead.place), lead.confidence) if lead else ("-", 0.0)) == wanted
