from __future__ import annotations

import json

import msgspec
from jsonschema import Draft202012Validator
from pytest_regressions.file_regression import FileRegressionFixture

from drift.explain.base import Changelog, Side
from drift.render.changelog.json import JSON
from drift.render.changelog.schema import schema
from drift.render.changelog.view import View


def test_golden(sample_changelog: Changelog, file_regression: FileRegressionFixture) -> None:
    text = JSON.render(View(changelog=sample_changelog))
    file_regression.check(text, extension=".json", encoding="utf-8", newline="")


def test_keys_stand_in_the_order_of_the_contract(sample_changelog: Changelog) -> None:
    document = json.loads(JSON.render(View(changelog=sample_changelog)))
    assert list(document) == ["schema", "old", "new", "rules", "changes", "stats"]
    assert document["schema"] == "drift.changelog/1"
    assert list(document["rules"][0]) == [
        *("id", "kind", "before", "after", "count", "confidence"),
        *("variants", "places", "leftovers"),
    ]
    assert list(document["changes"][0]) == [
        *("id", "kind", "old", "new", "before", "after"),
        *("cause", "significance", "confidence", "commits"),
    ]
    assert list(document["changes"][0]["old"]) == ["path", "section", "anchor", "lines"]


def test_the_schema_holds(sample_changelog: Changelog) -> None:
    kinds = {change.kind for change in sample_changelog.changes}
    rules = {rule.kind for rule in sample_changelog.rules}
    validator = Draft202012Validator(schema(kinds=kinds, rules=rules))
    Draft202012Validator.check_schema(validator.schema)
    document = json.loads(JSON.render(View(changelog=sample_changelog)))
    assert list(validator.iter_errors(document)) == []
    document["changes"][0]["kind"] = "page.eaten"
    del document["stats"]["coverage"]
    assert len(list(validator.iter_errors(document))) == 2


def test_a_path_that_is_no_text_is_written_all_the_same(sample_changelog: Changelog) -> None:
    odd = msgspec.structs.replace(sample_changelog, old=Side("caf\udce9"))
    document = json.loads(JSON.render(View(changelog=odd)))
    assert document["old"]["rev"] == "caf\\xe9"
