"""The types of a changelog -> the JSON Schema of its JSON, and of the entries of a log."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.explain.base import Changelog, Entry
from drift.render.encode import Json

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(*, kinds: Iterable[str], rules: Iterable[str]) -> dict[str, Json]:
    """Make the JSON Schema that every JSON changelog satisfies, and every entry of a log.

    Args:
        kinds: The names of all kinds of change.
        rules: The names of all rules.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference, _), components = msgspec.json.schema_components(
        [Changelog, Entry], ref_template="#/$defs/{name}"
    )
    # An entry of a log is a changelog with its commit, which a changelog may therefore have.
    entry = components.pop("Entry")
    components["Changelog"]["properties"]["commit"] = entry["properties"]["commit"]
    for component in components.values():
        close(component)
    components["Change"]["properties"]["kind"]["enum"] = sorted(kinds)
    components["Rule"]["properties"]["kind"]["enum"] = sorted(rules)
    return {"$schema": DRAFT, "title": "Changelog", **reference, "$defs": components}


def close(component: dict[str, Json]) -> None:
    """Require what has a default, since it is always written; only what can be unset may be missing.

    Args:
        component: The description of one type, which is changed.
    """
    properties = component.get("properties")
    if not isinstance(properties, dict):
        return
    required = component.get("required")
    names = list(required) if isinstance(required, list) else []
    for name, described in properties.items():
        if isinstance(described, dict) and "default" in described:
            del described["default"]
            names.append(name)
    component["required"] = [name for name in properties if name in names]
    component["additionalProperties"] = False
