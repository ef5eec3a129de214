"""`drift review --also`: the same review in several formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cli import exit_codes
from drift.render.findings import renderers
from tests.cli.test_git_driver import git

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A work tree with something to be found."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("# A\n\nSee [b](b.md).\n")
    git(tmp_path, "add", ".")
    return tmp_path


def test_each_is_what_its_format_gives(drift: Drift, place: Path) -> None:
    names = sorted(renderers())
    words = [word for name in names for word in ("--also", f"{name}=out-{name}")]
    ended = drift("-C", place, "review", "--staged", "--format", "github", *words)
    assert ended.code == exit_codes.FOUND
    assert ended.out == (place / "out-github").read_text(encoding="utf-8")
    for name in names:
        alone = drift("-C", place, "review", "--staged", "--format", name).out
        assert (place / f"out-{name}").read_text(encoding="utf-8") == alone, name


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("sarif", "--also sarif: names no file (give NAME=FILE, such as sarif=drift.sarif)"),
        ("sarf=x", "--also: 'sarf' is unknown (did you mean 'sarif'?)"),
        ("sarif=none/x", "none/x: No such file or directory (make its folder first)"),
    ],
)
def test_bad_input_is_one_line_and_two(drift: Drift, place: Path, word: str, line: str) -> None:
    ended = drift("-C", place, "review", "--staged", "-o", place / "out", "--also", word)
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err.endswith(f"{line}\n")
