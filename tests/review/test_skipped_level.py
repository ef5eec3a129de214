from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

PLAIN = "# Rates\n\n## Nights\n\nTwice.\n\n### Feasts\n\nThree times.\n"
SKIPS = PLAIN.replace("### Feasts", "#### Feasts")

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": PLAIN},
        {"rates.md": SKIPS},
        ["rates.md:7 heading of level 4 under one of level 2"],
    ),
    ({}, {"rates.md": SKIPS}, ["rates.md:7 heading of level 4 under one of level 2"]),
    (
        {"rates.md": "# Rates\n"},
        {"rates.md": "# Rates\n\n### Nights\n\nTwice.\n\n### Feasts\n\n### Fasts\n"},
        ["rates.md:3 heading of level 3 under one of level 1, and 2 more on this page"],
    ),
    # It did so before.
    ({"rates.md": SKIPS}, {"rates.md": SKIPS.replace("Three", "Four")}, []),
    # A page whose first heading is no title, and levels that come back at once.
    ({}, {"rates.md": "## Nights\n\nTwice.\n\n### Feasts\n\nThrice.\n\n# End\n\nNone.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("skipped-level", old, new) == told
