from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from drift.cli import exit_codes

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


def test_a_directory_as_text_and_json(drift: Drift, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n[b](b.md)\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# B\n", encoding="utf-8")
    text = drift("tree", tmp_path)
    assert (text.code, text.err) == (exit_codes.DONE, "")
    assert "found b.md" in text.out
    document = json.loads(drift("tree", tmp_path, "--format", "json", "--", "b.md").out)
    assert [page["path"] for page in document["pages"]] == ["b.md"]


def test_no_documents_are_told(drift: Drift, tmp_path: Path) -> None:
    assert drift("tree", tmp_path).err == f"drift: {tmp_path}: no documents there\n"
    assert drift("tree", tmp_path, "-q").err == ""
