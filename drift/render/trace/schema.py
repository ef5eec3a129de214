"""The types of lives, and of who wrote what there is -> the JSON Schema of lists of them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.render.changelog.schema import DRAFT, close
from drift.render.encode import Json
from drift.render.trace.document import BlockRow, MomentRow


def schema(*, kinds: Iterable[str], rules: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON life satisfies, and every JSON blame.

    Args:
        kinds: The names of all kinds of change.
        rules: The names of all rules.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (life, blame), components = msgspec.json.schema_components(
        [tuple[MomentRow, ...], tuple[BlockRow, ...]], ref_template="#/$defs/{name}"
    )
    for component in components.values():
        close(component)
    components["Change"]["properties"]["kind"]["enum"] = sorted(kinds)
    components["Rule"]["properties"]["kind"]["enum"] = sorted(rules)
    return {"$schema": DRAFT, "title": "Trace", "anyOf": [life, blame], "$defs": components}
