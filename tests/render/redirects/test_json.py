from __future__ import annotations

import json

import pytest

from drift.errors import UsageError
from drift.render.redirects import formats
from tests.render.redirects.samples import PLAIN, book, completed, findings, view


def test_every_row_is_there_with_the_keys_of_the_contract() -> None:
    rows = json.loads(formats()["json"].render(view(PLAIN, "sphinx")))
    assert len(rows) == len(PLAIN)
    assert list(rows[0]) == ["kind", "old", "new", "confidence", "commits"]
    assert rows[0]["old"] == {"path": "admin/index.md", "anchor": None}
    assert rows[-1] == {
        "kind": "page",
        "old": {"path": "lost.md", "anchor": None},
        "new": {"path": None, "anchor": None},
        "confidence": 0.9,
        "commits": [],
        "guess": {"path": "new.md", "anchor": None},
    }


def test_an_anchor_is_missed_and_added() -> None:
    seen = view(PLAIN, "sphinx")
    text = formats()["json"].render(view(PLAIN[:6], "sphinx"))
    assert [one.old for one in findings("json", text, seen)] == ["admin/backup.md#old"]
    added = json.loads(completed("json", text, seen))
    assert [row["old"]["anchor"] for row in added[6:]] == ["old"]


@pytest.mark.parametrize("text", ["", "{}", '[{"kind": "folder"}]', '[{"old": 1}]'])
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no list of redirects"):
        book("json").read(text, view(PLAIN).sites)
