from __future__ import annotations

from datetime import date

import msgspec

from drift.render.findings.text import render
from drift.review.base import Idle
from tests.render.findings.sample import FACTS, GONE, HOSTILE, LINK, WAIVED, every, view


def test_page_by_page() -> None:
    assert (
        render(every())
        == """\
people/travel.md
  3: warning: facts changed: must → should (waived until 2026-03-01, which is
  over), in Travel [facts-changed]
  12: error: link “Visa” to visa.md leads nowhere, in Travel › By sea
  [broken-link]

visa.md
  note: page removed [page-removed]

Failed: 1 error, 1 warning, 1 note, 1 waived.
"""
    )


def test_nothing() -> None:
    assert render(view()) == "Passed: nothing found.\n"


def test_the_gate_is_named() -> None:
    assert render(view(FACTS)).endswith("\nPassed: 1 warning.\n")
    assert render(view(FACTS, fail_on="warning")).endswith("\nFailed: 1 warning.\n")


def test_fingerprints_and_waivers_on_demand() -> None:
    told = render(view(GONE, waived=(WAIVED,), verbose=True))
    assert "[page-removed, f000000000003]" in told
    assert "waived until 2026-05-01: old.md: page removed (The map follows)" in told
    assert "\x1b[" in render(view(LINK, color=True))


def test_decisions_about_nothing_are_told_where_they_may_go_or_on_demand() -> None:
    old = Idle(policy="page-*", paths=("legal/",), reason="x", until=date(2026, 2, 1), over=True)
    late = Idle(fingerprint="f000000000009", reason="x", until=date(2027, 2, 1), over=False)
    quiet, loud = (render(view(idle=(old, late), mended=2, verbose=more)) for more in (False, True))
    assert quiet == (
        "waiver until 2026-02-01, over and of nothing here: page-* legal/\nPassed: nothing found.\n"
    )
    assert loud == (
        "waiver until 2026-02-01, over and of nothing here: page-* legal/\n"
        "waiver until 2027-02-01, of nothing here: f000000000009\n"
        "2 findings of the baseline mended\nPassed: nothing found.\n"
    )


def test_nothing_breaks_out() -> None:
    told = render(view(HOSTILE))
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "\n::" not in told
    assert len(told) < 3000


def test_a_heading_that_the_generator_makes_says_nothing() -> None:
    made = msgspec.structs.replace(LINK, section=("<%= current_page.data.title %>", "By sea"))
    assert "nowhere, in By sea [" in render(view(made))
