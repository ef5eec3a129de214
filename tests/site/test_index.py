from __future__ import annotations

import pytest

from drift.site.index import label_key, make_id


@pytest.mark.parametrize(
    ("name", "made"), [("HR Label", "hr-label"), ("_x.y_", "x-y"), ("Ü", ""), ("a--b", "a-b")]
)
def test_make_id(name: str, made: str) -> None:
    assert make_id(name) == made


def test_labels_are_compared_without_case_and_white_space() -> None:
    assert label_key(" Some\n Label") == "some label"
