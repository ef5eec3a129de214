"""The type of the trees of a revision -> the JSON Schema of their JSON."""

from __future__ import annotations

from drift.render.encode import Json
from drift.render.schema import described
from drift.render.tree.json import TreeDocument


def schema() -> dict[str, Json]:
    """Make the JSON Schema that the JSON of all trees satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    return described("Trees", TreeDocument)
