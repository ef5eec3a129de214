from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.render.notes.json import JSON
from drift.render.notes.schema import schema
from tests.render.notes.sample import view

if TYPE_CHECKING:
    from drift.render.encode import Json


def test_notes_satisfy_it() -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(JSON.render(view())))


@pytest.mark.parametrize(
    "change", [{"schema": "drift.notes/2"}, {"site": None}, {"more": 1}, {"periods": [{}]}]
)
def test_what_is_otherwise_does_not(change: dict[str, Json]) -> None:
    document = {**json.loads(JSON.render(view())), **change}
    assert not Draft202012Validator(schema()).is_valid(document)
