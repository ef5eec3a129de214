from __future__ import annotations

from drift.aggregate.redirect import Redirect, Spot

OLD = Spot("guides/v2mom.md")


def test_a_redirect_that_leads_nowhere_is_unresolved() -> None:
    known = Redirect(kind="page", old=OLD, new=Spot("bizops/vpmom.md"), confidence=0.9)
    unknown = Redirect(
        kind="page", old=OLD, new=Spot(None), confidence=0.2, guess=Spot("bizops/vpmom.md")
    )
    assert (known.resolved, unknown.resolved) == (True, False)
