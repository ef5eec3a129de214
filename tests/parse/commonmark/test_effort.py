"""Tests of `drift.parse.commonmark.effort`."""

from __future__ import annotations

import time

import pytest

from drift.parse.base import parse
from drift.trees.site import Dialect


@pytest.mark.parametrize(
    "piece", ["<div ", "<http://a", "<!--", "<?", "[a](", "![", "<div><a href='", "[a]{", "x < y "]
)
def test_openings_without_an_end_do_not_hang(piece: str) -> None:
    start = time.process_time()
    page = parse(piece * 20_000, suffix=".md", dialect=Dialect("github"))
    assert "too many brackets" in page.unparsed
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{{{" * 200_000, "too many brackets"),
        (":::{note}\ntext\n" * 20_000, "inside each other"),
        ("```{note}\ntext\n```\n" * 2_000, ""),
        ("{{ a }} {b}`c` " * 5_000, ""),
    ],
    ids=["braces", "never closed", "closed", "roles"],
)
def test_what_is_copied_again_and_again_is_refused(source: str, reason: str) -> None:
    page = parse(source, suffix=".md", dialect=Dialect("github"))
    assert (reason in page.unparsed) if reason else not page.unparsed


@pytest.mark.parametrize(
    "piece", ["<a href='x'>l</a> ", "<b>x</b>", "[a](b) ", "https://a.example ", "<td>x</td>"]
)
def test_long_paragraphs_are_read(piece: str) -> None:
    page = parse(piece * 2_000, suffix=".md", dialect=Dialect("github"))
    assert page.unparsed == ""


def test_a_template_tag_without_an_end_does_not_hang() -> None:
    start = time.process_time()
    page = parse("{% tab" + "\nx\n" * 12 + "\n\n" * 6, suffix=".md", dialect=Dialect("github"))
    assert page.unparsed == ""
    assert time.process_time() - start < 5


def test_a_template_tag_may_hold_percent_signs_and_lines() -> None:
    page = parse("{% tab a % b\n  c='%'\n%}\n", suffix=".md", dialect=Dialect("github"))
    assert [(block.kind, block.name) for block in page.root.blocks] == [("directive", "tab")]
