from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = "# Rates\n\nAsk the purser for all rates.\n"
NIGHTS = "\n## Nights\n\nWhoever stands watch from dusk to dawn is paid twice for each hour.\n"
DAYS = "\n## Days\n\nBetween breakfast and supper the plain rate holds for everybody aboard.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES + NIGHTS + DAYS},
        {"rates.md": RATES + DAYS},
        ["rates.md:- section “Nights” removed"],
    ),
    # It went to another place, or got another name.
    ({"rates.md": RATES + NIGHTS + DAYS}, {"rates.md": RATES + DAYS + NIGHTS}, []),
    (
        {"rates.md": RATES + NIGHTS + DAYS},
        {"rates.md": RATES + NIGHTS.replace("Nights", "Late hours") + DAYS},
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("section-removed", old, new) == told
