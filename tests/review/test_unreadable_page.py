from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = "# Rates\n\nNights are paid twice.\n"
DEEP = f"# Rates\n\n{'> ' * 2000}Nights are paid twice.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES},
        {"rates.md": DEEP},
        ["rates.md:- could not be read: blocks nested more than 100 deep"],
    ),
    # It could not be read before, or is nested as people do it.
    ({"rates.md": DEEP}, {"rates.md": DEEP.replace("twice", "thrice")}, []),
    ({"rates.md": RATES}, {"rates.md": f"{RATES}\n> > > Thrice.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("unreadable-page", old, new) == told
