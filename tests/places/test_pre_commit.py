"""The hooks, run by pre-commit itself before a commit, in an environment that it makes and installs drift into."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.places.machine import done, git

USED = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: {hook}
"""

TOLD = """\
a.md
  3: error: link “b” to b.md leads nowhere, in A [broken-link]

b.md
  warning: page removed [page-removed]

Failed: 1 error, 1 warning.
"""


@pytest.mark.timeout(400)
def test_a_commit_that_breaks_a_link_is_stopped(
    tmp_path: Path, project: Path, offline: dict[str, str]
) -> None:
    git(tmp_path, offline, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    (tmp_path / "b.md").write_text("# B\n\nHere.\n")
    rev = git(project, offline, "rev-parse", "HEAD")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        USED.format(repo=project, rev=rev, hook="drift-review")
    )
    git(tmp_path, offline, "add", ".")
    installed = done(tmp_path, offline, sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stderr

    git(tmp_path, offline, "commit", "-q", "-m", "Begin")
    git(tmp_path, offline, "rm", "-q", "b.md")
    stopped = done(tmp_path, offline, "git", "commit", "-m", "Remove b")
    assert stopped.returncode == 1
    assert TOLD in stopped.stderr
    assert git(tmp_path, offline, "log", "--format=%s") == "Begin"

    (tmp_path / "a.md").write_text("# A\n\nNothing to see.\n")
    git(tmp_path, offline, "commit", "-q", "-a", "-m", "Remove b and the link to it")
    assert git(tmp_path, offline, "log", "-1", "--format=%s") == "Remove b and the link to it"


@pytest.mark.timeout(400)
def test_a_push_that_breaks_a_link_is_stopped(
    tmp_path: Path, project: Path, offline: dict[str, str]
) -> None:
    origin, place = tmp_path / "origin.git", tmp_path / "clone"
    git(tmp_path, offline, "init", "-q", "-b", "main", "--bare", str(origin))
    git(tmp_path, offline, "init", "-q", "-b", "main", str(tmp_path / "first"))
    rev = git(project, offline, "rev-parse", "HEAD")
    (tmp_path / "first" / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    (tmp_path / "first" / "b.md").write_text("# B\n\nHere.\n")
    config = USED.format(repo=project, rev=rev, hook="drift-review-push")
    (tmp_path / "first" / ".pre-commit-config.yaml").write_text(config)
    git(tmp_path / "first", offline, "add", ".")
    git(tmp_path / "first", offline, "commit", "-q", "-m", "Begin")
    git(tmp_path / "first", offline, "push", "-q", str(origin), "main")
    git(tmp_path, offline, "clone", "-q", str(origin), str(place))
    words = (sys.executable, "-m", "pre_commit", "install", "--hook-type", "pre-push")
    assert done(place, offline, *words).returncode == 0

    git(place, offline, "checkout", "-q", "-b", "topic")
    git(place, offline, "rm", "-q", "b.md")
    git(place, offline, "commit", "-q", "-m", "Remove b")
    stopped = done(place, offline, "git", "push", "-q", "-u", "origin", "topic")
    assert stopped.returncode == 1
    assert TOLD in stopped.stderr + stopped.stdout
    (place / "a.md").write_text("# A\n\nNothing to see.\n")
    git(place, offline, "commit", "-q", "-a", "-m", "Remove the link to it")
    git(place, offline, "push", "-q", "-u", "origin", "topic")
    assert git(origin, offline, "log", "-1", "--format=%s", "topic") == "Remove the link to it"
