"""The types of lives, and of who wrote what there is -> the JSON Schema of lists of them."""

from __future__ import annotations

from collections.abc import Iterable

from drift.aggregate.blame import Blamed
from drift.render.encode import Json
from drift.render.schema import DRAFT, closed, limit
from drift.render.trace.document import MomentRow


def schema(*, kinds: Iterable[str], rules: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON life satisfies, and every JSON blame.

    Args:
        kinds: The names of all kinds of change.
        rules: The names of all rules.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (life, blame), components = closed(tuple[MomentRow, ...], tuple[Blamed, ...])
    limit(components, "Change", "kind", kinds)
    limit(components, "Rule", "kind", rules)
    return {"$schema": DRAFT, "title": "Trace", "anyOf": [life, blame], "$defs": components}
