from __future__ import annotations

from pathlib import Path

import pytest

from drift.explain.base import Side
from drift.render.tree.view import TreeView
from drift.revision.disk import directory
from drift.site.build import site

_PAGE = """---
owner: Imke
---
# Plan {#plan}

Read the [guide](guide.md#first) and [what is gone](gone.md).

## Odd \x1b[31m `code`

| a | b |
| - | - |
| 1 | 2 |
"""


@pytest.fixture
def tree_view(tmp_path: Path) -> TreeView:
    (tmp_path / "plan.md").write_text(_PAGE, encoding="utf-8")
    (tmp_path / "guide.md").write_text("# First\n", encoding="utf-8")
    (tmp_path / "broken.md").write_bytes(b"\x00\x01")
    whole = site(directory("docs", tmp_path))
    return TreeView(side=Side("docs"), site=whole, pages=dict(whole.pages))
