"""The types of a changelog -> the JSON Schema of its JSON, and of the entries of a log."""

from __future__ import annotations

from collections.abc import Iterable

from drift.explain.base import Changelog, Entry
from drift.render.encode import Json
from drift.render.schema import DRAFT, closed, fields, limit


def schema(*, kinds: Iterable[str], rules: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON changelog satisfies, and every entry of a log.

    Args:
        kinds: The names of all kinds of change.
        rules: The names of all rules.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference, _), components = closed(Changelog, Entry)
    # An entry of a log is a changelog with its commit, which a changelog may therefore have.
    fields(components, "Changelog")["commit"] = fields(components, "Entry")["commit"]
    del components["Entry"]
    limit(components, "Change", "kind", kinds)
    limit(components, "Rule", "kind", rules)
    return {"$schema": DRAFT, "title": "Changelog", **reference, "$defs": components}
