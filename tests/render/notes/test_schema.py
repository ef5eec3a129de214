from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from drift.aggregate.notes.notes import Notes
from drift.render.notes.json import JSON
from drift.render.schema import described
from tests.render.notes.sample import view

if TYPE_CHECKING:
    from drift.render.encode import Json

SCHEMA = described("Notes", Notes)


def test_notes_satisfy_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(JSON.render(view())))


@pytest.mark.parametrize(
    "change", [{"schema": "drift.notes/2"}, {"site": None}, {"more": 1}, {"periods": [{}]}]
)
def test_what_is_otherwise_does_not(change: dict[str, Json]) -> None:
    document = {**json.loads(JSON.render(view())), **change}
    assert not Draft202012Validator(SCHEMA).is_valid(document)
