"""The hooks, run by pre-commit itself before a commit, in an environment that it makes and installs drift into."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.revision.builder import CLEAN

ROOT = Path(__file__).parents[2]
PACKAGED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "drift")

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


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What lets pip install drift without a network: the libraries are those of the tests, drift itself is not."""
    libraries = tmp_path_factory.mktemp("libraries")
    for library in Path(sysconfig.get_path("purelib")).iterdir():
        if not library.name.startswith(("drift", "handbook_drift")):
            (libraries / library.name).symlink_to(library)
    return {
        **os.environ,
        **CLEAN,
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("hooks")),
        "PYTHONPATH": str(libraries),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # For pip, this turns the isolation off: hatchling is among the libraries.
        "PIP_NO_BUILD_ISOLATION": "0",
    }


def _run(place: Path, given: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=place, env=given, capture_output=True, check=False, text=True, encoding="utf-8"
    )


def _git(place: Path, given: dict[str, str], *words: str) -> str:
    done = _run(place, given, "git", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, given: dict[str, str]) -> Path:
    """The project as a repository of hooks."""
    place = tmp_path_factory.mktemp("project") / "drift"
    place.mkdir()
    for name in PACKAGED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    _git(place, given, "init", "-q", "-b", "main")
    _git(place, given, "add", ".")
    _git(place, given, "commit", "-q", "-m", "Publish")
    return place


@pytest.mark.timeout(400)
def test_a_commit_that_breaks_a_link_is_stopped(
    tmp_path: Path, hooks: Path, given: dict[str, str]
) -> None:
    _git(tmp_path, given, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    (tmp_path / "b.md").write_text("# B\n\nHere.\n")
    rev = _git(hooks, given, "rev-parse", "HEAD")
    (tmp_path / ".pre-commit-config.yaml").write_text(USED.format(repo=hooks, rev=rev))
    _git(tmp_path, given, "add", ".")
    installed = _run(tmp_path, given, sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stderr

    _git(tmp_path, given, "commit", "-q", "-m", "Begin")
    _git(tmp_path, given, "rm", "-q", "b.md")
    stopped = _run(tmp_path, given, "git", "commit", "-m", "Remove b")
    assert stopped.returncode == 1
    assert TOLD in stopped.stderr
    assert _git(tmp_path, given, "log", "--format=%s") == "Begin"

    (tmp_path / "a.md").write_text("# A\n\nNothing to see.\n")
    _git(tmp_path, given, "commit", "-q", "-a", "-m", "Remove b and the link to it")
    assert _git(tmp_path, given, "log", "-1", "--format=%s") == "Remove b and the link to it"
