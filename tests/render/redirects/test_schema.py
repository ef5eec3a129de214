from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from drift.aggregate.redirect import Redirect
from drift.aggregate.redirect_check import Finding
from drift.render.redirects import formats
from drift.render.schema import described
from tests.render.redirects.samples import PLAIN, view

SCHEMA = described("Redirects", tuple[Redirect, ...])
FINDINGS = described("Findings", tuple[Finding, ...])


def test_redirects_satisfy_their_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    rows = json.loads(formats()["json"].render(view(PLAIN, "sphinx")))
    validator.validate(rows)
    for wrong in ({**rows[0], "more": 1}, {"kind": "page"}, {**rows[0], "kind": "folder"}):
        with pytest.raises(ValidationError):
            validator.validate([wrong])


def test_findings_have_one_too() -> None:
    Draft202012Validator.check_schema(FINDINGS)
    validator = Draft202012Validator(FINDINGS)
    row = {"kind": "dead", "line": 1, "old": "/a", "new": "/b", "place": None}
    validator.validate([row])
    with pytest.raises(ValidationError):
        validator.validate([{**row, "kind": "alive"}])
