"""Tests of `drift.parse.commonmark.attributes`."""

from __future__ import annotations

import pytest

from drift.parse.commonmark.attributes import Attributes, parse_attributes, split_trailing


@pytest.mark.parametrize(
    ("content", "text", "said"),
    [
        ("Title {#id}", "Title", Attributes("id")),
        ("Title{#id .a .b}", "Title", Attributes("id", ("a", "b"))),
        ("Title {: #id }", "Title", Attributes("id")),
        ("Title {/* #id */}", "Title", Attributes("id")),
        ('T {.a k="v w" l=m}', "T", Attributes("", ("a",), {"k": "v w", "l": "m"})),
        ("two\n{: #id }", "two", Attributes("id")),
        ("Braces {like these}", "Braces {like these}", None),
        ("A set {1, 2}", "A set {1, 2}", None),
        ("call() {#id}", "call()", Attributes("id")),
        ("`code`{.python}", "`code`{.python}", None),
        ("nothing", "nothing", None),
    ],
)
def test_split(content: str, text: str, said: Attributes | None) -> None:
    assert split_trailing(content) == (text, said)


def test_an_id_may_be_a_value() -> None:
    assert parse_attributes("id=x .c") == Attributes("x", ("c",))
