from __future__ import annotations

import pytest

from drift.site.naming import anchor_forms, rearranged
from drift.site.places import Places
from tests.conftest import both

Routes = dict[str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("anchor", "forms"),
    [("a-b", {"a-b"}), ("Über uns", {"Über uns", "ber-uns"}), ("手册", {"手册"})],
)
def test_what_an_anchor_is_called(anchor: str, forms: set[str]) -> None:
    assert anchor_forms(anchor) == forms


TEXTS = {
    "around.md": "[up](../)",
    "docs/around.md": "[up](../)",
    "docs/in/around.md": "[up](../)",
    "docs/in/dots.md": "[start](../index.md)",
    "docs/index.md": "# Start",
    "docs/other.md": "[in](in/index.md#faq)",
    "faq.md": "[faq](#faq), [more](docs/index.md#faq), [far](https://x.example/a#faq)",
    "own.md": "# FAQ\n\n[faq](#faq)",
    "plain.md": "[a](a.md), [index](docs/in/index.md)",
    "url.md": "<http://book.example/>",
}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("a.md", "faq.md plain.md"),
        # Dots, and the mere name of an index, count from below it.
        ("docs/", "docs/around.md docs/in/around.md faq.md plain.md url.md"),
        (
            "docs/index.md",
            "docs/around.md docs/in/around.md docs/in/dots.md docs/other.md faq.md plain.md url.md",
        ),
        (
            "docs/in/index.md",
            "docs/in/around.md docs/in/dots.md docs/other.md plain.md url.md",
        ),
        # To the root they lead from everywhere.
        (
            "README.md",
            "around.md docs/around.md docs/in/around.md docs/in/dots.md docs/other.md faq.md plain.md url.md",
        ),
    ],
)
def test_pages_with_links_to_a_place(place: str, found: str) -> None:
    site, _ = both(TEXTS, {})
    named = site.published_under(("https://book.example/",)).naming(place)
    assert sorted(named) == found.split()


def test_a_pattern_may_mean_any_page() -> None:
    glob = {"glob.rst": "Start\n=====\n\n.. toctree::\n   :glob:\n\n   *\n"}
    assert both({**TEXTS, **glob}, {})[0].naming("z.md") == {"glob.rst"}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("own.md", "own.md"),
        ("docs/index.md", "docs/other.md faq.md"),
        ("docs/in/index.md", "docs/other.md faq.md"),
        ("a.md", "faq.md"),
    ],
)
def test_pages_with_links_to_an_anchor_name_its_page_too(place: str, found: str) -> None:
    assert sorted(both(TEXTS, {})[0].naming(place, anchor="faq")) == found.split()


def test_any_page_may_name_a_label() -> None:
    rst = {"deep/far.rst": "Far\n===\n\nSee :ref:`faq`.\n"}
    assert "deep/far.rst" in both({**TEXTS, **rst}, {})[0].naming("own.md", anchor="faq")


def places(*paths: str, files: tuple[str, ...] = (), routes: Routes | None = None) -> Places:
    return Places(paths, frozenset((*paths, *files)), routes or {})


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (places("a.md"), places("a.md", "b.md"), {"b.md"}),
        (places("a.md", "x/y/b.md"), places("a.md"), {"x/y/b.md", "x/", "x/y/"}),
        (places("a.md", "x/b.md"), places("a.md", "x/c.md"), {"x/b.md", "x/c.md"}),
        (places("a.md", files=("b.md",)), places("a.md", "b.md"), {"b.md"}),
        (
            places("a.md", routes={"a.md": ("x",)}),
            places("a.md", routes={"a.md": ("y",)}),
            {"a.md"},
        ),
    ],
)
def test_what_was_rearranged(one: Places, other: Places, found: set[str]) -> None:
    assert rearranged(one, other) == found
    assert rearranged(other, one) == found
    assert rearranged(one, one) == set()
