from __future__ import annotations

import pytest

from drift.changes.base import Fact
from drift.changes.code_facts import code_facts

CASES = {
    "a figure in its place": (
        "retries = 3\nwait: 30",
        "retries = 5\nwait: 30",
        [("number", "3", "5")],
    ),
    "a line before it": ("wait: 30", "# in seconds\nwait: 60", [("number", "30", "60")]),
    "what a command prints in another form": (
        "$ tool list\nrake (0.10)\nspade (2.7)",
        "$ tool list\nName   Version\nrake   0.11\nspade  2.8",
        [],
    ),
    "a line more": ("wait: 30", "wait: 30\nretries: 3", []),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_code_facts(old: str, new: str, told: list[tuple[str, str, str]]) -> None:
    assert code_facts(old, new) == tuple(Fact(*row) for row in told)
    assert code_facts(new, old) == tuple(Fact(kind, after, before) for kind, before, after in told)
