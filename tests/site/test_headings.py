from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.site.headings import (
    is_titled,
    is_titled_at,
    marked_headings,
    may_be,
    openings,
    said_by,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# plain\n## [a](b)\n", ["## [a](b)"]),
        ("an *a*\n=====\n", ["an *a*"]),
        ("=====\nan *a*\n=====\n", ["an *a*"]),
        ("an\n*a*\n---", ["an *a*"]),
        ("an *a*\n\n---", []),
        ("<h2>\na\n</h2>", ["<h2> a </h2>"]),
        ("text\n\n<p>a</p>", []),
    ],
)
def test_headings_with_signs_in_them(text: str, found: list[str]) -> None:
    assert list(marked_headings(text)) == found


@pytest.mark.parametrize(
    ("words", "heading", "may"),
    [
        (("a", "b"), "a [x](y) b", True),
        (("b", "a"), "a [x](y) b", False),
        (("手册",), "*员工手册*", True),
        (("whatever",), "|name|", True),
    ],
)
def test_what_a_heading_may_read_as(words: tuple[str, ...], heading: str, *, may: bool) -> None:
    assert may_be(words, said_by(heading)) is may


@given(st.text("aab_ .#{\nÄ"), st.lists(st.sampled_from(["a", "b", "aa", "Ä"]), max_size=3))
def test_a_title_has_nothing_but_signs_around_it(text: str, words: list[str]) -> None:
    joined = r"[\W_]*".join(words)
    plain = re.compile(rf"^[\W_]*{joined}(?:[\W_]*$|[^\n]*\{{)", re.MULTILINE)
    assert is_titled(text, tuple(words)) is (plain.search(text) is not None)


@given(st.text("aab_ .#{\nÄ"), st.lists(st.sampled_from(["a", "b", "aa", "Ä"]), max_size=3))
def test_a_title_is_found_by_the_word_that_opens_its_line(text: str, words: list[str]) -> None:
    joined = r"[\W_]*".join(["aa", *words])
    plain = re.compile(rf"^[\W_]*(?!aa[a-z0-9]){joined}(?:[\W_]*$|[^\n]*\{{)", re.MULTILINE)
    found = is_titled_at(text, ("aa", *words), openings(text).get("aa", ()))
    assert found is (plain.search(text) is not None)
