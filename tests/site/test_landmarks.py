from __future__ import annotations

import pytest

from drift.parse.base import parse
from drift.site.landmarks import anchors_of, landmarks, make_id
from drift.trees.site import Dialect

RST = """
.. _Top  Label:

One
===

.. _top label:

Two *x*
-------

One
---
"""


@pytest.mark.parametrize(
    ("name", "made"), [("HR Label", "hr-label"), ("_x.y_", "x-y"), ("Ü", ""), ("a--b", "a-b")]
)
def test_make_id(name: str, made: str) -> None:
    assert make_id(name) == made


def test_the_last_of_several_counts() -> None:
    page = parse(RST, suffix=".rst", dialect=Dialect("sphinx"))
    found = landmarks(page)
    assert (found.format, found.parsed, found.anchors) == ("rst", True, anchors_of(page))
    assert found.labels == {"top label": "top label"}
    assert found.titles == {"one": (3, "id1"), "two x": (2, "top label")}
    assert [found.titled(keys) for keys in ({"one", "two x"}, {"two x", "three"}, {"three"})] == [
        *("id1", "top label", None)
    ]
    assert found.size == len(found.anchors) + 3


def test_what_could_not_be_read_has_none() -> None:
    page = parse("# A\n", suffix=".odd", dialect=Dialect("sphinx"))
    assert (landmarks(page).parsed, landmarks(page).size) == (False, 0)
