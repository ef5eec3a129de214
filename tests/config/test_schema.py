from __future__ import annotations

import tomllib
from datetime import date

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from drift.config.schema import at, outline, properties, schema, titled
from drift.render.encode import Json
from tests.config.cases import BAD, GOOD


def validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=FormatChecker())


def dated(value: object) -> object:
    """Write days as JSON does."""
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {key: dated(one) for key, one in value.items()}
        case list():
            return [dated(one) for one in value]
        case _:
            return value


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("text", GOOD)
def test_what_is_taken_satisfies_it(text: str) -> None:
    assert [error.message for error in validator().iter_errors(dated(tomllib.loads(text)))] == []


@pytest.mark.parametrize("text", [text for text, _ in BAD])
def test_what_is_refused_does_not(text: str) -> None:
    assert not validator().is_valid(dated(tomllib.loads(text)))


def _tables() -> list[tuple[str, Json]]:
    shape = schema()
    tables = shape["$defs"]
    assert isinstance(tables, dict)
    return [
        (f"{name}.{key}", said)
        for name, table in tables.items()
        if isinstance(table, dict)
        for key, said in properties(table).items()
    ]


@pytest.mark.parametrize(("key", "said"), _tables())
def test_every_key_is_described_and_none_may_be_null(key: str, said: Json) -> None:
    assert isinstance(said, dict)
    assert said.get("description")
    assert "null" not in str(said)
    assert said.get("default", "") is not None


def test_names_are_listed_for_editors() -> None:
    (dialect,) = at(schema(), ("dialect",))
    listed, pattern = at(schema(), ("kind", 0))
    assert isinstance(dialect["enum"], list)
    assert "mkdocs" in dialect["enum"]
    assert isinstance(listed["enum"], list)
    assert {"link.broken", "term.renamed"} <= set(map(str, listed["enum"]))
    assert pattern == {"type": "string", "pattern": r"[*?\[]"}


def test_nothing_is_said_of_what_may_not_stand_there() -> None:
    assert at(outline(), ("review", "waivers", 0, "nonsense")) == []
    assert at(outline(), ("context", 0)) == []


def test_the_names_in_a_configuration() -> None:
    data = {
        "path": ["e"],
        "kind": ["a", "b"],
        "context": 1,
        "review": {"waivers": [{"policy": "c", "reason": "d"}]},
    }
    assert list(titled(data)) == [
        (("path", 0), "pathspec", "e"),
        (("kind", 0), "kind", "a"),
        (("kind", 1), "kind", "b"),
        (("review", "waivers", 0, "policy"), "policy", "c"),
    ]
