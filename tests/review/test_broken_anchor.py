from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

INDEX = "# Start\n\nSee the [rates](rates.md#nights).\n"
RATES = "# Rates\n\n## Nights\n\nA night is paid twice, and a holiday three times.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"index.md": INDEX, "rates.md": RATES},
        {"index.md": INDEX, "rates.md": RATES.replace("Nights", "Late hours")},
        ["index.md:3 link “rates” to rates.md#nights finds its page but not its anchor"],
    ),
    # The heading keeps its old anchor.
    (
        {"index.md": INDEX, "rates.md": RATES},
        {"index.md": INDEX, "rates.md": RATES.replace("Nights", '<a id="nights"></a>Late hours')},
        [],
    ),
    # The page goes as well: that is another policy's.
    ({"index.md": INDEX, "rates.md": RATES}, {"index.md": INDEX}, []),
    # It was broken before.
    (
        {"index.md": INDEX, "rates.md": "# Rates\n\nNone.\n"},
        {"index.md": f"{INDEX}\nAsk the purser.\n", "rates.md": "# Rates\n\nNone at all.\n"},
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("broken-anchor", old, new) == told
