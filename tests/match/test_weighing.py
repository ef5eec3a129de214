from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from drift.match.matching import Matching
from drift.match.weighing import weigh

Files = Mapping[str, str]

TEXT = "Ask the travel desk before you book a flight that costs more than a month of wages.\n"
OTHER = "The canteen opens at noon, closes at two, and serves soup on every rainy Thursday.\n"

PAIRS = {
    "the same heading and text": ("## Flights\n\n" + TEXT, "## Flights\n\n" + TEXT, True),
    "the same text, another heading": ("## Flights\n\n" + TEXT, "## Planes\n\n" + TEXT, True),
    "the same heading, another text": ("## Flights\n\n" + TEXT, "## Flights\n\n" + OTHER, True),
    "nothing the same": ("## Flights\n\n" + TEXT, "## Lunch\n\n" + OTHER, False),
}


@pytest.mark.parametrize(("old", "new", "likely"), PAIRS.values(), ids=PAIRS)
def test_what_speaks_for_two_sections_of_one_page(
    old: str, new: str, likely: bool, matched: Callable[[Files, Files], Matching]
) -> None:
    matching = matched({"a.md": f"# A\n\n{old}"}, {"a.md": f"# A\n\n{new}\n## Else\n\nEnd.\n"})
    node = next(node.id for node in matching.old.nodes if node.depth == 2)
    other = next(node.id for node in matching.new.nodes if node.depth == 2)

    assert (weigh(matching, node, other, Counter()) > 0) == likely
