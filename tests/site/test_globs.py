from __future__ import annotations

import re

import pytest

from drift.site.globs import MOST_LINES, glob_shape, ignored, is_glob


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("people/hr*", "people/hr-admin", True),
        ("people/*", "people/deep/x", False),
        ("people/**", "people/deep/x", True),
        ("a?", "ab", True),
        ("a?", "a/", False),
        ("v[0-9]", "v3", True),
        ("v[!0-9]", "v3", False),
        ("a.b", "axb", False),
        ("[", "[", True),
        ("v[9-0]", "v3", False),
        ("v[--a]", "v-", True),
    ],
)
def test_as_sphinx(pattern: str, name: str, holds: bool) -> None:
    assert (re.fullmatch(glob_shape(pattern), name) is not None) is holds


@pytest.mark.parametrize(
    ("name", "holds"), [("a/*", True), ("a?", True), ("v[0-9]", True), ("a/b.c-d", False)]
)
def test_what_is_a_pattern(name: str, holds: bool) -> None:
    assert is_glob(name) is holds


@pytest.mark.parametrize(
    "pattern", ["*a" * 40 + "b", "**a" * 40 + "b", "**/" * 3 + "*a" * 20 + "b"]
)
def test_a_glob_made_to_hang_matches_nothing(pattern: str) -> None:
    assert re.fullmatch(glob_shape(pattern), "a" * 200) is None


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("*a*b", "xaxab", True),
        ("*a/*b*", "xa/aab", True),
        ("**a*b", "a/ab", True),
        ("*ab*ab", "abab", True),
        ("*ab*ab", "aba", False),
        ("**/x/**", "a/b/x/c", True),
    ],
)
def test_several_stars(pattern: str, name: str, holds: bool) -> None:
    assert (re.fullmatch(glob_shape(pattern), name) is not None) is holds


def test_lines_as_git_writes_them() -> None:
    assert ignored("# no\n\n a.md \n!b/c.md\n", "/d/") == ("a.md", "**/a.md", "!b/c.md", "d")
    assert len(ignored("a\n" * 1000)) == MOST_LINES
