from __future__ import annotations

from datetime import date

import msgspec
import pytest

from drift.review import policies
from drift.review.base import Finding, Waived
from drift.review.decisions import Ruled, Waiver
from drift.review.ruling import Judge, Ruling

TODAY = date(2026, 3, 15)
FINDING = Finding(
    fingerprint="f1",
    policy="page-removed",
    severity="warning",
    path="legal/a.md",
    section=(),
    lines=None,
    message="page removed",
)
REASON = "until the lawyers answer"


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ((), "warning"),
        ((Ruled(policy="page-removed", severity="error"),), "error"),
        ((Ruled(policy="page-*", severity="note"),), "note"),
        ((Ruled(severity="off"),), None),
        ((Ruled(policy="page-removed", severity="error", paths=("legal/",)),), "error"),
        ((Ruled(policy="page-removed", severity="error", paths=("people/",)),), "warning"),
        ((Ruled(policy="section-removed", severity="error"),), "warning"),
        ((Ruled(severity="off"), Ruled(severity="error", paths=("legal/",))), "error"),
        ((Ruled(severity="error", paths=("legal/",)), Ruled(severity="off")), None),
    ],
)
def test_the_last_decision_that_holds_counts(
    rules: tuple[Ruled, ...], severity: str | None
) -> None:
    judge = Judge(Ruling(today=TODAY, severities=rules))
    assert judge.severity(policies()["page-removed"], "legal/a.md") == severity


@pytest.mark.parametrize(
    ("waiver", "holds"),
    [
        (Waiver(fingerprint="f1", reason=REASON, until=TODAY), True),
        (Waiver(fingerprint="f2", reason=REASON, until=TODAY), False),
        (Waiver(policy="page-*", reason=REASON, until=TODAY), True),
        (Waiver(policy="section-*", reason=REASON, until=TODAY), False),
        (Waiver(paths=("legal/",), reason=REASON, until=TODAY), True),
        (Waiver(policy="page-*", paths=("people/",), reason=REASON, until=TODAY), False),
    ],
)
def test_what_a_waiver_is_about(waiver: Waiver, holds: bool) -> None:
    judged = Judge(Ruling(today=TODAY, waivers=(waiver,))).waived(FINDING)
    if holds:
        assert isinstance(judged, Waived)
        assert (judged.reason, judged.until) == (REASON, "2026-03-15")
        assert judged.message == FINDING.message
    else:
        assert judged == FINDING


def test_past_its_end_the_finding_returns_and_says_so() -> None:
    over = Waiver(fingerprint="f1", reason=REASON, until=date(2026, 3, 14))
    judged = Judge(Ruling(today=TODAY, waivers=(over,))).waived(FINDING)
    assert not isinstance(judged, Waived)
    assert judged == msgspec.structs.replace(FINDING, lapsed="2026-03-14")


def test_a_waiver_that_holds_goes_before_one_that_is_over() -> None:
    over = Waiver(fingerprint="f1", reason="old", until=date(2026, 1, 1))
    holds = Waiver(policy="page-removed", reason=REASON, until=date(2026, 4, 1))
    judged = Judge(Ruling(today=TODAY, waivers=(holds, over))).waived(FINDING)
    assert isinstance(judged, Waived)
    assert judged.reason == REASON
