from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.site.tokens import stands_in, tokens, unlike_lines


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("Start_here-2.md", ("start", "here", "2", "md")),
        ("Café", ("caf", "é")),
        ("员工手册 v2", ("员工手册", "v2")),
        ("Straße", ("strasse",)),
        ("...", ()),
    ],
)
def test_tokens(form: str, found: tuple[str, ...]) -> None:
    assert tokens(form) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gull", True),
        ("a gull", True),
        ("gulls, seagull", False),
        ("seagull_gull", True),
        ("", False),
    ],
)
def test_a_word_stands_in_a_text_and_not_as_a_part_of_others(text: str, expected: bool) -> None:
    assert stands_in(text, "gull") == expected


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        ("a\nb\nc", "a\nx\nc", ("b", "x")),
        ("a\nbc\nd", "a\nbx\nd", ("bc", "bx")),
        ("a\nb", "a\nb", ("b", "b")),
        ("a\nb\nc\n", "a\nc\n", ("b\nc", "c")),
        ("", "a", ("", "a")),
    ],
)
def test_lines_at_both_ends_are_left_out(one: str, other: str, left: tuple[str, str]) -> None:
    assert unlike_lines(one, other) == left


@given(*[st.text("ab\n", max_size=12)] * 4)
def test_no_line_that_differs_is_left_out(head: str, one: str, other: str, tail: str) -> None:
    pair = head + one + tail, head + other + tail
    (mine, theirs), (left, right) = (
        [Counter(text.split("\n")) for text in texts] for texts in (pair, unlike_lines(*pair))
    )
    for whole, rest in ((mine - theirs, left - right), (theirs - mine, right - left)):
        # Empty lines say nothing.
        whole.pop("", None)
        rest.pop("", None)
        assert whole == rest
