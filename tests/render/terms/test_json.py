from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from drift.aggregate.terms.term import Term
from drift.render.schema import described
from drift.render.terms.json import render
from tests.render.terms.sample import COMPLETE, DECLARED, FOUND, HOSTILE, view

PROMISED = "before after count pages confidence first last variants leftovers".split()


def test_the_keys_that_were_promised_come_first() -> None:
    rows = json.loads(render(view(DECLARED, FOUND)))
    assert [list(row)[: len(PROMISED)] for row in rows] == [PROMISED, PROMISED]
    assert rows[0]["first"] == {"commit": "1" * 40, "date": "2024-01-02T12:00:00+00:00"}
    assert rows[0]["leftovers"] == [
        {"path": "plan.md", "line": 7, "text": "… each QPAD …", "scope": "prose"}
    ]
    assert rows[0]["allowed"][0]["why"] == "history"
    assert rows[1]["variants"] == [["Campaign", "Batch change"], ["campaigns", "batch changes"]]


def test_it_satisfies_its_schema() -> None:
    schema = described("Terms", tuple[Term, ...])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(render(view(DECLARED, COMPLETE, FOUND, HOSTILE))))
    assert not validator.is_valid([{"before": "a"}])
    assert not validator.is_valid([{**json.loads(render(view(FOUND)))[0], "more": 1}])


def test_nothing() -> None:
    assert json.loads(render(view())) == []
