"""The types of redirects, and of what is wrong with a map -> the JSON Schema of lists of them."""

from __future__ import annotations

import msgspec

from drift.aggregate.redirect import Redirect
from drift.aggregate.redirect_check import Finding
from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json


def schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of redirects satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    return _list("Redirects", tuple[Redirect, ...])


def findings_schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of findings of a map satisfies.

    Returns:
        The schema, as strict as that of redirects.
    """
    return _list("Findings", tuple[Finding, ...])


def _list(title: str, rows: object) -> dict[str, Json]:
    (reference,), components = msgspec.json.schema_components([rows], ref_template="#/$defs/{name}")
    for component in components.values():
        close(component)
    return {"$schema": DRAFT, "title": title, **reference, "$defs": components}
