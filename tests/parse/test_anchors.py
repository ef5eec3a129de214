"""Tests of `drift.parse.anchors`: duplicates, and ids that are written."""

from __future__ import annotations

import pytest

from drift.parse.anchors import RULES, slugger
from drift.trees.site import Dialect
from tests.conftest import LINEAR, growth


@pytest.mark.parametrize(
    ("dialect", "slugs"),
    [
        ("github", ["setup", "setup-1", "setup-1-1", "setup-2"]),
        ("gitlab", ["setup", "setup-1", "setup-1-1", "setup-2"]),
        ("docusaurus", ["setup", "setup-1", "setup-1-1", "setup-2"]),
        ("hugo", ["setup", "setup-1", "setup-1-1", "setup-2"]),
        ("mkdocs", ["setup", "setup_1", "setup-1", "setup_2"]),
        ("sphinx", ["setup", "id1", "setup-1", "id2"]),
        ("myst", ["setup", "setup-1", "setup-1-1", "setup-2"]),
    ],
)
def test_duplicates(dialect: str, slugs: list[str]) -> None:
    anchors = slugger(Dialect(dialect))
    titles = ["Setup", "Setup", "Setup 1", "Setup"]
    assert [anchors.slug(title) for title in titles] == slugs


@pytest.mark.parametrize("dialect", sorted(set(RULES) - {"github"}))
def test_a_written_id_takes_the_place_of_the_anchor(dialect: str) -> None:
    assert slugger(Dialect(dialect)).slug("Setup", written="s") == ""


def test_github_keeps_the_anchor_beside_a_written_id() -> None:
    assert slugger(Dialect("github")).slug("Setup", written="s") == "setup"


@pytest.mark.parametrize(
    ("dialect", "slug"), [("mkdocs", "setup_1"), ("hugo", "setup-1"), ("sphinx", "id1")]
)
def test_written_anchors_are_taken(dialect: str, slug: str) -> None:
    anchors = slugger(Dialect(dialect))
    anchors.reserve("setup")
    assert anchors.slug("Setup") == slug


def test_an_unknown_dialect_is_read_as_github() -> None:
    assert slugger(Dialect("wiki")).slug("A & B") == "a--b"


@pytest.mark.parametrize("dialect", sorted(RULES))
def test_ten_thousand_equal_titles_do_not_hang(dialect: str) -> None:
    def slugs(size: int) -> None:
        anchors = slugger(Dialect(dialect))
        assert len({anchors.slug("Same") for _ in range(size)}) == size

    assert growth(slugs, 10_000) < LINEAR
