"""Types of documents -> the parts of a JSON Schema that such a document satisfies and no other."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.render.encode import Json

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Json]


def described(title: str, type_: object) -> Node:
    """Make the JSON Schema of one document.

    Args:
        title: What the document is called.
        type_: Its type.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    (reference,), components = closed(type_)
    return {"$schema": DRAFT, "title": title, **reference, "$defs": components}


def closed(*types: object) -> tuple[tuple[Node, ...], Node]:
    """Describe types, each by what must and may be in it.

    Args:
        types: Of documents.

    Returns:
        What refers to each of them, and the descriptions of all types in them by name.
    """
    references, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for component in components.values():
        _close(component)
    return references, {**components}


def fields(components: Node, name: str) -> Node:
    """Give what a type has, to be changed.

    Args:
        components: The descriptions of all types.
        name: The type's.

    Returns:
        The descriptions of its fields by their names.

    Raises:
        KeyError: There is no such type with fields.
    """
    match components[name]:
        case {"properties": dict(found)}:
            return found
    raise KeyError(name)


def limit(components: Node, name: str, field: str, values: Iterable[str]) -> None:
    """Allow nothing in a field but some words.

    Args:
        components: The descriptions of all types, one of which is changed.
        name: That of the type.
        field: That of the field.
        values: The words.

    Raises:
        KeyError: There is no such type or field.
    """
    described = fields(components, name)[field]
    if not isinstance(described, dict):
        raise KeyError(field)
    described["enum"] = [*sorted(values)]


def _close(component: Node) -> None:
    """Require what has a default, since it is always written; only what can be unset may be missing."""
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
