from __future__ import annotations

import msgspec
import pytest

from drift.aggregate.terms.find import find
from drift.aggregate.terms.told import Told
from drift.explain.base import CommitFacts
from tests.aggregate.terms.histories import end, everything

PAGES = tuple(
    {
        f"{page}.md": f"# {page.title()}\n\nThe {page} reads the {term} aloud.\n"
        for page, term in rows
    }
    for rows in (
        (("cook", "QPAD"), ("mate", "QPAD"), ("pilot", "QPAD")),
        (("cook", "GPAD"), ("mate", "QPAD"), ("pilot", "QPAD")),
        (("cook", "GPAD"), ("mate", "GPAD"), ("pilot", "QPAD")),
        (("cook", "GPAD"), ("mate", "GPAD"), ("pilot", "GPAD")),
    )
)


def dated(*dates: str) -> Told:
    known = everything(PAGES)
    commits = tuple(
        CommitFacts(one.id, (), "Ada", date, "Change")
        for one, date in zip(known.commits, dates, strict=True)
    )
    return msgspec.structs.replace(known, commits=commits)


@pytest.mark.parametrize(
    ("dates", "trickled"),
    [
        (
            ("2024-01-01T00:00:00+00:00", "2024-01-03T00:00:00+00:00", "2024-01-06T00:00:00+00:00"),
            False,
        ),
        (
            ("2024-01-01T00:00:00+00:00", "2024-01-03T00:00:00+00:00", "2024-02-06T00:00:00+00:00"),
            True,
        ),
        (
            ("2024-01-08T00:00:00+00:00", "2024-01-03T00:00:00-12:00", "2024-01-06T00:00:00+14:00"),
            False,
        ),
        (("", "", "2024-01-06T00:00:00+00:00"), True),
        (("", "", ""), False),
    ],
)
def test_what_is_done_within_a_week_is_a_sweep(dates: tuple[str, ...], trickled: bool) -> None:
    (term,) = find(dated(*dates), end(PAGES))
    assert (term.before, term.count, term.trickled) == ("QPAD", 3, trickled)


def test_only_the_pages_that_were_asked_for_count() -> None:
    assert everything(PAGES[:1]).swaps == ()
    assert {swap.path for swap in everything(PAGES).swaps} == {"cook.md", "mate.md", "pilot.md"}
