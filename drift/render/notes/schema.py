"""The type of notes -> their JSON Schema, which is also what templates can rely on."""

from __future__ import annotations

from drift.aggregate.notes.notes import Notes
from drift.render.encode import Json
from drift.render.schema import described


def schema() -> dict[str, Json]:
    """Make the JSON Schema that all JSON notes satisfy.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    return described("Notes", Notes)
