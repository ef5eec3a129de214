from __future__ import annotations

import msgspec
import pytest

from drift.render.schema import closed, described, fields, limit


class Ship(msgspec.Struct):
    name: str
    masts: int = 1
    owner: str | msgspec.UnsetType = msgspec.UNSET


def test_what_is_always_written_is_required_and_nothing_else_is_allowed() -> None:
    found = described("Fleet", tuple[Ship, ...])
    assert found["title"] == "Fleet"
    assert found["$defs"] == {
        "Ship": {
            "title": "Ship",
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "masts": {"type": "integer"},
                "owner": {"type": "string"},
            },
            "required": ["name", "masts"],
            "additionalProperties": False,
        }
    }


def test_the_words_that_a_field_may_hold() -> None:
    _, components = closed(Ship)
    limit(components, "Ship", "name", ["Tern", "Auk"])
    assert fields(components, "Ship")["name"] == {"type": "string", "enum": ["Auk", "Tern"]}


@pytest.mark.parametrize(("name", "field"), [("Boat", "name"), ("Ship", "sails")])
def test_what_is_not_there_is_not_passed_over(name: str, field: str) -> None:
    _, components = closed(Ship)
    with pytest.raises(KeyError):
        limit(components, name, field, ["Auk"])
