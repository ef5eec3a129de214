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
        [
            "index.md:3 link “rates” to rates.md#nights finds its page but not its anchor; it is now rates.md#late-hours"
        ],
    ),
    # The heading keeps its old anchor.
    (
        {"index.md": INDEX, "rates.md": RATES},
        {"index.md": INDEX, "rates.md": RATES.replace("Nights", '<a id="nights"></a>Late hours')},
        [],
    ),
    # A plugin of the generator makes the anchor; or it is only named so.
    (
        {"index.md": "# Start\n", "rates.md": RATES},
        {
            "index.md": "# Start\n\nSee [pay](rates.md#pay.nights).\n",
            "rates.md": f"{RATES}\n#### <!-- md:setting pay.nights -->\n",
        },
        [],
    ),
    (
        {"index.md": "# Start\n", "rates.md": RATES},
        {"index.md": "# Start\n\nSee [pay](rates.md#pay.days).\n", "rates.md": RATES},
        ["index.md:3 link “pay” to rates.md#pay.days finds its page but not its anchor"],
    ),
    # A template fills the page; it did so too when the link found its anchor.
    (
        {"index.md": "# Start\n", "rates.md": RATES},
        {
            "index.md": "# Start\n\nSee [Ada](rates.md#ada).\n",
            "rates.md": f"{RATES}\n{{{{ generated:crew }}}}\n",
        },
        [],
    ),
    (
        {"index.md": INDEX, "rates.md": f"{RATES}\n{{{{ generated:crew }}}}\n"},
        {
            "index.md": INDEX,
            "rates.md": f"{RATES.replace('Nights', 'Late hours')}\n{{{{ generated:crew }}}}\n",
        },
        [
            "index.md:3 link “rates” to rates.md#nights finds its page but not its anchor; it is now rates.md#late-hours"
        ],
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
