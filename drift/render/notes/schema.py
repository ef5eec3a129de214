"""The type of notes -> their JSON Schema, which is also what templates can rely on."""

from __future__ import annotations

import msgspec

from drift.aggregate.notes.notes import Notes
from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json


def schema() -> dict[str, Json]:
    """Make the JSON Schema that all JSON notes satisfy.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = msgspec.json.schema_components(
        [Notes], ref_template="#/$defs/{name}"
    )
    for component in components.values():
        close(component)
    return {"$schema": DRAFT, "title": "Notes", **reference, "$defs": components}
