"""The library's front door."""

from __future__ import annotations

import subprocess
from contextlib import closing
from itertools import islice
from pathlib import Path
from unittest import mock

import pytest

import drift
from drift.cache.store import Cache


def test_diff_of_two_files(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("# Travel\n\nBook by Friday.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text("# Journeys\n\nBook by Friday.\n", encoding="utf-8")

    changelog = drift.diff("old.md", "new.md", repository=tmp_path)

    assert [change.kind for change in changelog.changes] == ["page.moved", "page.retitled"]


def test_tree_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n## B\n", encoding="utf-8")

    site = drift.tree(tmp_path)

    assert [section.title for section in site.pages["a.md"].root.sections] == ["A"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@office.example")
    subprocess.run(("git", "init", "-q", tmp_path), check=True)
    for text in ("# Travel\n\nBook by Friday.\n", "# Travel\n\nBook by Monday.\n"):
        (tmp_path / "travel.md").write_text(text, encoding="utf-8")
        subprocess.run(("git", "-C", tmp_path, "add", "."), check=True)
        subprocess.run(("git", "-C", tmp_path, *who, "commit", "-qm", "Say when"), check=True)
    return tmp_path


def test_log_and_trace_of_a_repository(repository: Path) -> None:
    kept = repository / "kept"
    walks = [list(drift.log(repository=repository, cache=cache)) for cache in (None, kept, kept)]

    told = [[change.kind for change in step.entry.changes] for step in walks[0] if step.entry]
    assert told == [["section.edited"], ["page.added"]]
    assert walks[0] == walks[1] == walks[2]
    lives = [list(drift.trace("travel.md", repository=repository, cache=c)) for c in (None, kept)]
    assert [moment.events for moment in lives[0]] == [("edited",), ("created",)]
    assert lives[0] == lives[1]


@pytest.mark.parametrize("asked_for", [1, None], ids=["one", "all"])
def test_a_cache_is_closed_when_nothing_more_is_asked_for(
    repository: Path, asked_for: int | None
) -> None:
    kept = repository / "kept"
    with mock.patch.object(Cache, "close", autospec=True, side_effect=Cache.close) as close:
        for steps in (
            drift.log(repository=repository, cache=kept),
            drift.trace("travel.md", repository=repository, cache=kept),
        ):
            with closing(steps):
                assert list(islice(steps, asked_for))
    assert close.call_count == 2


def test_every_public_name_is_there() -> None:
    assert all(getattr(drift, name) is not None for name in drift.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = drift.nothing


def test_a_missing_revision_is_a_drift_error(tmp_path: Path) -> None:
    with pytest.raises(drift.DriftError):
        drift.diff(tmp_path / "no", tmp_path / "nowhere")
