"""What is wrong with a configuration -> one line that says where it stands and which key or value is the nearest right one."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from types import MappingProxyType

import msgspec

from drift.config.nearest import nearest
from drift.config.schema import Place, at, outline, properties
from drift.errors import ConfigError
from drift.render.encode import Json
from drift.render.schema import Node

_AT = " - at `$"
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<number>\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*?)`?", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")
_VALUE = re.compile(r"Invalid enum value (?P<value>.*)", re.DOTALL)
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`(?:, got `(?P<given>[^`]*)`)?(?P<rest>.*)")
_DATE = "a date such as 2030-12-31"
_TYPES = MappingProxyType(
    {
        "int": "a whole number",
        "float": "a number",
        "str": "text",
        "bool": "true or false",
        "array": "a list",
        "object": "a table",
        "date": _DATE,
        "datetime": "a date with a time",
        "time": "a time",
    }
)
_BOUNDS = MappingProxyType({">= ": "of at least ", "<= ": "of at most "})


def complaint(error: msgspec.ValidationError, *, file: str, table: str) -> ConfigError:
    """Say what is wrong with a configuration.

    Args:
        error: What its type says.
        file: Where it stands.
        table: The table that holds all of it, `tool.drift`, or empty.

    Returns:
        The error to raise.
    """
    told, _, path = str(error).rpartition(_AT) if _AT in str(error) else (str(error), "", "")
    place = tuple(
        int(step["number"]) if step["number"] else step["key"]
        for step in _STEP.finditer(path.removesuffix("`"))
    )
    shape = outline()
    found = at(shape, place)
    if key := _UNKNOWN.fullmatch(told):
        return _unknown_key(shape, key["key"], place, file=file, table=table)
    where = f"{file}: {called(place, table)}".removesuffix(": ")
    if key := _MISSING.fullmatch(told):
        lacking = (*place, key["key"])
        remedy = _such_as(at(shape, lacking), lacking)
        return ConfigError(f"lacks {key['key']!r}", where=where, remedy=remedy)
    if value := _VALUE.fullmatch(told):
        word = value["value"].strip("'")
        remedy = nearest(word, _values(found))
        return ConfigError(f"{word!r} is unknown", where=where, remedy=remedy)
    return ConfigError(_wrong(told, found), where=where, remedy=_such_as(found, place))


def called(place: Place, table: str) -> str:
    """Name a place as people see it in the file.

    Args:
        place: The keys and numbers that lead there.
        table: The table that holds all of it, or empty.

    Returns:
        `[review] severities, no. 2, policy`.
    """
    head, rest = list(place[:1]), place[1:]
    inside = head if rest and isinstance(rest[0], str) else []
    names = [name for name in (table, *inside) if name]
    parts = [f"no. {step + 1}" if isinstance(step, int) else step for step in place[len(inside) :]]
    header = f"[{'.'.join(map(str, names))}]" if names else ""
    return " ".join(part for part in (header, ", ".join(parts)) if part)


def _unknown_key(shape: Node, key: str, place: Place, *, file: str, table: str) -> ConfigError:
    known = [name for one in at(shape, place) for name in properties(one)]
    spelled = key.replace("_", "-")
    elsewhere = [name for name in properties(at(shape, ())[0]) if spelled in _keys(shape, (name,))]
    inside = called((*place, ""), table).rstrip(", ")
    remedy = nearest(key, known)
    if spelled not in known and elsewhere:
        remedy = f"it belongs under {' or '.join(f'[{name}]' for name in elsewhere)}"
    elif spelled not in known and place and spelled in _keys(shape, ()):
        remedy = "it belongs above all tables"
    elif remedy.startswith("did"):
        remedy = f"{remedy} known keys: {', '.join(sorted(known))}"
    return ConfigError(
        f"unknown key {key!r}{f' in {inside}' if inside else ''}", where=file, remedy=remedy
    )


def _keys(shape: Node, place: Place) -> list[str]:
    return [name for one in at(shape, place) for name in properties(one)]


def _values(found: Sequence[Node]) -> list[str]:
    listed = [one["enum"] for one in found if "enum" in one]
    return [str(value) for values in listed if isinstance(values, list) for value in values]


def _wrong(told: str, found: Sequence[Node]) -> str:
    if told == "Invalid RFC3339 encoded date":
        return f"should be {_DATE}"
    kind = _TYPE.fullmatch(told)
    if kind is None:
        return told
    wanted = [name for name in kind["wanted"].split(" | ") if name != "null"]
    should = f"should be {' or '.join(_TYPES.get(name, name) for name in wanted)}"
    if kind["given"]:
        return f"{should}, not {_TYPES.get(kind['given'], kind['given'])}"
    for sign, words in _BOUNDS.items():
        if kind["rest"].startswith(f" {sign}"):
            return f"{should} {words}{kind['rest'].removeprefix(f' {sign}').removesuffix('.0')}"
    looks = [
        one.get("title", one["description"])
        for one in found
        if "pattern" in one and "examples" in one
    ]
    return f"should be {looks[0]}" if looks else "may not be empty"


def _such_as(found: Sequence[Node], place: Place) -> str:
    """Show a value that is right."""
    values = _values(found)
    if values:
        return f"one of: {', '.join(values)}"
    for one in found:
        for example in _examples(one):
            key = f"{place[-1]} = " if isinstance(place[-1], str) else ""
            return f"write {key}{json.dumps(example, ensure_ascii=False)}"
    return ""


def _examples(found: Node) -> list[Json]:
    """List those that TOML writes as JSON does."""
    examples = found.get("examples")
    listed = examples if isinstance(examples, list) else []
    return [one for one in listed if not (isinstance(one, list) and isinstance(one[0], dict))]
