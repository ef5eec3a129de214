from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.revision.builder import Builder

Commit = Callable[[dict[str, str | bytes | None], str], str]

IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def run_git(folder: Path, *words: str, date: str = "2020-01-01T00:00:00+00:00") -> str:
    env = {**os.environ, **IDENTITY, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    done = subprocess.run(["git", *words], cwd=folder, env=env, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    folder.mkdir()
    run_git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture
def commit(repo: Path) -> Commit:
    def make(files: dict[str, str | bytes | None], subject: str) -> str:
        for path, text in files.items():
            place = repo / path
            if text is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text if isinstance(text, bytes) else text.encode())
        run_git(repo, "add", "-A")
        run_git(repo, "commit", "-q", "-m", subject)
        return run_git(repo, "rev-parse", "HEAD")

    return make


@pytest.fixture
def story(repo: Path, commit: Commit) -> Path:
    """Three commits: v1 and v2 on main, and a branch `topic` from v1."""
    commit({"README.md": "one\n", "docs/a.md": "a1\n", "docs/b.md": "b1\n"}, "first")
    run_git(repo, "tag", "-a", "v1", "-m", "the first")
    run_git(repo, "switch", "-q", "-c", "topic")
    commit({"docs/t.md": "t\n"}, "topic")
    run_git(repo, "switch", "-q", "main")
    commit({"docs/a.md": "a2\n"}, "second")
    run_git(repo, "tag", "v2")
    return repo


@pytest.fixture
def git() -> Callable[..., str]:
    return run_git


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    return Builder(tmp_path / "built")
