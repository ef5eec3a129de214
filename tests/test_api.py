"""The library's front door."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import drift


def test_diff_of_two_files(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("# Travel\n\nBook by Friday.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text("# Journeys\n\nBook by Friday.\n", encoding="utf-8")

    changelog = drift.diff("old.md", "new.md", repository=tmp_path)

    assert [change.kind for change in changelog.changes] == ["page.moved", "page.retitled"]


def test_tree_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n## B\n", encoding="utf-8")

    site = drift.tree(tmp_path)

    assert [section.title for section in site.pages["a.md"].root.sections] == ["A"]


def test_log_and_trace_of_a_repository(tmp_path: Path) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@office.example")
    subprocess.run(("git", "init", "-q", tmp_path), check=True)
    for text in ("# Travel\n\nBook by Friday.\n", "# Travel\n\nBook by Monday.\n"):
        (tmp_path / "travel.md").write_text(text, encoding="utf-8")
        subprocess.run(("git", "-C", tmp_path, "add", "."), check=True)
        subprocess.run(("git", "-C", tmp_path, *who, "commit", "-qm", "Say when"), check=True)

    kept = tmp_path / "kept"
    walks = [list(drift.log(repository=tmp_path, cache=cache)) for cache in (None, kept, kept)]

    told = [[change.kind for change in step.entry.changes] for step in walks[0] if step.entry]
    assert told == [["section.edited"], ["page.added"]]
    assert walks[0] == walks[1] == walks[2]
    lives = [list(drift.trace("travel.md", repository=tmp_path, cache=c)) for c in (None, kept)]
    assert [moment.events for moment in lives[0]] == [("edited",), ("created",)]
    assert lives[0] == lives[1]


def test_every_public_name_is_there() -> None:
    assert all(getattr(drift, name) is not None for name in drift.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = drift.nothing


def test_a_missing_revision_is_a_drift_error(tmp_path: Path) -> None:
    with pytest.raises(drift.DriftError):
        drift.diff(tmp_path / "no", tmp_path / "nowhere")
