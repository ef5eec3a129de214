"""What facts say, by groups of ways to write the same."""

from __future__ import annotations

import pytest

from drift.changes.base import Fact
from drift.changes.canonical import canonical, weighs

ALIKE = (
    ("duration", ("2 weeks", "two weeks", "Two-week", "2 week")),
    ("duration", ("30 seconds", "30 secs", "30-second", "thirty seconds")),
    ("duration", ("5 working days", "five working-days")),
    ("amount", ("$1,500", "1500 USD", "1,500 dollars")),
    ("amount", ("5%", "5 percent", "5 per cent")),
    ("number", ("1,000", "1000", "+1000")),
    ("number", ("third", "3rd")),
    ("date", ("5 January 2031", "January 5th, 2031", "Jan. 5, 2031", "05 Jan 2031")),
    ("date", ("9 am", "9:00am", "9:00 a.m", "09:00")),
    ("date", ("12:30 am", "0:30")),
    ("date", ("5pm", "17:00")),
    ("modal", ("needs to", "need to")),
    ("negation", ("not", "never", "without")),
)
"""Of each kind, ways to write one fact; no two groups of a kind say the same."""


@pytest.mark.parametrize(("kind", "texts"), ALIKE)
def test_ways_to_write_one_fact_are_one(kind: str, texts: tuple[str, ...]) -> None:
    assert len({canonical(kind, text) for text in texts}) == 1


def test_what_says_something_else_is_another() -> None:
    first = [(kind, canonical(kind, texts[0])) for kind, texts in ALIKE]
    assert len(set(first)) == len(first)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("date", "2031-05-06", "2031-06-05"),
        ("date", "5/6/2031", "6/5/2031"),
        ("date", "12 am", "12 pm"),
        ("number", "5", "-5"),
        ("number", "1.000", "1.0"),
        ("duration", "5 days", "5 working days"),
        ("duration", "5 ms", "5 months"),
        ("amount", "$5", "€5"),
        ("amount", "5 MB", "5 GB"),
    ],
)
def test_no_order_and_no_sign_is_lost(kind: str, one: str, other: str) -> None:
    assert canonical(kind, one) != canonical(kind, other)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("must", "should", True),
        ("must", None, True),
        ("can", "must", True),
        ("may", "will", True),
        ("will", "might", True),
        ("could", "can", False),
        ("can", "may", False),
        ("can", "Will", False),
        (None, "will", False),
        ("has to", None, False),
    ],
)
def test_verbs_that_oblige_nobody_weigh_nothing(
    before: str | None, after: str | None, *, expected: bool
) -> None:
    assert weighs(Fact("modal", before, after)) is expected


def test_all_other_facts_weigh() -> None:
    assert weighs(Fact("number", "4", "5"))
