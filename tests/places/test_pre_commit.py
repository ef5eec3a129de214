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
      - id: drift-review
"""

TOLD = """\
a.md
  3: error link “b” to b.md leads nowhere in A [broken-link]

b.md
  warning page removed [page-removed]

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
    (tmp_path / ".pre-commit-config.yaml").write_text(USED.format(repo=project, rev=rev))
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
