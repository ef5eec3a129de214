from __future__ import annotations

import pytest

from drift.changes.base import Change, Fact, Location
from drift.render.changelog.facts import MOST_FACTS, facts


def _edit(*found: Fact) -> Change:
    here = Location("a.md", ("A",), "a", (1, 2))
    return Change(kind="section.edited", old=here, new=here, significance="content", facts=found)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            (Fact("amount", "3 euros", None), Fact("modal", "must", "may")),
            "3 euros removed, must → may",
        ),
        (
            (Fact("amount", None, "3 euros"), Fact("modal", "may", "must")),
            "3 euros added, may → must",
        ),
        ((Fact("number", "1", "2"), Fact("number", "1", "2")), "1 → 2 (2 times)"),
        ((), ""),
    ],
)
def test_facts_are_pairs(found: tuple[Fact, ...], line: str) -> None:
    assert "".join(span.text for span in facts(_edit(*found))) == line


def test_of_very_many_facts_the_rest_is_counted() -> None:
    found = [Fact("number", str(n), str(n + 1)) for n in range(MOST_FACTS + 3)]
    assert "".join(span.text for span in facts(_edit(*found))).endswith(" and 3 more")
