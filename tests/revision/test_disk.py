from __future__ import annotations

import os
from pathlib import Path

import pytest

from drift.errors import RevisionError
from drift.revision import disk
from drift.revision.base import Entry, Unreadable, blob_id
from drift.revision.disk import directory, read_file, single_file


def test_ignores_what_tools_fill(tmp_path: Path) -> None:
    for path in (
        "a.md",
        "node_modules/x.md",
        ".git/y.md",
        ".github/z.md",
        "sub/_build/w.md",
        "sub/b.md",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    found = [entry.path for entry in directory("d", tmp_path).entries()]
    assert found == [".github/z.md", "a.md", "sub/b.md"]


def test_never_follows_a_link_out(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.md").write_text("key")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "folder").symlink_to(tmp_path / "secret")
    (tree / "file.md").symlink_to(tmp_path / "secret/key.md")
    found = directory("tree", tree)
    assert (found.entries(), dict(found.skipped)) == ((), {"symlink": 2})
    assert isinstance(read_file(tree / "file.md"), Unreadable)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert read_file(tmp_path / "pipe.md") == Unreadable("not a regular file")
    with pytest.raises(RevisionError, match=r"pipe\.md: not a regular file"):
        single_file("pipe.md", tmp_path / "pipe.md")


def test_a_file_that_is_gone_or_huge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("12345")
    revision = directory("d", tmp_path)
    monkeypatch.setattr(disk, "SIZE_LIMIT", 4)
    assert list(revision.read([Entry("a.md")])) == [Unreadable("too large to be a document")]
    (tmp_path / "a.md").unlink()
    assert list(revision.read([Entry("a.md")])) == [Unreadable("No such file or directory")]


def test_the_file_a_user_names_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("x")
    (tmp_path / "named.md").symlink_to("real.md")
    revision = single_file("named.md", tmp_path / "named.md")
    assert revision.single
    assert [entry.path for entry in revision.entries()] == ["named.md"]
    assert list(revision.read(revision.entries())) == [b"x"]


def test_blob_id_is_gits() -> None:
    assert blob_id(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a"
