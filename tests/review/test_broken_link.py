from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

INDEX = "# Start\n\nSee [travel](travel.md) and [rates](rates.md#nights).\n"
TRAVEL = "# Travel\n\nAll ships sail on Mondays, and nobody waits for the late.\n"
RATES = "# Rates\n\n## Nights\n\nA night is paid twice.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    # The target goes, and the page that links to it is not touched.
    (
        {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES},
        {"index.md": INDEX, "rates.md": RATES},
        ["index.md:3 link “travel” to travel.md leads nowhere"],
    ),
    # A new link leads nowhere.
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\nMore in [the log](log.md).\n"},
        ["rates.md:7 link “the log” to log.md leads nowhere"],
    ),
    # Nobody reads it yet.
    (
        {"rates.md": RATES},
        {"rates.md": RATES, "log.md": "---\ndraft: true\n---\n\n# Log\n\nSee [me](me.md).\n"},
        [],
    ),
    # None of its links led anywhere before: it is put into pages that stand elsewhere.
    (
        {
            "rates.md": RATES,
            "parts/bar.md": "[a](x/a.md) [b](x/b.md) [c](x/c.md) [up](#up) [all](/rates.md)\n",
        },
        {
            "rates.md": RATES,
            "parts/bar.md": "[a](x/a.md) [b](x/b.md) [c](x/c.md) [up](#up) [all](/rates.md)\n\nOr [d](x/d.md).\n",
        },
        [],
    ),
    (
        {"rates.md": RATES, "parts/bar.md": "[a](x/a.md) [b](x/b.md) [rates](../rates.md)\n"},
        {
            "rates.md": RATES,
            "parts/bar.md": "[a](x/a.md) [b](x/b.md) [rates](../rates.md)\n\nOr [d](x/d.md).\n",
        },
        ["parts/bar.md:3 link “d” to x/d.md leads nowhere"],
    ),
    # It led nowhere before.
    (
        {"index.md": INDEX, "rates.md": RATES},
        {"index.md": f"{INDEX}\nAnd that is all there is.\n", "rates.md": RATES},
        [],
    ),
    # The target moves, and the link goes along.
    (
        {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES},
        {
            "index.md": INDEX.replace("travel.md", "sea/travel.md"),
            "sea/travel.md": TRAVEL,
            "rates.md": RATES,
        },
        [],
    ),
    # The target moves, and the link does not.
    (
        {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES},
        {"index.md": INDEX, "sea/travel.md": TRAVEL, "rates.md": RATES},
        ["index.md:3 link “travel” to travel.md leads nowhere; it is now sea/travel.md"],
    ),
    # A generator that nobody knows may publish a file elsewhere; a known one does not.
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\n![Map](/assets/sea/map.png)\n", "static/sea/map.png": ""},
        [],
    ),
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\n![Map](/assets/sea/map.png)\n", "static/land/map.png": ""},
        ["rates.md:7 link “Map” to /assets/sea/map.png leads nowhere"],
    ),
    (
        {"mkdocs.yml": "", "docs/rates.md": RATES},
        {
            "mkdocs.yml": "",
            "docs/rates.md": f"{RATES}\n![Map](/assets/sea/map.png)\n",
            "static/sea/map.png": "",
        },
        ["docs/rates.md:7 link “Map” to /assets/sea/map.png leads nowhere"],
    ),
    # Only the anchor goes: that is another policy's.
    (
        {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES},
        {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES.replace("Nights", "Late hours")},
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("broken-link", old, new) == told
