from __future__ import annotations

import pytest

from drift.site.paths import Written, below, join, join_within, parent, take_apart


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("a.md#b", Written("a.md", "b", folder=False)),
        ("a%20b/?x=1#c%C3%A9", Written("a b/", "cé", folder=True)),
        ("..", Written("..", "", folder=True)),
        ("#:~:text=x", Written("", "", folder=False)),
    ],
)
def test_take_apart(target: str, written: Written) -> None:
    assert take_apart(target) == written


@pytest.mark.parametrize(
    ("folder", "path", "joined"),
    [
        ("a/b/", "../c.md", "a/c.md"),
        ("", "./x", "x"),
        ("a/", "/b/", "a/b"),
        ("a/", "../../x", None),
        ("", "", ""),
    ],
)
def test_join(folder: str, path: str, joined: str | None) -> None:
    assert join(folder, path) == joined


@pytest.mark.parametrize(
    ("folder", "name", "joined"),
    [
        ("", "../a", "docs/a"),
        ("x/", "../a", "docs/a"),
        ("x/", "/y/a", "docs/y/a"),
        ("x/", "a", "docs/x/a"),
    ],
)
def test_join_within(folder: str, name: str, joined: str) -> None:
    assert join_within("docs/", folder, name) == joined


def test_parent() -> None:
    assert (parent("a/b.md"), parent("b.md")) == ("a/", "")


@pytest.mark.parametrize(
    ("folder", "name", "found"),
    [("", "./", ""), ("a/", "docs", "a/docs/"), ("a/", "./b//c", "a/b/c/"), ("a/", "../b", "")],
)
def test_below(folder: str, name: str, found: str) -> None:
    assert below(folder, name) == found
