"""The type of the trees of a revision -> the JSON Schema of their JSON."""

from __future__ import annotations

import msgspec

from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json
from drift.render.tree.json import TreeDocument


def schema() -> dict[str, Json]:
    """Make the JSON Schema that the JSON of all trees satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = msgspec.json.schema_components(
        [TreeDocument], ref_template="#/$defs/{name}"
    )
    for component in components.values():
        close(component)
    return {"$schema": DRAFT, "title": "Trees", **reference, "$defs": components}
