from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drift.review import policies
from tests.review.conftest import reviewed

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = "# Rates\n\nAsk the purser for all rates.\n"
NIGHTS = "\n## Nights\n\nWhoever stands watch from dusk to dawn is paid twice for each hour.\n"
DAYS = "\n## Days\n\nBetween breakfast and supper the plain rate holds for everybody aboard.\n"
WATCHES = ("first", "middle", "morning", "forenoon", "afternoon", "dog", "night")
LOG = "# Log\n" + "".join(
    f"\n## Day {day}\n\nThe {watch} watch saw {watch} weather.\n"
    for day, watch in enumerate(WATCHES, start=1)
)

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES + NIGHTS + DAYS},
        {"rates.md": RATES + DAYS},
        ["rates.md:- section “Nights” removed"],
    ),
    # Several are told once, by the names of the uppermost.
    (
        {
            "rates.md": RATES
            + NIGHTS
            + DAYS
            + "\n### Tips\n\nTips are shared by all hands aboard.\n"
        },
        {"rates.md": RATES},
        ["rates.md:- sections “Nights”, “Days” removed"],
    ),
    (
        {"log.md": LOG},
        {"log.md": "# Log\n"},
        ["log.md:- sections “Day 1”, “Day 2”, “Day 3”, “Day 4”, “Day 5” and 2 more removed"],
    ),
    (
        {
            "log.md": "# Log\n",
            "rates.md": f"Nobody aboard knows the rates by heart.\n{DAYS}\nSo it is.\n",
        },
        {"log.md": f"# Log\n{DAYS}\nSo it is.\n"},
        ["rates.md:- text before the first heading removed"],
    ),
    # Its heading is the title of the page now; its text went with it, or did not.
    (
        {"rates.md": f"### Rates\n\n#{NIGHTS[1:]}\n#{DAYS[1:]}"},
        {"pay/rates.md": f"---\ntitle: Rates\n---\n\n#{NIGHTS[1:]}\n#{DAYS[1:]}"},
        [],
    ),
    (
        {"rates.md": f"### Rates\n\nAsk the purser for them.\n\n#{NIGHTS[1:]}\n#{DAYS[1:]}"},
        {"pay/rates.md": f"---\ntitle: Rates\n---\n\n#{NIGHTS[1:]}\n#{DAYS[1:]}"},
        ["rates.md:- section “Rates” removed"],
    ),
    # Without text, and of another name than the page.
    (
        {"rates.md": f"{RATES}\n## Nights\n{DAYS}"},
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


def test_the_place_is_what_they_stood_in() -> None:
    found = policies()["section-removed"].check(
        reviewed({"rates.md": RATES + NIGHTS + DAYS}, {"rates.md": RATES})
    )
    assert [one.at.section for one in found] == [("Rates",)]


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("section-removed", old, new) == told
