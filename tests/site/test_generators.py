"""Tests of what links mean on sites of generators that may publish more than their documents."""

from __future__ import annotations

import pytest

from drift.parse.base import parse
from drift.site.settings import Settings
from drift.trees.site import Dialect, Target
from tests.site.test_resolve import found, link, missing, page, resolver, unknown

LOOSE = {
    "src/index.html.md": page("home"),
    "src/_crew/leave.md": page("leave"),
    "src/_crew/fr/leave.md": page("conges"),
    "src/_crew/fr/pay.md": page("paie"),
    "src/2024-05-06-storm.md": page("storm"),
}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/crew/leave/#leave", found("src/_crew/leave.md", "leave")),
        ("../leave/#conges", found("src/_crew/fr/leave.md", "conges")),
        ("leave.html#conges", found("src/_crew/fr/leave.md", "conges")),
        ("/2024/05/06/storm.html", found("src/2024-05-06-storm.md")),
        ("../gone/", unknown("src/_crew/gone")),
        ("/gone.html#x", unknown("src/gone.html", "x")),
        ("gone.md", missing("src/_crew/fr/gone.md")),
        ("../leave/#gone", missing("src/_crew/leave.md", "gone")),
        ("@site/map.png", unknown(url="@site/map.png")),
    ],
)
def test_a_site_that_may_publish_more_than_its_documents(target: str, expected: Target) -> None:
    loose = resolver(LOOSE, settings=Settings(generator="jekyll", root="src/"))
    assert loose.resolve("src/_crew/fr/pay.md", link(target)) == expected


@pytest.mark.parametrize(
    ("generator", "target", "state"),
    [
        ("middleman", "#gone", "unknown"),
        ("hugo", "map.png", "unknown"),
        ("hugo", "gone.md", "missing"),
        ("mdbook", "#r-keys.lost", "unknown"),
        ("mdbook", "#gone", "missing"),
        ("mdbook", "std::fmt", "unknown"),
        ("mkdocs", "#ship.hull.Hull", "unknown"),
        ("mkdocs", "filled.md#hull", "unknown"),
        ("mkdocs", "#hull", "missing"),
        ("vitepress", "bare.md#made", "unknown"),
        ("vitepress", "#gone", "missing"),
        ("vitepress", "/gone", "missing"),
        ("vitepress", "Z5zNPwMDYGg", "unknown"),
    ],
)
def test_what_a_generator_may_make(generator: str, target: str, state: str) -> None:
    pages = {"a.md": page("one"), "bare.md": page(), "filled.md": page("{{ part }}")}
    known = resolver(pages, settings=Settings(generator=generator))
    assert known.resolve("a.md", link(target)).state == state


def test_a_page_that_includes_another_may_have_any_heading() -> None:
    text = "# Keys\n\n{{% include rope.md %}}\n"
    own = parse(text, suffix=".md", dialect=Dialect("hugo"))
    known = resolver({"a.md": own, "b.md": page("one")}, settings=Settings(generator="hugo"))
    assert known.resolve("b.md", link("a.md#keys")).state == "found"
    assert known.resolve("b.md", link("a.md#rope")).state == "unknown"
    assert known.resolve("a.md", link("rope.md", kind="include")).state == "unknown"
    assert known.resolve("a.md", link("b.md#two")).state == "missing"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('<a href="https://github.com/ann">A</a> <a href="#ideas-ann">I</a>', "unknown"),
        ('<a href="https://github.com/ann">A</a> <a href="#ideas-bob">I</a>', "missing"),
        ("[A](https://github.com/ann) [I](#ideas-ann)", "missing"),
    ],
)
def test_thanks_of_a_bot_lead_nowhere(text: str, state: str) -> None:
    own = parse(f"# Crew\n\n{text}\n", suffix=".md", dialect=Dialect("github"))
    known = resolver({"a.md": own})
    links = own.root.sections[0].blocks[0].links
    assert known.resolve("a.md", links[1]).state == state


@pytest.mark.parametrize(
    ("generator", "state"),
    [("", "unknown"), ("jekyll", "unknown"), ("mkdocs", "unknown"), ("mdbook", "missing")],
)
def test_where_an_included_file_is_looked_for(generator: str, state: str) -> None:
    known = resolver({"a.md": page("one")}, settings=Settings(generator=generator))
    assert known.resolve("a.md", link("rope.md", kind="include")).state == state
