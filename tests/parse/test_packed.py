"""Tests of `drift.parse.packed`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drift.parse.markdown import MARKDOWN
from drift.parse.packed import Packed
from drift.trees.page import Page
from drift.trees.site import Dialect


def page(text: str) -> Page:
    """A page with a heading and a link."""
    return MARKDOWN.parse(
        f"---\nowner: sam\n---\n# A {{#b}}\n\n[c](d.md) {text}\n", Dialect("github")
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_kept_is_given_back(text: str) -> None:
    packed: Packed[str, Page] = Packed(Page, limit=1 << 20)
    packed.put("a", page(text))
    assert packed.get("a") == page(text)
    assert packed.get("b") is None


def test_what_was_not_used_for_longest_leaves_first() -> None:
    packed: Packed[int, Page] = Packed(Page, limit=3 * _size())
    for key in (1, 2, 3):
        packed.put(key, page("x"))
    packed.get(1)
    packed.put(4, page("x"))
    assert [key in packed for key in (1, 2, 3, 4)] == [True, False, True, True]


def test_one_that_is_put_again_weighs_once() -> None:
    packed: Packed[int, Page] = Packed(Page, limit=2 * _size())
    packed.put(1, page("x"))
    for _ in range(10):
        packed.put(2, page("x"))
    assert 1 in packed


def test_one_that_is_too_large_is_not_kept() -> None:
    packed: Packed[int, Page] = Packed(Page, limit=_size() - 1)
    packed.put(1, page("x"))
    assert 1 not in packed


def test_half_a_character_is_not_kept() -> None:
    packed: Packed[int, Page] = Packed(Page, limit=1 << 20)
    packed.put(1, page(chr(0xD800)))
    assert packed.get(1) is None


def test_what_is_dropped_makes_room() -> None:
    packed: Packed[int, Page] = Packed(Page, limit=2 * _size())
    packed.put(1, page("x"))
    packed.put(2, page("x"))
    packed.drop([2, 3])
    packed.put(4, page("x"))
    assert [key in packed for key in (1, 2, 3, 4)] == [True, False, False, True]


def _size() -> int:
    """Find the least limit under which a page is kept."""
    for limit in range(1 << 12):
        packed: Packed[int, Page] = Packed(Page, limit=limit)
        packed.put(1, page("x"))
        if 1 in packed:
            return limit
    raise AssertionError
