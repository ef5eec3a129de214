"""The type of a review -> the JSON Schema of its JSON."""

from __future__ import annotations

from collections.abc import Iterable

from drift.render.encode import Json
from drift.render.findings.json import ReviewDocument
from drift.render.schema import DRAFT, closed, limit


def schema(*, policies: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON review satisfies.

    Args:
        policies: The names of all policies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = closed(ReviewDocument)
    names = frozenset(policies)
    limit(components, "Finding", "policy", names)
    limit(components, "Waived", "policy", names)
    return {"$schema": DRAFT, "title": "Review", **reference, "$defs": components}
