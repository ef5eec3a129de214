from __future__ import annotations

import pytest

from drift.site.headings import marked_headings, may_be


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
    assert may_be(words, heading) is may
