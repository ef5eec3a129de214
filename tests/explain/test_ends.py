from __future__ import annotations

import pytest

from drift.explain.ends import shared


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("squad", "crew", (0, 0)),
        ("squads meet", "crews meet", (0, 1)),
        ("squads meets", "crews meet", (0, 1)),
        ("the old squad", "the old crew", (2, 0)),
        ("each squad meets", "each crew met", (1, 0)),
        ("each squad meets here", "each crew meet here", (1, 2)),
        ("squad", "squads", (0, 0)),
        ("squad squad", "squad", (0, 0)),
        ("rope", "rope of rope", (0, 0)),
    ],
)
def test_what_two_phrases_share_at_their_ends(
    one: str, other: str, expected: tuple[int, int]
) -> None:
    assert shared(one.split(), other.split()) == expected
