"""The type of a review -> the JSON Schema of its JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json
from drift.render.findings.json import ReviewDocument


def schema(*, policies: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON review satisfies.

    Args:
        policies: The names of all policies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = msgspec.json.schema_components(
        [ReviewDocument], ref_template="#/$defs/{name}"
    )
    for component in components.values():
        close(component)
    for name in ("Finding", "Waived"):
        components[name]["properties"]["policy"]["enum"] = sorted(policies)
    return {"$schema": DRAFT, "title": "Review", **reference, "$defs": components}
