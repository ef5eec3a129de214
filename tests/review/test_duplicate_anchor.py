from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

VISA = '# Visa\n\n<a id="visa"></a>Ask the consul.\n'
TWICE = f'{VISA}\n## Again\n\n<a id="visa"></a>Ask the consul twice.\n'

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    ({"visa.md": VISA}, {"visa.md": TWICE}, ["visa.md:7 anchor “visa” is on this page already"]),
    ({}, {"visa.md": TWICE}, ["visa.md:7 anchor “visa” is on this page already"]),
    # It was there twice before, also under another path.
    ({"visa.md": TWICE}, {"visa.md": f"{TWICE}\nOr the harbour master.\n"}, []),
    ({"visa.md": TWICE}, {"port/visa.md": TWICE}, []),
    # Equal headings are numbered by the generator; equal ids on two pages are two anchors.
    ({"visa.md": VISA}, {"visa.md": f"{VISA}\n## Fees\n\nNone.\n\n## Fees\n\nNone.\n"}, []),
    ({"visa.md": VISA}, {"visa.md": VISA, "entry.md": VISA.replace("consul", "mayor")}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("duplicate-anchor", old, new) == told
