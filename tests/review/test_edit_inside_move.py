from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from drift.review.judged import review
from drift.review.ruling import Ruling
from tests.review.conftest import reviewed

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = (
    "# Rates\n\nThe purser keeps the list of rates and reads it aloud at the end of each month.\n\n"
    "Whoever stands watch from dusk to dawn is paid twice, for at most 40 hours a month.\n"
)
NIGHTS = (
    "## Nights\n\nThe purser pays at dawn, in coins or in kind, to whoever stood watch, and keeps a list.\n"
    "\nAt most 40 hours a month are paid so, and what is over is time off in the port.\n"
)
DAYS = "# Days\n\nBy day all hands work as the mate says.\n\n"
LOG = "# Log\n\nWrite down the weather and the course.\n\n"

WAY = "office/rates.md:3 moved here from rates.md and changed on the way: "

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES},
        {"office/rates.md": RATES.replace("40", "60")},
        ["office/rates.md:5 moved here from rates.md and changed on the way: 40 hours → 60 hours"],
    ),
    (
        {"days.md": DAYS + NIGHTS, "log.md": LOG},
        {"days.md": DAYS, "log.md": LOG + NIGHTS.replace("40", "60")},
        ["log.md:9 moved here from days.md and changed on the way: 40 hours → 60 hours"],
    ),
    (
        {"days.md": f"{DAYS}## Work\n\nAll day.\n\n#{NIGHTS}## Rest\n\nWhen it is dark.\n"},
        {
            "days.md": f"{DAYS}## Work\n\nAll day.\n\n## Rest\n\nWhen it is dark.\n\n#{NIGHTS.replace('40', '60')}"
        },
        [
            "days.md:17 moved here from “Days › Work › Nights” and changed on the way: 40 hours → 60 hours"
        ],
    ),
    # Words without facts are shown as they are.
    (
        {"rates.md": RATES},
        {"office/rates.md": RATES.replace("reads it aloud", "hangs it up")},
        [
            "office/rates.md:3 moved here from rates.md and changed on the way: “reads it aloud” → “hangs it up”"
        ],
    ),
    (
        {"rates.md": RATES},
        {"office/rates.md": f"{RATES}\nSickness is paid as if the watch had been stood.\n"},
        ["office/rates.md:7 moved here from rates.md and changed on the way: text added"],
    ),
    # It only moved, or only changed.
    ({"rates.md": RATES}, {"office/rates.md": RATES}, []),
    ({"rates.md": RATES}, {"rates.md": RATES.replace("40", "60")}, []),
    # Long passages are read in the text.
    (
        {"rates.md": RATES},
        {"office/rates.md": RATES.replace("list of rates and reads it aloud at the end of", "key")},
        [f"{WAY}“list of rates and reads it aloud at the…” → “key”"],
    ),
    # What a rule explains is told by it.
    (
        {
            "rates.md": RATES.replace("keeps", "writes in the QPAD"),
            "log.md": f"{LOG}The QPAD lies there.\n",
        },
        {
            "office/rates.md": RATES.replace("keeps", "writes in the GPAD").replace(
                "aloud", "twice"
            ),
            "log.md": f"{LOG}The GPAD lies there.\n",
        },
        [f"{WAY}“aloud” → “twice”"],
    ),
    (
        {
            "rates.md": RATES.replace("keeps", "writes in the QPAD"),
            "log.md": f"{LOG}The QPAD lies there.\n",
        },
        {
            "office/rates.md": RATES.replace("keeps", "writes in the GPAD"),
            "log.md": f"{LOG}The GPAD lies there.\n",
        },
        [],
    ),
    # Nothing but emphasis.
    ({"rates.md": RATES}, {"office/rates.md": RATES.replace("aloud", "*aloud*")}, []),
    # A typing error was mended on the way.
    ({"rates.md": RATES.replace("purser", "pursre", 1)}, {"office/rates.md": RATES}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("edit-inside-move", old, new) == told


def test_its_facts_are_not_told_again() -> None:
    given = reviewed({"rates.md": RATES}, {"office/rates.md": RATES.replace("40", "60")})
    found = review(given, Ruling(today=date(2026, 3, 15))).findings
    assert [one.policy for one in found] == ["edit-inside-move"]
