from __future__ import annotations

import pytest

from drift.site.document import Document
from drift.site.naming import anchor_forms, nameless, rearranged
from drift.site.places import Places

Routes = dict[str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("anchor", "forms"),
    [("a-b", {"a-b"}), ("Über uns", {"Über uns", "ber-uns"}), ("手册", {"手册"})],
)
def test_what_an_anchor_is_called(anchor: str, forms: set[str]) -> None:
    assert anchor_forms(anchor) == forms


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("a.md", ["glob.rst"]),
        ("README.md", ["around.md", "glob.rst", "url.md"]),
        ("docs/", ["around.md", "glob.rst", "url.md"]),
    ],
)
def test_links_without_a_name(place: str, found: list[str]) -> None:
    texts = {
        "around.md": "[up](../)",
        "glob.rst": ".. toctree::\n   :glob:\n\n   *\n",
        "plain.md": "[a](a.md)",
        "url.md": "<http://book.example/>",
    }
    documents = {path: Document(path, path[-3:], text) for path, text in texts.items()}
    assert list(nameless(documents, place, ("https://book.example/",))) == found


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
