"""The types of redirects, and of what is wrong with a map -> the JSON Schema of lists of them."""

from __future__ import annotations

from drift.aggregate.redirect import Redirect
from drift.aggregate.redirect_check import Finding
from drift.render.encode import Json
from drift.render.schema import described


def schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of redirects satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    return described("Redirects", tuple[Redirect, ...])


def findings_schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of findings of a map satisfies.

    Returns:
        The schema, as strict as that of redirects.
    """
    return described("Findings", tuple[Finding, ...])
