"""What is known of a repository -> the text of a `drift.toml`: what was found is set, and every other key is an example.

A line that is an example may lose its `# ` by itself and the file still holds: tables stand there whether anything in them
is set or not, and what fills several lines comes last in its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
import tomli_w

from drift.config.schema import Place, at, outline, properties
from drift.render.encode import Json
from drift.render.schema import Node

Value = Json | date


class Said(msgspec.Struct, frozen=True):
    """What is known of one key."""

    value: Json
    remark: str = ""
    # One line.
    holds: bool = True
    # Whether it is to be set, and not merely shown.


def sample(known: Mapping[Place, Said], heading: Iterable[str]) -> str:
    """Write a configuration.

    Args:
        known: What is known, by key.
        heading: Lines to begin with.

    Returns:
        The text.
    """
    shape = outline()
    top = properties(at(shape, ())[0])
    tables = [key for key in top if _is_table(shape, (key,))]
    lines = [f"# {line}".rstrip() for line in heading]
    for key in top:
        if key not in tables:
            lines += ["", *_key(shape, (key,), known)]
    for table in tables:
        lines += ["", "", f"# {_description(at(shape, (table,))[0])}", f"[{table}]"]
        keys = properties(at(shape, (table,))[0])
        for key in sorted(keys, key=lambda key: _is_table(shape, (table, key, 0))):
            lines += ["", *_key(shape, (table, key), known)]
    return "\n".join(lines) + "\n"


def _key(shape: Node, place: Place, known: Mapping[Place, Said]) -> Iterator[str]:
    found = _node(shape, place)
    said = known.get(place) or Said(_example(found), holds=False)
    yield f"# {_description(found)}"
    if said.remark:
        yield f"# {said.remark}"
    mark = "" if said.holds else "# "
    for line in _written(shape, place, said.value):
        yield f"{mark}{line}"


def _written(shape: Node, place: Place, value: Json) -> Iterator[str]:
    tables = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    for table in tables:
        yield f"[[{'.'.join(map(str, place))}]]"
        for key, one in table.items():
            said = _node(shape, (*place, 0, key))
            day = said.get("format") == "date" and isinstance(one, str)
            yield f"{key} = {_toml(date.fromisoformat(str(one)) if day else one)}"
    if not tables:
        yield f"{place[-1]} = {_toml(value)}"


def _toml(value: Value) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return tomli_w.dumps({"key": value}).removeprefix("key = ").strip()


def _node(shape: Node, place: Place) -> Node:
    """Give what the schema says of a key itself, whose value may be of a type with words of its own."""
    keys = [properties(one) for one in at(shape, place[:-1])]
    found = next((one[str(place[-1])] for one in keys if place[-1] in one), None)
    return found if isinstance(found, dict) else {}


def _is_table(shape: Node, place: Place) -> bool:
    return any(properties(one) for one in at(shape, place)) and not any(
        one.get("type") == "string" for one in at(shape, place)
    )


def _description(found: Node) -> str:
    return " ".join(str(found.get("description", "")).split())


def _example(found: Node) -> Json:
    examples = found.get("examples")
    return examples[0] if isinstance(examples, list) else found.get("default")
