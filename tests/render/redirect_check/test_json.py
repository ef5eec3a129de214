from __future__ import annotations

import json

from drift.aggregate.redirect import Spot
from drift.aggregate.redirect_check import Finding
from drift.render.redirect_check import renderers
from drift.render.redirect_check.view import CheckView


def test_a_row_a_finding() -> None:
    found = (Finding("dead", 3, "/x", "/y", Spot("z.md")), Finding("cyclic", 4, "/v", "/w"))
    view = CheckView(file="_redirects", rows=2, unread=(), findings=found)
    assert json.loads(renderers()["json"].render(view)) == [
        {
            "kind": "dead",
            "line": 3,
            "old": "/x",
            "new": "/y",
            "place": {"path": "z.md", "anchor": None},
        },
        {"kind": "cyclic", "line": 4, "old": "/v", "new": "/w", "place": None},
    ]
