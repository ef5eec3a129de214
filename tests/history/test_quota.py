"""How far a walk should look ahead for a reader who wants only so much."""

from __future__ import annotations

import pytest

from drift.history.quota import Quota


@pytest.mark.parametrize(
    ("most", "told", "ahead", "met"),
    [
        (60, "", 60, False),
        (60, "yyyy", 56, False),
        (60, "yynn", 97, False),
        (2, "nnn", 8, False),
        (1, "nny", 0, True),
        (0, "", 0, True),
    ],
)
def test_what_is_missing_is_looked_for_at_the_rate_seen_so_far(
    most: int, told: str, ahead: int, *, met: bool
) -> None:
    quota = Quota(most)
    for one in told:
        quota.count(told=one == "y")
    assert (quota.ahead(), quota.met) == (ahead, met)
