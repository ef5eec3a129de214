from __future__ import annotations

from pathlib import Path

import pytest

from drift.errors import RevisionError
from drift.revision.git import Repository
from drift.revision.range import Range, beginning, both_ends
from tests.revision.builder import Builder


@pytest.fixture
def forked(tmp_path: Path) -> tuple[Repository, tuple[str, str, str]]:
    """A first commit and two after it, on `left` and on main."""
    builder = Builder(tmp_path / "repository")
    first = builder.commit({"a.md": "1"})
    left = builder.commit({"a.md": "2"}, first)
    builder.git("branch", "left", left)
    builder.git("branch", "both", builder.commit({"a.md": "4"}, first, left))
    main = builder.commit({"a.md": "3"}, first)
    return Repository(builder.folder), (first, left, main)


def test_the_ends_of_a_range(forked: tuple[Repository, tuple[str, str, str]]) -> None:
    repository, (first, left, main) = forked
    assert both_ends(repository, "left..main") == (left, main)
    assert both_ends(repository, "left...main") == (first, main)
    assert both_ends(repository, "left") == (left, main)
    assert both_ends(repository, "..left") == (main, left)
    assert both_ends(repository, f"{first[:12]}..") == (first, main)


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        (Range(("left..main",)), 1),
        (Range(("left...main",)), 0),
        (Range(("main", "^left"), reverse=True, paths=("a.md",)), 1),
        (Range(("main",)), None),
        (Range(()), None),
        (Range(("main", "^left", "^main~")), None),
        (Range(("left..main",), since="2024-01-01"), None),
        (Range(("left..main",), max_count=1), None),
    ],
)
def test_the_beginning_of_a_range(
    wanted: Range, at: int | None, forked: tuple[Repository, tuple[str, str, str]]
) -> None:
    repository, commits = forked
    assert beginning(repository, wanted) == (None if at is None else commits[at])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "no range of two commits"),
        ("..", "no range of two commits"),
        ("both^@", "no range of two commits"),
        ("nowhere..main", "nowhere"),
        ("--all", "--all"),
        ("main..--all", "--all"),
        ("HEAD:a.md", "HEAD:a.md"),
    ],
)
def test_what_is_none(
    forked: tuple[Repository, tuple[str, str, str]], words: str, said: str
) -> None:
    with pytest.raises(RevisionError, match=said.replace("^", r"\^")):
        both_ends(forked[0], words)
