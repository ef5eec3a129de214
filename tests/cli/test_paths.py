from __future__ import annotations

from pathlib import Path

import pytest

from drift.cli.paths import is_whole, meant, pathspecs, spelled_out
from drift.revision.names import open_revision
from tests.revision.builder import Builder


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        (["diff", "v1"], ["diff", "v1"]),
        (["diff", "v1", "--", "docs/", "-x"], ["diff", "v1", "--path=docs/", "--path=-x"]),
        (["diff", "--", "--", "a"], ["diff", "--path=--", "--path=a"]),
    ],
)
def test_what_follows_two_dashes_is_a_path(words: list[str], spelled: list[str]) -> None:
    assert spelled_out(words) == spelled


@pytest.mark.parametrize(
    ("given", "configured", "chosen"),
    [
        ((), (), ()),
        (None, ("docs/",), (":(top)docs/",)),
        (("a",), ("docs/",), ("a",)),
        (
            (),
            (":!docs/old", ":/docs", ":^/x"),
            (":(top,exclude)docs/old", ":(top)docs", ":(top,exclude)x"),
        ),
        ((), (":(glob)docs/**",), (":(top,glob)docs/**",)),
    ],
)
def test_those_of_the_configuration_count_from_the_root(
    given: tuple[str, ...] | None, configured: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert pathspecs(given, configured) == chosen


@pytest.mark.parametrize(
    ("given", "configured", "told"),
    [
        (("a.md",), (), ["docs/a.md"]),
        (None, ("docs/", ":!docs/a.md"), ["docs/b.md"]),
        (None, ("a.md",), ["a.md"]),
    ],
)
def test_what_is_meant_of_a_tree(
    given: tuple[str, ...] | None, configured: tuple[str, ...], told: list[str]
) -> None:
    path = meant(given, configured, prefix="docs/")
    assert path is not None
    assert [name for name in ("a.md", "docs/a.md", "docs/b.md") if path(name)] == told


def test_where_nothing_is_said_everything_is_meant() -> None:
    assert meant(None, (), prefix="docs/") is None


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("HEAD", True),
        ("main", True),
        ("HEAD:docs", False),
        ("HEAD:docs/a.md", False),
        ("..", False),
    ],
)
def test_a_folder_or_file_is_no_repository(tmp_path: Path, word: str, whole: bool) -> None:
    builder = Builder(tmp_path / "handbook.git")
    builder.commit({"docs/a.md": "# A\n"})
    assert is_whole(open_revision(word, repo_dir=builder.folder)) is whole
