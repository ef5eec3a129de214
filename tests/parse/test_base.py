"""Tests of `drift.parse.base`: choice of the parser, and the fallback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.parse import base
from drift.parse.base import Parser, parse, read, unparsed
from drift.parse.nesting import Unbearable
from drift.trees.page import Format, Page
from drift.trees.site import Dialect

GITHUB = Dialect("github")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("a\nb\n\n  c\n", [("a b", (1, 2)), ("c", (4, 4))]),
        ("\n\na", [("a", (3, 3))]),
        ("a\n \t\nb\n", [("a", (1, 1)), ("b", (3, 3))]),
        ("a\n\n\n\nb\n", [("a", (1, 1)), ("b", (5, 5))]),
    ],
)
def test_the_fallback_is_the_paragraphs(
    source: str, expected: list[tuple[str, tuple[int, int]]]
) -> None:
    page = unparsed(source, format=Format("markdown"), reason="because")
    assert [(block.text, block.lines) for block in page.root.blocks] == expected
    assert page.unparsed == "because"


@given(st.text(alphabet="ab \n\t", max_size=60))
def test_the_fallback_keeps_every_word_on_its_line(source: str) -> None:
    page = unparsed(source, format=Format("markdown"), reason="because")
    assert " ".join(block.text for block in page.root.blocks) == " ".join(source.split())
    rows = source.split("\n")
    for block in page.root.blocks:
        first, last = block.lines
        assert " ".join(" ".join(rows[first - 1 : last]).split()) == block.text


def test_the_fallback_cuts_a_page_without_blank_lines() -> None:
    page = unparsed("word\n" * 50_000, format=Format("markdown"), reason="because")
    assert len(page.root.blocks) > 1
    assert page.root.blocks[-1].lines[1] == 50_000


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Unbearable("too much"), "too much"),
        (RecursionError(), "nested too deeply"),
        (IndexError("list"), "broken parser: IndexError('list')"),
    ],
)
def test_what_a_parser_cannot_bear_says_why(fault: Exception, reason: str) -> None:
    def fail(source: str, dialect: Dialect) -> Page:
        raise fault

    page = read(Parser("broken", version=1, suffixes=(), parse=fail), "words\n", GITHUB)
    assert page.unparsed == reason
    assert [block.text for block in page.root.blocks] == ["words"]


def test_the_parser_is_chosen_by_suffix() -> None:
    assert parse("# A\n", suffix=".MD", dialect=GITHUB).format == "markdown"
    assert parse("A\n=\n", suffix=".rst", dialect=GITHUB).format == "rst"
    assert parse("A\n", suffix=".odt", dialect=GITHUB).unparsed == "no parser reads .odt"
    assert {"markdown", "rst"} <= set(base.parsers())
