from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

SUMMARY = "# Summary\n\n- [Start](README.md)\n- [Rates](rates.md)\n"
README = "# Start\n\nWelcome aboard.\n"
RATES = "# Rates\n\nNights are paid twice.\n"
VISA = "# Visa\n\nAsk the consul of the port that you sail to.\n"
OLD = {"SUMMARY.md": SUMMARY, "README.md": README, "rates.md": RATES}

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (OLD, {**OLD, "visa.md": VISA}, ["visa.md:- new page in no navigation"]),
    (
        OLD,
        {**OLD, "SUMMARY.md": SUMMARY.replace("- [Rates](rates.md)\n", "")},
        ["rates.md:- page, which was there before, is now in no navigation"],
    ),
    # It has its entry; it never had one; there is no navigation; it is marked.
    (OLD, {**OLD, "SUMMARY.md": f"{SUMMARY}- [Visa](visa.md)\n", "visa.md": VISA}, []),
    ({**OLD, "visa.md": VISA}, {**OLD, "visa.md": f"{VISA}\nOr the mayor.\n"}, []),
    ({"rates.md": RATES}, {"rates.md": RATES, "visa.md": VISA}, []),
    (OLD, {**OLD, "visa.md": f"---\norphan: true\n---\n\n{VISA}"}, []),
    # It is the first page of the site.
    (
        {"SUMMARY.md": SUMMARY.replace("- [Start](README.md)\n", ""), "rates.md": RATES},
        {
            "SUMMARY.md": SUMMARY.replace("- [Start](README.md)\n", ""),
            "rates.md": RATES,
            "README.md": README,
        },
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("page-in-no-navigation", old, new) == told
