from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.aggregate.redirect import Spot
from drift.render.redirects.brief import brief, brief_path


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a.md", "b.md", "a.md → b.md"),
        ("a/b.md", "c/d.md", "a/b.md → c/d.md"),
        ("a/b.md", "a/c.md", "a/{b.md → c.md}"),
        ("a/x.md", "b/x.md", "{a → b}/x.md"),
        ("docs/a.md", "docs/b/a.md", "docs/{ → b}/a.md"),
        ("docs/", "docs/b/c/", "docs/{ → b/c}/"),
        ("a.md", "b/a.md", "a.md → b/a.md"),
        ("./", "b/", "./ → b/"),
    ],
)
def test_what_both_share_is_written_once(old: str, new: str, wanted: str) -> None:
    assert brief_path(old, new) == wanted


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_both_paths_can_be_read_from_it(old: str, new: str) -> None:
    text = brief_path(old, new)
    if "{" not in text:
        assert text == f"{old} → {new}"
        return
    head, inner = text.split("{")
    both, tail = inner.split("}")
    for side, path in zip(both.split(" → "), (old, new), strict=True):
        assert (head + side + tail).replace("//", "/").strip("/") == path


def test_anchors() -> None:
    one, other = Spot("a.md", "x"), Spot("b.md", "y")
    assert brief(one, other) == "a.md#x → b.md#y"
    assert brief(Spot("c/a.md", "x"), Spot("d/a.md", "y")) == "{c → d}/a.md#x → #y"
    assert brief(one, Spot("a.md", "y")) == "a.md#x → #y"
    assert brief(one, Spot("b.md", "x")) == "a.md#x → b.md#x"
    assert brief(Spot("a.md"), other) == "a.md → b.md#y"
