from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from drift.render.redirects import formats
from drift.render.redirects.schema import findings_schema, schema
from tests.render.redirects.samples import PLAIN, view


def test_redirects_satisfy_their_schema() -> None:
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    rows = json.loads(formats()["json"].render(view(PLAIN, "sphinx")))
    validator.validate(rows)
    for wrong in ({**rows[0], "more": 1}, {"kind": "page"}, {**rows[0], "kind": "folder"}):
        with pytest.raises(ValidationError):
            validator.validate([wrong])


def test_findings_have_one_too() -> None:
    Draft202012Validator.check_schema(findings_schema())
    validator = Draft202012Validator(findings_schema())
    row = {"kind": "dead", "line": 1, "old": "/a", "new": "/b", "place": None}
    validator.validate([row])
    with pytest.raises(ValidationError):
        validator.validate([{**row, "kind": "alive"}])
