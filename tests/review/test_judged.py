from __future__ import annotations

from datetime import date

import pytest

from drift.review import policies
from drift.review.decisions import Ruled, Severity, Waiver
from drift.review.judged import fails, review
from drift.review.ruling import Ruling
from tests.review.conftest import reviewed

TODAY = date(2026, 3, 15)
INDEX = "# Start\n\nSee [travel](travel.md).\n"
TRAVEL = "# Travel\n\nAll ships sail on Mondays, and nobody waits for the late.\n"
OLD = {"index.md": INDEX, "travel.md": TRAVEL}
NEW = {"index.md": f"{INDEX}\nTBD and TBA\n"}


def rows(ruling: Ruling, *, shift: str = "") -> list[tuple[str, str, str]]:
    given = reviewed(OLD, {path: shift + text for path, text in NEW.items()})
    return [(one.severity, one.policy, one.fingerprint) for one in review(given, ruling).findings]


def test_the_gravest_come_first() -> None:
    assert [row[:2] for row in rows(Ruling(today=TODAY))] == [
        ("error", "broken-link"),
        ("warning", "placeholder-added"),
        ("warning", "placeholder-added"),
        ("warning", "page-removed"),
    ]


def test_fingerprints_differ_and_know_nothing_of_lines() -> None:
    plain = rows(Ruling(today=TODAY))
    assert len({row[2] for row in plain}) == len(plain)
    assert rows(Ruling(today=TODAY), shift="\n\n\n") == plain


def test_what_was_told_before_is_counted_alone() -> None:
    known = frozenset(row[2] for row in rows(Ruling(today=TODAY))[1:])
    told = review(reviewed(OLD, NEW), Ruling(today=TODAY, known=known))
    assert ([one.policy for one in told.findings], told.known) == (["broken-link"], 3)


def test_decisions_about_nothing_are_named() -> None:
    ruling = Ruling(
        today=TODAY,
        known=frozenset({"f0", "f1"}),
        waivers=(
            Waiver(policy="page-removed", reason="moved away", until=TODAY),
            Waiver(policy="broken-*", paths=("legal/",), reason="lawyers", until=TODAY),
            Waiver(fingerprint="f1", reason="lawyers", until=date(2026, 3, 14)),
        ),
    )
    told = review(reviewed(OLD, NEW), ruling)
    assert [(one.policy, one.fingerprint, one.over) for one in told.idle] == [
        ("broken-*", "", False),
        ("", "f1", True),
    ]
    assert told.mended == 2


def test_what_is_waived_or_switched_off_is_no_finding() -> None:
    ruling = Ruling(
        today=TODAY,
        severities=(Ruled(policy="placeholder-added", severity="off"),),
        waivers=(Waiver(policy="page-removed", reason="moved away", until=TODAY),),
    )
    told = review(reviewed(OLD, NEW), ruling)
    assert [one.policy for one in told.findings] == ["broken-link"]
    assert [(one.policy, one.reason) for one in told.waived] == [("page-removed", "moved away")]


@pytest.mark.parametrize(("least", "failed"), [("error", False), ("warning", True), ("note", True)])
def test_the_gate(least: Severity, failed: bool) -> None:
    ruling = Ruling(today=TODAY, severities=(Ruled(severity="warning"),))
    found = review(reviewed(OLD, NEW), ruling).findings
    assert fails(found, least) is failed
    assert not fails((), least)


def test_every_policy_has_a_manual() -> None:
    for name, policy in policies().items():
        assert policy.manual.startswith(f"`{name}`: ")
        for part in ("What it tells: ", "Why it matters: ", "Example: "):
            assert f"\n{part}" in policy.manual
