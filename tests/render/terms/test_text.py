from __future__ import annotations

from drift.render.terms.text import render
from tests.render.terms.sample import COMPLETE, DECLARED, FOUND, HOSTILE, view


def test_terms_for_people() -> None:
    assert (
        render(view(DECLARED, COMPLETE, FOUND))
        == """\
QPAD → GPAD: 1 place left
  12 times on 3 pages, 2024-01-02 to 2024-03-04, bit by bit in 2 commits
  ! still plan.md:7 (prose): … each QPAD …
  may stay: 1 of the past, 1 in places named so, 1 outside the scopes
  asked for

lamp → light: complete
  not begun in this range

campaign → batch change
  once on 1 page, 2024-01-02 in 1111111111
  also campaigns → batch changes
  ! still a.md:1 (prose): campaign
  ! still a.md:2 (prose): campaign
  ! still a.md:3 (prose): campaign
    and 4 more

1 of 2 declared renamings complete; 1 renamed term found.
"""
    )


def test_everything_that_is_known() -> None:
    told = render(view(FOUND, DECLARED, verbose=True))
    assert "campaign → batch change  (88% sure)\n" in told
    assert "  also Campaign → Batch change, campaigns → batch changes\n" in told
    assert told.count("! still a.md:") == 7
    assert "  · still qpad.md:1 (path): qpad.md\n" in told


def test_nothing() -> None:
    assert render(view()) == "No renamed term was found.\n"


def test_nothing_steers_the_terminal() -> None:
    told = render(view(HOSTILE, verbose=True))
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "\u202e" not in told
    assert "\\x1b[31m" in told
