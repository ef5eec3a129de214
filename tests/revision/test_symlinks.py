from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from drift.revision.base import Content, Unreadable
from drift.revision.names import open_revision
from drift.revision.symlinks import LONGEST, on_disk, target

Git = Callable[..., str]

WRITTEN = {
    "README.md": "docs/README.md",
    "docs/link": "real",
    "docs/away": "/etc",
    "docs/loop": "loop",
    "docs/up": "../../../out",
    "docs/long": "x" * LONGEST,
}


@pytest.fixture
def linked(story: Path, git: Git) -> Path:
    (story / "README.md").unlink()
    for path, written in WRITTEN.items():
        (story / path).symlink_to(written)
    (story / "docs/too-long").symlink_to("y" * (LONGEST + 1))
    git(story, "add", "-A")
    git(story, "commit", "-q", "-m", "links")
    return story


@pytest.mark.parametrize("word", ["HEAD", "INDEX", "WORKTREE", "./", "HEAD^{tree}"])
def test_every_kind_of_revision_tells_what_its_symlinks_say(linked: Path, word: str) -> None:
    found = open_revision(word, repo_dir=linked)
    assert dict(found.symlinks) == {**WRITTEN, "docs/too-long": ""}
    assert [entry.path for entry in found.entries()] == ["docs/a.md", "docs/b.md"]


@pytest.mark.parametrize("word", ["HEAD:docs", "INDEX:docs", "WORKTREE:docs", "./docs"])
def test_a_folder_has_its_own_symlinks_alone(linked: Path, word: str) -> None:
    found = open_revision(word, repo_dir=linked)
    assert set(found.symlinks) == {"link", "away", "loop", "up", "long", "too-long"}
    assert found.symlinks["link"] == "real"


@pytest.mark.parametrize("word", ["HEAD:docs/a.md", "WORKTREE:docs/a.md", "docs/a.md"])
def test_one_file_has_none(linked: Path, word: str) -> None:
    assert open_revision(word, repo_dir=linked).symlinks == {}


def test_a_symlink_that_a_sparse_checkout_leaves_out_is_no_page(linked: Path, git: Git) -> None:
    before = open_revision("WORKTREE", repo_dir=linked)
    git(linked, "update-index", "--skip-worktree", "README.md")
    (linked / "README.md").unlink()
    found = open_revision("WORKTREE", repo_dir=linked)
    assert (found.entries(), found.skipped) == (before.entries(), before.skipped)
    assert found.symlinks == before.symlinks


def test_a_target_in_bytes_that_are_not_utf8(story: Path, git: Git) -> None:
    (story / "bar").symlink_to(os.fsdecode(b"caf\xe9"))
    git(story, "add", "-A")
    git(story, "commit", "-q", "-m", "bytes")
    for word in ("HEAD", "INDEX", "WORKTREE", "./"):
        assert open_revision(word, repo_dir=story).symlinks == {"bar": "caf\\xe9"}


def test_a_partial_clone_knows_where_symlinks_are(linked: Path, tmp_path: Path, git: Git) -> None:
    git(linked, "config", "uploadpack.allowFilter", "true")
    words = ("clone", "-q", "--no-checkout", "--filter=blob:none", linked.as_uri(), "partial")
    git(tmp_path, *words)
    found = open_revision("HEAD", repo_dir=tmp_path / "partial")
    assert dict(found.symlinks) == dict.fromkeys([*WRITTEN, "docs/too-long"], "")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"../a.md", "../a.md"),
        (b"", ""),
        (b"x" * LONGEST, "x" * LONGEST),
        (b"x" * (LONGEST + 1), ""),
        (Unreadable("missing"), ""),
    ],
)
def test_what_is_believed_of_a_target(content: Content, told: str) -> None:
    assert target(content) == told


def test_a_symlink_that_went_meanwhile_says_nothing(tmp_path: Path) -> None:
    assert on_disk([("gone", tmp_path / "gone")]) == {"gone": ""}
