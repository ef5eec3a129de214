"""Broken and hostile words, files and repositories: one clear line or an honest fallback, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md").write_text(f"# Page\n\nThe {name} text.\n")
    return tmp_path


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    _git(folder, "init", "-q", "-b", "main")
    (folder / "page.md").write_text("# Page\n\nText.\n")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "first")
    return folder


@pytest.mark.parametrize(
    "word",
    ["nowhere", "nowhere.md", "x" * 5000, "../" * 2000 + "x.md", "a\nb", "\x1b[31m", "/nowhere/x"],
)
def test_a_path_that_leads_nowhere(drift: Drift, place: Path, word: str) -> None:
    ended = drift("-C", place, "diff", word, "new")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.count("\n") == 1
    assert "internal error" not in ended.err
    assert "\x1b" not in ended.err


def test_two_files_that_are_no_documents(drift: Drift, place: Path) -> None:
    (place / "old.py").write_text("knots = 1\n")
    (place / "new.py").write_text("knots = 2\n")
    ended = drift("-C", place, "diff", "old.py", "new.py")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.startswith("drift: new.py: neither file is a document (")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("names", [("old.md", "new.md"), ("old.md", "none.py")])
def test_a_file_that_is_a_document_though_empty(
    drift: Drift, place: Path, names: tuple[str, str]
) -> None:
    for name in names:
        (place / name).touch()
    assert drift("-C", place, "diff", *names).code == exit_codes.DONE


@pytest.mark.parametrize("name", ["pipe.md", "circle.md"])
def test_what_is_no_file(drift: Drift, place: Path, name: str) -> None:
    os.mkfifo(place / "pipe.md")
    (place / "circle.md").symlink_to("circle.md")
    ended = drift("-C", place, "tree", name)
    assert ended.code == exit_codes.UNUSABLE
    assert ended.err.count("\n") == 1
    assert "internal error" not in ended.err


def test_a_configuration_that_is_no_file(drift: Drift, place: Path) -> None:
    os.mkfifo(place / "pipe.toml")
    ended = drift("-C", place, "diff", "old", "new", "--config", "pipe.toml")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert "not a regular file" in ended.err


def test_a_repository_with_a_tree_missing(drift: Drift, repository: Path) -> None:
    tree = _git(repository, "rev-parse", "HEAD^{tree}")
    (repository / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    ended = drift("-C", repository, "tree", "HEAD")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert "the repository is damaged or incomplete" in ended.err
    assert ended.err.count("\n") == 1


def test_a_repository_with_a_broken_index(drift: Drift, repository: Path) -> None:
    (repository / ".git" / "index").write_bytes(b"garbage")
    ended = drift("-C", repository, "diff", "HEAD", "INDEX")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert "the repository is damaged or incomplete" in ended.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mkdocs.yml", "nav: &a [*a]\n"),
        ("mkdocs.yml", "nav: &a [{x: *a}]\n"),
        ("mkdocs.yml", "nav: " + "[" * 100_000),
        ("mkdocs.yml", "nav: " + "- " * 50_000),
        ("sidebars.json", "[" * 100_000),
        ("sidebars.json", '{"a":' * 100_000),
    ],
)
def test_a_navigation_made_to_hang(drift: Drift, place: Path, name: str, text: str) -> None:
    (place / "new" / name).write_text(text)
    ended = drift("-C", place, "diff", "old", "new", "--format", "json")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"caf\xe9\n", "is not UTF-8: line 1"),
        (b"a\0b", "is a binary file"),
        (b"- " * 10_000 + b"a\n", "nested"),
        (b"word " * 500_000, "characters, more than"),
        (b"# Page\n\n" + b"words of a page\n\n" * 1_100_000, "too large to be a document"),
    ],
)
def test_a_page_that_cannot_be_read_is_named(
    drift: Drift, place: Path, content: bytes, reason: str
) -> None:
    (place / "new" / "page.md").write_bytes(content)
    ended = drift("-C", place, "diff", "old", "new")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    assert "Not read as a page: page.md (" in " ".join(ended.out.split())
    assert reason in " ".join(ended.out.split())


def test_the_executable_of_git_is_missing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place))
    command = [sys.executable, "-m", "drift", "-C", str(place), "diff", "main", "HEAD"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == exit_codes.UNUSABLE
    assert ended.stderr.startswith("drift: ")
    assert "git cannot be run" in ended.stderr
    assert ended.stderr.count("\n") == 1
