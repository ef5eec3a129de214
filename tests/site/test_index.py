from __future__ import annotations

from drift.site.custom import label_key
from drift.site.places import Places


def test_labels_are_compared_without_case_and_white_space() -> None:
    assert label_key(" Some\n Label") == "some label"


def test_folders_are_places_too() -> None:
    index = Places((), frozenset({"a/b/c.png", "d.png"}), {})
    assert index.folders == {".", "a", "a/b"}
    assert (index.place("a/b"), index.place(""), index.place("c")) == ("a/b/", "./", None)
    assert Places((), frozenset(), {}).place("") is None
