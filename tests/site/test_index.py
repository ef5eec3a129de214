from __future__ import annotations

from drift.parse.base import parse
from drift.site.custom import label_key
from drift.site.index import Index
from drift.site.places import Places
from drift.site.settings import Settings
from drift.trees.site import Dialect
from tests.site.exhaustive import Everywhere


def test_labels_are_compared_without_case_and_white_space() -> None:
    assert label_key(" Some\n Label") == "some label"


def test_folders_are_places_too() -> None:
    index = Places((), frozenset({"a/b/c.png", "d.png"}), {})
    assert index.folders == {".", "a", "a/b"}
    assert (index.place("a/b"), index.place(""), index.place("c")) == ("a/b/", "./", None)
    assert Places((), frozenset(), {}).place("") is None


def test_a_page_is_gone_through_once_for_what_is_asked_of_it() -> None:
    pages = {at: parse("# A\n", suffix=".md", dialect=Dialect("github")) for at in ("a.md", "b.md")}
    places = Places(pages, frozenset(pages), {})
    index = Index(pages, places, Settings(), Everywhere(pages))
    asked: list[str] = []

    def test(_index: Index, path: str) -> bool:
        asked.append(path)
        return path == "a.md"

    assert [index.once(test, path) for path in ("a.md", "b.md", "a.md", "b.md")] == [1, 0, 1, 0]
    assert asked == ["a.md", "b.md"]
