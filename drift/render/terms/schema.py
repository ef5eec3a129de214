"""The type of a term -> the JSON Schema of a list of them."""

from __future__ import annotations

import msgspec

from drift.aggregate.terms.term import Term
from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json


def schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of terms satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = msgspec.json.schema_components(
        [tuple[Term, ...]], ref_template="#/$defs/{name}"
    )
    for component in components.values():
        close(component)
    return {"$schema": DRAFT, "title": "Terms", **reference, "$defs": components}
