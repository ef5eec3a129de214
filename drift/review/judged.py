"""What policies tell, and the decisions of a project -> a review."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import get_args

import msgspec

from drift.explain.selected import Wanted, selected
from drift.review import policies
from drift.review.base import Finding, Review, Reviewed, Waived
from drift.review.decisions import Severity
from drift.review.ruling import Judge, Ruling

ID_BYTES = 6
"""As for the ids of changes."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""


def review(reviewed: Reviewed, ruling: Ruling) -> Review:
    """Ask every policy, and judge what they tell.

    Args:
        reviewed: What changed.
        ruling: The decisions of the project.

    Returns:
        The findings in a total order, the gravest first.

    Raises:
        UsageError: A pathspec of a decision cannot be understood.
    """
    judge = Judge(ruling)
    every = tuple(_once(tuple(_findings(reviewed, judge))))
    fresh = [judge.waived(one) for one in every if one.fingerprint not in ruling.known]
    return Review(
        findings=tuple(sorted((one for one in fresh if not isinstance(one, Waived)), key=_order)),
        waived=tuple(sorted((one for one in fresh if isinstance(one, Waived)), key=_order)),
        known=len(every) - len(fresh),
        mended=len(ruling.known.difference(one.fingerprint for one in every)),
        idle=judge.idle(every),
        changelog=reviewed.changelog,
    )


def within(told: Review, meant: Callable[[str], bool]) -> Review:
    """Leave out what is told of other pages.

    Args:
        told: A review.
        meant: Tells of a path whether it is asked for.

    Returns:
        The review of those pages.
    """
    return msgspec.structs.replace(
        told,
        findings=tuple(one for one in told.findings if meant(one.path)),
        waived=tuple(one for one in told.waived if meant(one.path)),
        changelog=selected(told.changelog, Wanted(path=meant)),
    )


def fails(findings: Iterable[Finding], least: Severity) -> bool:
    """Tell whether a gate fails.

    Args:
        findings: What was found.
        least: The least grave that is to fail it.

    Returns:
        Whether one of them is at least so grave.
    """
    grave = SEVERITIES[: SEVERITIES.index(least) + 1]
    return any(one.severity in grave for one in findings)


def _findings(reviewed: Reviewed, judge: Judge) -> Iterator[Finding]:
    for policy in policies().values():
        seen: Counter[str] = Counter()
        for told in policy.check(reviewed):
            # Of several with the same facts, the number of its occurrence belongs to them.
            facts = json.dumps([policy.name, *told.facts])
            seen[facts] += 1
            severity = judge.severity(policy, told.at.path)
            if severity is not None:
                yield Finding(
                    fingerprint=_fingerprint(facts, seen[facts]),
                    policy=policy.name,
                    severity=severity,
                    path=told.at.path,
                    section=told.at.section,
                    lines=told.at.lines,
                    message=told.message,
                )


def _once(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Leave out what another policy says better of the same place."""
    told = {(name, *_place(one)) for one in findings for name in policies()[one.policy].replaces}
    yield from (one for one in findings if (one.policy, *_place(one)) not in told)


def _place(one: Finding) -> tuple[str, tuple[str, ...], tuple[int, int] | None]:
    return one.path, one.section, one.lines


def _fingerprint(facts: str, occurrence: int) -> str:
    text = facts if occurrence == 1 else f"{facts}#{occurrence}"
    return f"f{blake2b(text.encode(), digest_size=ID_BYTES).hexdigest()}"


def _order(one: Finding) -> tuple[int, str, int, str, str]:
    line = one.lines[0] if one.lines else 0
    return SEVERITIES.index(one.severity), one.path, line, one.policy, one.fingerprint
