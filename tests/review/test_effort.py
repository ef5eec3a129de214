"""Twice as much on a page takes about twice as long, whatever a pull request puts there."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable

import pytest

from drift.review import policies
from tests.review.conftest import Files, reviewed

BEFORE = {"index.md": "# Start\n\nSee there.\n"}
DOUBLE = 2.5


def sections(count: int) -> Files:
    return {"index.md": "".join(f"# Part {one}\n\nText {one}: TBD\n\n" for one in range(count))}


def links(count: int) -> Files:
    return {
        "index.md": f"{BEFORE['index.md']}\n" + "".join(f"[{n}](p{n}.md)\n\n" for n in range(count))
    }


def effort(policy: str, new: Files) -> tuple[int, int]:
    """Count what a policy tells, and the calls that it takes."""
    given = reviewed(BEFORE, new)
    calls = Counter[str]()
    sys.setprofile(lambda _frame, event, _argument: calls.update((event,)))
    try:
        told = list(policies()[policy].check(given))
    finally:
        sys.setprofile(None)
    return len(told), calls["call"]


@pytest.mark.parametrize(
    ("policy", "made"), [("placeholder-added", sections), ("broken-link", links)]
)
def test_twice_as_much_takes_twice_as_long(policy: str, made: Callable[[int], Files]) -> None:
    told, once = effort(policy, made(100))
    again, twice = effort(policy, made(200))
    assert (told, again) == (100, 200)
    assert twice < once * DOUBLE
