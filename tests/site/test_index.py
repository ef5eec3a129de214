from __future__ import annotations

import pytest

from drift.site.custom import label_key
from drift.site.index import make_id
from drift.site.places import Places


@pytest.mark.parametrize(
    ("name", "made"), [("HR Label", "hr-label"), ("_x.y_", "x-y"), ("Ü", ""), ("a--b", "a-b")]
)
def test_make_id(name: str, made: str) -> None:
    assert make_id(name) == made


def test_labels_are_compared_without_case_and_white_space() -> None:
    assert label_key(" Some\n Label") == "some label"


def test_folders_are_places_too() -> None:
    index = Places((), frozenset({"a/b/c.png", "d.png"}), {})
    assert index.folders == {".", "a", "a/b"}
    assert (index.place("a/b"), index.place(""), index.place("c")) == ("a/b/", "./", None)
    assert Places((), frozenset(), {}).place("") is None
