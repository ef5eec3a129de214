from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from drift.aggregate.standpoint import Standpoint
from drift.cli.known import kind_names, rule_names
from drift.render.trace.base import TraceView
from drift.render.trace.json import JSON
from drift.render.trace.schema import schema
from tests.render.trace.sample import written

WORDS = ("staff/a.md", "staff/a.md#time-off", "staff/a.md#comfort")


@pytest.mark.parametrize("blame", [False, True])
@pytest.mark.parametrize("word", WORDS)
def test_every_document_holds_to_the_schema(folder: Path, word: str, *, blame: bool) -> None:
    validator = Draft202012Validator(schema(kinds=kind_names(), rules=rule_names()))
    document = json.loads(written(JSON, folder, word, blame=blame))
    validator.validate(document)
    assert document
    del document[0]["commit"]
    assert not validator.is_valid(document)


def test_a_life_for_programs(folder: Path) -> None:
    rows = json.loads(written(JSON, folder, "staff/a.md#comfort"))
    assert list(rows[0]) == ["commit", "events", "old", "new", "rules", "changes"]
    assert [row["events"] for row in rows] == [["restored"], ["removed"], ["split off"]]
    assert [(row["old"], row["new"]) for row in rows] == [
        (None, _spot("Comfort")),
        (_spot("Comfort"), None),
        (_spot("Keys"), _spot("Comfort")),
    ]
    assert rows[0]["commit"]["subject"] == "Step 5"


def _spot(heading: str) -> dict[str, object]:
    return {"path": "staff/a.md", "section": ["Staff", heading], "anchor": heading.lower()}


def test_a_text_with_its_commits_for_programs(folder: Path) -> None:
    rows = json.loads(written(JSON, folder, "staff/a.md#time-off", blame=True))
    assert [(row["lines"], row["kind"], row["section"], row["text"]) for row in rows] == [
        ([5, 5], "heading", ["Staff", "Time off"], "Time off"),
        (
            [7, 7],
            "paragraph",
            ["Staff", "Time off"],
            "Holidays are agreed with the team first and entered in the shared calendar afterwards.",
        ),
    ]


def test_nothing_is_an_empty_list() -> None:
    assert b"".join(JSON.render(TraceView(place=Standpoint(("a.md", "")), rev="v1"))) == b"[]\n"
