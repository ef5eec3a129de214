from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from drift.render.schema import described
from drift.render.tree.json import JSON, TreeDocument
from drift.render.tree.view import TreeView

SCHEMA = described("Trees", TreeDocument)


def test_trees_satisfy_it(tree_view: TreeView) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(JSON.render(tree_view)))


@pytest.mark.parametrize("part", ["revision", "nav", "pages"])
def test_what_lacks_a_part_does_not(tree_view: TreeView, part: str) -> None:
    document = json.loads(JSON.render(tree_view))
    del document[part]
    assert not Draft202012Validator(SCHEMA).is_valid(document)
