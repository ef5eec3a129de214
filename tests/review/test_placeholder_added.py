from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = "# Rates\n\nNights are paid twice.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\nHolidays: TBD\n"},
        ["rates.md:5 placeholder added: TBD"],
    ),
    # It was there before, or is a word like any other.
    (
        {"rates.md": f"{RATES}\nHolidays: TBD\n"},
        {"rates.md": f"{RATES}\nHolidays and feasts: TBD\n"},
        [],
    ),
    ({"rates.md": RATES}, {"rates.md": f"{RATES}\nWhat there is to do is told aloud.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("placeholder-added", old, new) == told
