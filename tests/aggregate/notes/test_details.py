from __future__ import annotations

from collections import Counter

import pytest

from drift.aggregate.notes.details import changed_page, weight
from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.pipeline import compare
from tests.conftest import both

PAGE = """\
# Deck

The deck is scrubbed with sand and salt water, from the bow to the stern.

## Ropes

Ropes are coiled clockwise, hung up on their pins, and looked at for wear every 30 days.

| Rope | Days |
| --- | --- |
| Sheet | 30 |
"""
LONG = (
    "Spare ropes lie below the forward hatch, under the sails, and are never lent to other ships."
)


def detailed(after: str) -> tuple[list[str], dict[str, int]]:
    old, new = both({"deck.md": PAGE}, {"deck.md": after})
    sides = Sides(Handbook(old, "", Forge()), Handbook(new, "", Forge()))
    small: Counter[str] = Counter()
    page = changed_page("deck.md", compare(old, new).changes, sides, small)
    rows = [f"{one.what} {one.place.title} {one.words}" for one in page.details] if page else []
    return rows, dict(small)


CASES = {
    "facts": (PAGE.replace("every 30", "every 14"), ["facts Ropes 1"], {}),
    "facts in a table": (PAGE.replace("| 30", "| 14"), ["facts Ropes 1"], {}),
    "a title": (PAGE.replace("# Deck\n", ""), [], {"order": 1}),
    "extended": (f"{PAGE}\n{LONG}\n", ["extended Ropes 17"], {}),
    "a few words more": (f"{PAGE}\nTake care.\n", [], {"reworded": 1}),
    "shortened": (
        PAGE.replace("Ropes are coiled clockwise, hung up on their pins, and looked at for wear every 30 days.\n", ""),
        ["shortened Ropes 17"],
        {},
    ),
    "typo": (PAGE.replace("scrubbed", "scrubed"), [], {"typos": 1}),
    "renamed": (PAGE.replace("## Ropes", "## Lines"), ["renamed Lines 0"], {}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_happened_in_a_section(name: str) -> None:
    after, rows, small = CASES[name]
    assert detailed(after) == (rows, small)


def test_facts_weigh_more_than_words() -> None:
    old, new = both({"deck.md": PAGE}, {"deck.md": PAGE.replace("every 30", "every 14")})
    sides = Sides(Handbook(old, "", Forge()), Handbook(new, "", Forge()))
    page = changed_page("deck.md", compare(old, new).changes, sides, Counter())
    assert page is not None
    assert weight(page) == 31
