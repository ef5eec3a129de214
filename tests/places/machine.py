"""A machine without a network, on which people install drift: what commands are run with there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from tests.revision.builder import CLEAN

ROOT = Path(__file__).parents[2]
PACKAGED = (
    ".pre-commit-hooks.yaml",
    "action.yml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "drift",
)


def done(
    place: Path, env: Mapping[str, str], *words: str, script: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        cwd=place,
        env=env,
        input=script,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def git(place: Path, env: Mapping[str, str], *words: str) -> str:
    ended = done(place, env, "git", *words)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def libraries(place: Path) -> None:
    """Make a folder of all that the tests have installed, without drift itself."""
    for library in Path(sysconfig.get_path("purelib")).iterdir():
        if not library.name.startswith(("drift", "handbook_drift", "__editable__")):
            (place / library.name).symlink_to(library)


def environment(home: Path) -> dict[str, str]:
    """What lets pip install drift without a network."""
    return {
        **os.environ,
        **CLEAN,
        "HOME": str(home),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # For pip, this turns the isolation off: what builds drift is among the libraries.
        "PIP_NO_BUILD_ISOLATION": "0",
    }


def published(place: Path, env: Mapping[str, str]) -> None:
    """Make the repository from which people take drift."""
    place.mkdir()
    for name in PACKAGED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    git(place, env, "init", "-q", "-b", "main")
    git(place, env, "add", ".")
    git(place, env, "commit", "-q", "-m", "Publish")
