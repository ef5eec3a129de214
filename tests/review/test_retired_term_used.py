from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drift.aggregate.terms.term import Expected

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

TERMS = (Expected("QPAD", "GPAD", allow=("archive/",)),)
PLAN = "# Plans\n\nEach crew writes a GPAD.\n"
WATCH = "# Watches\n\nWho stands watch is in the QPAD.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"plan.md": PLAN},
        {"plan.md": f"{PLAN}\nTwo QPADs make a year.\n"},
        ["plan.md:5 says “QPAD”, which is to be “GPAD”: Two QPADs make a year."],
    ),
    (
        {"plan.md": PLAN, "watch.md": WATCH},
        {"plan.md": PLAN, "watch.md": f"{WATCH}\nHang up the QPAD.\n"},
        ["watch.md:5 says “QPAD”, which is to be “GPAD”: Hang up the QPAD."],
    ),
    # Above one that was there, and as a copy on a page before it.
    (
        {"watch.md": WATCH},
        {"watch.md": WATCH.replace("Who", "Hang up the QPAD.\n\nWho")},
        ["watch.md:3 says “QPAD”, which is to be “GPAD”: Hang up the QPAD."],
    ),
    (
        {"plan.md": PLAN, "watch.md": WATCH},
        {"plan.md": f"{PLAN}\nWho stands watch is in the QPAD.\n", "watch.md": WATCH},
        ["plan.md:5 says “QPAD”, which is to be “GPAD”: Who stands watch is in the QPAD."],
    ),
    # It was said before: as it was, in other words, and on another page.
    ({"watch.md": WATCH}, {"watch.md": f"{WATCH}\nSleep well.\n"}, []),
    ({"watch.md": WATCH}, {"watch.md": WATCH.replace("stands watch", "is up")}, []),
    ({"watch.md": WATCH}, {"sea/watch.md": WATCH}, []),
    (
        {"plan.md": PLAN, "watch.md": f"{WATCH}\nSleep well.\n"},
        {
            "plan.md": f"{PLAN}\nWho stands watch is in the QPAD.\n",
            "watch.md": "# Watches\n\nSleep well.\n",
        },
        [],
    ),
    # It tells of the past, or may say it.
    ({"plan.md": PLAN}, {"plan.md": f"{PLAN}\nThe GPAD was formerly the QPAD.\n"}, []),
    ({"plan.md": PLAN}, {"plan.md": PLAN, "archive/old.md": WATCH}, []),
    ({"plan.md": PLAN}, {"plan.md": f"{PLAN}\nTwo GPADs make a year.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("retired-term-used", old, new, retired=TERMS) == told


def test_nothing_is_retired_unless_somebody_says_so(tell: Tell) -> None:
    assert tell("retired-term-used", {}, {"watch.md": WATCH}) == []
