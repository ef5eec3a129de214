from __future__ import annotations

import pytest

from drift.aggregate.gathered import LEAST, LOST, gathered
from drift.aggregate.lead import GUESSED, Lead

HERE, THERE = Lead(("b.md", "x"), 0.9), Lead(("c.md", ""), 0.8)
GUESS = Lead(("b.md", "y"), GUESSED)

CASES: dict[str, tuple[list[tuple[int, Lead | None]], Lead | None]] = {
    "nothing is known of any section": ([(10, None), (20, GUESS)], None),
    "all are on one page": ([(10, HERE), (30, HERE)], Lead(("b.md", ""), 0.9)),
    "most are": ([(10, THERE), (30, HERE)], Lead(("b.md", ""), 0.675)),
    "half are on each": ([(10, HERE), (10, THERE)], Lead(("b.md", ""), 0.45)),
    "the others were taken away": (
        [(20, HERE), (20, None)],
        Lead(("b.md", ""), round(0.9 / (1 + LOST), 3)),
    ),
    "a guess is none of them": (
        [(20, HERE), (20, GUESS)],
        Lead(("b.md", ""), round(0.9 / (1 + LOST), 3)),
    ),
    "as much is left as must be": (
        [(30, Lead(("b.md", ""), 1.0)), (70, None)],
        Lead(("b.md", ""), round(LEAST / (LEAST + 0.7 * LOST), 3)),
    ),
    "too little is left": ([(29, Lead(("b.md", ""), 1.0)), (71, None)], None),
    "sections without words": ([(0, HERE)], None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_where_most_of_its_sections_are(name: str) -> None:
    parts, wanted = CASES[name]
    assert gathered(parts) == wanted
