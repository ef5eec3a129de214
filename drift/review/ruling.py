"""The decisions of a project, and a finding -> how grave it is here, and whether it is waived."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Literal

import msgspec

from drift.review.base import Finding, Idle, Policy, Waived
from drift.review.decisions import Ruled, Severity, Waiver
from drift.revision.pathspec import matcher


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """All decisions that hold for one review."""

    today: date
    severities: tuple[Ruled, ...] = ()
    # A later one goes before an earlier one.
    waivers: tuple[Waiver, ...] = ()
    known: frozenset[str] = frozenset()
    # The fingerprints of an earlier review.


class Judge:
    """Tells how grave a finding is and whether it is waived."""

    def __init__(self, ruling: Ruling) -> None:
        """Prepare the decisions.

        Args:
            ruling: The decisions.

        Raises:
            UsageError: A pathspec cannot be understood.
        """
        self._today = ruling.today
        self._severities = [(one, matcher(one.paths)) for one in ruling.severities]
        self._waivers = [(one, matcher(one.paths)) for one in ruling.waivers]

    def severity(self, policy: Policy, path: str) -> Severity | None:
        """Tell how grave a finding is.

        Args:
            policy: Whose finding it is.
            path: Its page.

        Returns:
            The severity of the last decision that holds, else the policy's own; None where it is switched off.
        """
        found: Severity | Literal["off"] = policy.severity
        for one, meant in self._severities:
            if fnmatchcase(policy.name, one.policy) and meant(path):
                found = one.severity
        return None if found == "off" else found

    def waived(self, finding: Finding) -> Finding:
        """Hold a finding against the waivers.

        Args:
            finding: The finding.

        Returns:
            It as a waived one where a waiver holds; with the day on which its last waiver ended where one held; else as it is.
        """
        fitting = [one for one, meant in self._waivers if _fits(one, finding, meant)]
        if not fitting:
            return finding
        last = max(fitting, key=lambda one: one.until)
        if last.until < self._today:
            return msgspec.structs.replace(finding, lapsed=last.until.isoformat())
        facts = msgspec.structs.asdict(finding)
        return Waived(**facts, reason=last.reason, until=last.until.isoformat())

    def idle(self, findings: Sequence[Finding]) -> tuple[Idle, ...]:
        """Tell which waivers are about none of the findings.

        Args:
            findings: All of a review.

        Returns:
            Those waivers, in their order.
        """
        return tuple(
            Idle(**msgspec.structs.asdict(waiver), over=waiver.until < self._today)
            for waiver, meant in self._waivers
            if not any(_fits(waiver, one, meant) for one in findings)
        )


def _fits(waiver: Waiver, finding: Finding, meant: Callable[[str], bool]) -> bool:
    return (
        waiver.fingerprint in {"", finding.fingerprint}
        and fnmatchcase(finding.policy, waiver.policy or "*")
        and meant(finding.path)
    )
