from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

PARKING = "# Parking\n\nThe yard behind the harbour office has room for nine carts and a mule.\n"
RATES = "# Rates\n\nA night is paid twice.\n"
CONF = "project = 'x'\nexclude_patterns = ['news/*']\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"parking.md": PARKING, "rates.md": RATES},
        {"rates.md": RATES},
        ["parking.md:- page removed"],
    ),
    # Another program puts the changelog together out of it.
    (
        {"conf.py": CONF, "news/12.rst": "A mule more.\n", "rates.md": RATES},
        {"conf.py": CONF, "rates.md": RATES},
        [],
    ),
    # Nobody has read it yet.
    (
        {"parking.md": f"---\ndraft: true\n---\n\n{PARKING}", "rates.md": RATES},
        {"rates.md": RATES},
        [],
    ),
    # It moved.
    (
        {"parking.md": PARKING, "rates.md": RATES},
        {"yard/parking.md": PARKING, "rates.md": RATES},
        [],
    ),
    # It became a section of another page.
    (
        {"parking.md": PARKING, "rates.md": RATES},
        {"rates.md": RATES + PARKING.replace("# Parking", "\n## Parking")},
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("page-removed", old, new) == told
