from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from drift.render.findings.json import render
from drift.render.findings.schema import schema
from drift.render.findings.view import FindingsView
from drift.review import policies
from tests.render.findings.sample import HOSTILE, every, view


@pytest.mark.parametrize("shown", [every(), view(), view(HOSTILE)])
def test_every_review_satisfies_it(shown: FindingsView) -> None:
    made = schema(policies=policies())
    Draft202012Validator.check_schema(made)
    Draft202012Validator(made).validate(json.loads(render(shown)))


@pytest.mark.parametrize("key", ["fingerprint", "lapsed", "lines"])
def test_nothing_may_be_missing(key: str) -> None:
    told = json.loads(render(every()))
    del told["findings"][0][key]
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(policies=policies())).validate(told)


def test_no_other_policy_is_known() -> None:
    told = json.loads(render(every()))
    told["findings"][0]["policy"] = "good-taste"
    with pytest.raises(ValidationError):
        Draft202012Validator(schema(policies=policies())).validate(told)
