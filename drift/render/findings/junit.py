"""A review -> JUnit's XML, for servers that show the results of tests: a policy without findings is a test that passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from drift.render.base import Renderer
from drift.render.findings.view import FindingsView
from drift.render.findings.words import clipped, message, section, where
from drift.review import policies
from drift.review.base import Finding, Waived
from drift.review.judged import fails

_NONCHARACTER = re.compile("[\ufffe\uffff]")
# What `visible` leaves and XML cannot hold.


def render(view: FindingsView) -> str:
    """Write a review as test results.

    Args:
        view: The review.

    Returns:
        One suite: a failure is a finding that fails the gate, what is waived is skipped.
    """
    review = view.review
    found = {one.policy for one in (*review.findings, *review.waived)}
    clean = [
        f'<testcase classname="{name}" name="{name}"/>' for name in policies() if name not in found
    ]
    failures = sum(fails((one,), view.fail_on) for one in review.findings)
    count = len(clean) + len(review.findings) + len(review.waived)
    figures = f'tests="{count}" failures="{failures}" errors="0" skipped="{len(review.waived)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="drift review" tests="{count}" failures="{failures}">',
        f'<testsuite name="drift review" {figures}>',
        *(line for one in (*review.findings, *review.waived) for line in _case(one, view)),
        *clean,
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(one: Finding, view: FindingsView) -> Iterator[str]:
    name = where(one) + (f" {section(one)}" if one.section else "")
    yield f'<testcase classname="{one.policy}" name="{_text(f"{name} {one.fingerprint}")}">'
    said = _text(message(one))
    if isinstance(one, Waived):
        yield f'<skipped message="{_text(f"{clipped(one.reason)}, until {one.until}")}"/>'
    elif fails((one,), view.fail_on):
        yield f'<failure type="{one.severity}" message="{said}">{said}</failure>'
    else:
        yield f"<system-out>{one.severity}: {said}</system-out>"
    yield "</testcase>"


def _text(text: str) -> str:
    return _NONCHARACTER.sub("\ufffd", escape(text))


JUNIT = Renderer("junit", render)
