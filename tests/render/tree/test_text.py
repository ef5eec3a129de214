from __future__ import annotations

import msgspec
from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.tree.text import TEXT
from drift.render.tree.view import TreeView


def test_golden(tree_view: TreeView, file_regression: FileRegressionFixture) -> None:
    brief = TEXT.render(tree_view)
    full = TEXT.render(msgspec.structs.replace(tree_view, verbose=True))
    file_regression.check(f"{brief}\n{full}", extension=".txt", encoding="utf-8", newline="")
