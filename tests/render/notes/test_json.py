from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pytest_regressions.file_regression import FileRegressionFixture

from drift.aggregate.notes.notes import Notes
from drift.render.notes.json import JSON
from drift.render.schema import described
from tests.render.notes.sample import SAMPLE, hostile, view

_VALIDATOR = Draft202012Validator(described("Notes", Notes))
_TEXT = st.text(st.sampled_from("ab1 <>&\"'\\\n\x00\x1b\u202e\U0001f6a2")).filter(str.strip)


def test_golden(file_regression: FileRegressionFixture) -> None:
    file_regression.check(JSON.render(view()), extension=".json", encoding="utf-8", newline="")


def test_json_holds_all_of_it_and_the_wishes_of_a_reader_play_no_part() -> None:
    text = JSON.render(view())
    assert msgspec.json.decode(text, type=Notes) == SAMPLE
    assert JSON.render(view(whole=True)) == text


@given(text=_TEXT)
def test_whatever_things_are_called_it_satisfies_its_schema(text: str) -> None:
    told = json.loads(JSON.render(hostile(text)))
    _VALIDATOR.validate(told)
    assert told["periods"][0]["name"] == text
