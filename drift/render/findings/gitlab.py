"""A review -> GitLab's code quality report."""

from __future__ import annotations

from types import MappingProxyType

from drift.render.base import Renderer
from drift.render.encode import Json, encode
from drift.render.findings.view import FindingsView
from drift.render.findings.words import file, message
from drift.review.base import Finding
from drift.review.decisions import Severity

_SEVERITIES: MappingProxyType[Severity, str] = MappingProxyType(
    {"error": "major", "warning": "minor", "note": "info"}
)


def render(view: FindingsView) -> str:
    """Write a review for GitLab's merge requests.

    Args:
        view: The review.

    Returns:
        A JSON list, a finding an object.
    """
    return encode([_issue(one) for one in view.review.findings])


def _issue(one: Finding) -> dict[str, Json]:
    return {
        "description": message(one),
        "check_name": one.policy,
        "fingerprint": one.fingerprint,
        "severity": _SEVERITIES[one.severity],
        # GitLab wants a line; what is about a whole page is shown at its top.
        "location": {"path": file(one), "lines": {"begin": one.lines[0] if one.lines else 1}},
    }


GITLAB = Renderer("gitlab", render)
