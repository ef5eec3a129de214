from __future__ import annotations

import pytest

from drift.aggregate.terms.vocabulary import Vocabulary
from tests.conftest import both


def _said(lamps: int, lanterns: int) -> str:
    return f"# Lights\n\nOil.{' A Lamp.' * lamps}\n\nWicks.{' A lantern.' * lanterns}\n"


@pytest.mark.parametrize(
    ("old", "new", "took_over"),
    [
        ((5, 0), (0, 5), True),
        ((10, 0), (5, 5), True),
        ((10, 0), (6, 5), False),
        ((9, 2), (0, 20), True),
        ((9, 3), (0, 20), False),
        ((4, 0), (0, 9), False),
        ((9, 0), (0, 4), False),
    ],
)
def test_a_fall_and_a_rise(old: tuple[int, int], new: tuple[int, int], took_over: bool) -> None:
    begun, end = (both({}, {"lights.md": _said(*said)})[1] for said in (old, new))
    assert Vocabulary(end, begun).took_over("Lamp", "lantern") == took_over
    assert not Vocabulary(end).took_over("Lamp", "lantern")
