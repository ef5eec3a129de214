from __future__ import annotations

import pytest

from drift.changes.base import Fact
from drift.changes.table_facts import table_facts

HEAD = "Town | Fare | Paid"

CASES = {
    "each row by itself": (
        f"{HEAD}\nRiver | $10 | \nHill | $30 | ",
        f"{HEAD}\nRiver | €9 | €8\nHill | $20 | ",
        [("amount", "$10", "€9"), ("amount", None, "€8"), ("amount", "$30", "$20")],
    ),
    "rows that exchanged places": (
        f"{HEAD}\nRiver | $10\nHill | $30",
        f"{HEAD}\nHill | $30\nRiver | $12",
        [("amount", "$10", "$12")],
    ),
    "a row by another name": (
        f"{HEAD}\nRiver | 5 days\nHill | 5 days",
        f"{HEAD}\nRiver | 5 days\nMountain | 6 days",
        [("duration", "5 days", "6 days")],
    ),
    "a row more": (f"{HEAD}\nRiver | $10", f"{HEAD}\nRiver | $10\nHill | $30", []),
    "a row at the top and one gone at the bottom": (
        f"{HEAD}\n4.3 | 12 days\n4.2 | 9 days\n4.1 | 5 days",
        f"{HEAD}\n4.4 | 14 days\n4.3 | 12 days\n4.2 | 9 days",
        [],
    ),
    "several rows by other names": (
        f"{HEAD}\nRiver | 5 days\nHill | 6 days",
        f"{HEAD}\nLake | 7 days\nMountain | 8 days",
        [],
    ),
    "rows of one name": (
        f"{HEAD}\nRiver | 5 days\nRiver | 9 days",
        f"{HEAD}\nRiver | 5 days\nRiver | 8 days\nRiver | 2 days",
        [("duration", "9 days", "8 days")],
    ),
    "rows that begin alike": (
        f"{HEAD}\n | 5 days\n | 9 days",
        f"{HEAD}\n | 5 days\n | 8 days",
        [("duration", "9 days", "8 days")],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_table_facts(old: str, new: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert table_facts(old, new) == tuple(Fact(*row) for row in told)
