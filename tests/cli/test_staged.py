"""`drift review --staged`: what is about to be committed, and nothing of what was there before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from tests.cli.test_git_driver import git

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

PASSED = "Passed: nothing found.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A work tree with one page staged, whose link leads nowhere, and nothing committed."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    git(tmp_path, "add", ".")
    return tmp_path


def test_before_the_first_commit_everything_is_new(drift: Drift, place: Path) -> None:
    ended = drift("-C", place, "review", "--staged")
    assert (ended.code, ended.err) == (exit_codes.FOUND, "")
    assert ended.out == (
        "a.md\n  3: error: link “b” to b.md leads nowhere, in A [broken-link]\n\nFailed: 1 error.\n"
    )


def test_only_what_is_staged_counts(drift: Drift, place: Path) -> None:
    (place / "b.md").write_text("# B\n\nHere.\n")
    git(place, "add", ".")
    git(place, "commit", "-q", "-m", "Begin")
    (place / "b.md").unlink()
    ended = drift("-C", place, "review", "--staged")
    assert (ended.code, ended.err, ended.out) == (exit_codes.DONE, "", PASSED)
    git(place, "rm", "-q", "b.md")
    assert "link “b” to b.md leads nowhere" in drift("-C", place, "review", "--staged").out
    git(place, "commit", "-q", "-m", "Remove")
    assert drift("-C", place, "review", "--staged").out == PASSED


def test_a_range_besides_is_refused(drift: Drift, place: Path) -> None:
    ended = drift("-C", place, "review", "main...topic", "--staged")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == "drift: main...topic: contradicts --staged (give one of them)\n"
