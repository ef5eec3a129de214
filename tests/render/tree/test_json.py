from __future__ import annotations

import json

from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.tree.json import JSON
from drift.render.tree.view import TreeView


def test_golden(tree_view: TreeView, file_regression: FileRegressionFixture) -> None:
    text = JSON.render(tree_view)
    assert list(json.loads(text)) == ["schema", "revision", "dialect", "pages", "nav"]
    file_regression.check(text, extension=".json", encoding="utf-8", newline="")
