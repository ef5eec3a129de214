"""The type of a configuration -> its JSON Schema, from which editors complete and check `drift.toml`.

What is wrong with a configuration is looked up in the same schema, so that drift and an editor know the same keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from drift.config.names import SORTS, WILD
from drift.config.settings import Config
from drift.render.encode import Json
from drift.render.schema import DRAFT, Node

Place = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""


def schema() -> Node:
    """Make the JSON Schema of a configuration.

    Returns:
        The schema, in which every name is one of those that there are.
    """
    return {"$schema": DRAFT, **_changed(outline(), _with_names)}


def outline() -> Node:
    """Make the same without looking any name up.

    Returns:
        The schema; the title of a node says what sort of name stands there.
    """
    (reference,), components = msgspec.json.schema_components(
        [Config], ref_template="#/$defs/{name}"
    )
    shape = _changed({**reference, "$defs": components}, _without_null)
    for waiver in at(shape, ("review", "waivers", 0)):
        # As its type says when it is made, in words that a schema has.
        waiver["anyOf"] = [_given("fingerprint"), _given("policy"), _given("paths")]
    return shape


def at(shape: Node, place: Place) -> list[Node]:
    """Find what a schema says of a place in a document.

    Args:
        shape: The schema.
        place: The keys and numbers that lead there.

    Returns:
        What may stand there, every alternative by itself; nothing where nothing may.
    """
    found = list(_alternatives(shape, shape))
    for step in place:
        children = [_child(one, step) for one in found]
        found = [one for child in children if child for one in _alternatives(shape, child)]
    return found


def titled(data: object) -> Iterator[tuple[Place, str, str]]:
    """List the words in a configuration that are more than text: names and pathspecs.

    Args:
        data: The configuration, which is of the right type.

    Yields:
        Where each stands, the title that says of what sort it is, and the word.
    """
    shape = outline()
    for place, text in _texts(data, ()):
        for one in at(shape, place):
            title = one.get("title")
            if isinstance(title, str):
                yield place, title, text


def _texts(data: object, place: Place) -> Iterator[tuple[Place, str]]:
    match data:
        case str():
            yield place, data
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*place, str(key)))
        case list():
            for number, value in enumerate(data):
                yield from _texts(value, (*place, number))
        case _:
            pass


def properties(found: Node) -> Node:
    """Give the keys of a table.

    Args:
        found: What the schema says of the table, or of what is none.

    Returns:
        What it says of each key.
    """
    keys = found.get("properties")
    return keys if isinstance(keys, dict) else {}


def _alternatives(shape: Node, found: Node) -> Iterator[Node]:
    link, either = found.get("$ref"), found.get("anyOf")
    if isinstance(link, str):
        target = shape["$defs"]
        if isinstance(target, dict) and isinstance(named := target[link.rpartition("/")[2]], dict):
            yield from _alternatives(shape, named)
    elif isinstance(either, list) and "properties" not in found:
        for one in either:
            if isinstance(one, dict):
                yield from _alternatives(shape, one)
    else:
        yield found


def _child(found: Node, step: str | int) -> Node | None:
    child = found.get("items") if isinstance(step, int) else properties(found).get(step)
    return child if isinstance(child, dict) else None


def _changed(shape: Node, change: Callable[[Node], Node]) -> Node:
    """Change every node, the innermost first."""
    return change({key: _changed_within(value, change) for key, value in shape.items()})


def _changed_within(value: Json, change: Callable[[Node], Node]) -> Json:
    match value:
        case dict():
            return _changed(value, change)
        case list():
            return [_changed_within(one, change) for one in value]
        case _:
            return value


def _without_null(found: Node) -> Node:
    """TOML has no null: what may be none may only be left out."""
    either = found.get("anyOf")
    if not isinstance(either, list) or {"type": "null"} not in either:
        return found
    left = [one for one in either if one != {"type": "null"}]
    rest = {key: value for key, value in found.items() if key not in {"anyOf", "default"}}
    only = left[0]
    return (
        {**only, **rest} if len(left) == 1 and isinstance(only, dict) else {**rest, "anyOf": left}
    )


def _with_names(found: Node) -> Node:
    title = found.get("title")
    if not isinstance(title, str) or title not in SORTS or found.get("type") != "string":
        return found
    names: list[Json] = [*sorted(SORTS[title].known())]
    rest = {key: value for key, value in found.items() if key != "type"}
    if not SORTS[title].patterns:
        return {**rest, "enum": names}
    return {**rest, "anyOf": [{"enum": names}, {"type": "string", "pattern": WILD.pattern}]}


def _given(key: str) -> Node:
    return {"required": [key], "properties": {key: {"minLength": 1, "minItems": 1}}}
