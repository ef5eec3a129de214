from __future__ import annotations

from drift.aggregate.lead import GUESSED, Lead
from drift.aggregate.redirects import SURE


def test_a_guess_is_no_redirect() -> None:
    assert Lead(("a.md", ""), GUESSED).confidence < SURE
