"""Tests of `drift.parse.commonmark.labels`."""

from __future__ import annotations

import random
import time

import markdown_it.helpers
import pytest

from drift.parse.base import parse
from drift.parse.commonmark.engine import engine
from drift.trees.site import Dialect

PIECES = (
    "[",
    "[",
    "]",
    "]",
    "(a)",
    "![",
    "]{.b}",
    "[^",
    "^[",
    "x",
    "`",
    "*",
    "\\\\",
    "](c",
    "]: d",
    "[e]",
    "\n",
    "<",
    ">",
)


def test_labels_end_where_markdown_it_finds_that_they_do() -> None:
    """Of any brackets, with links, images, spans and notes among them and more levels than are read."""
    usual = engine.__wrapped__(myst=False)
    usual.helpers = markdown_it.helpers
    drawn = random.Random(7)  # noqa: S311 - no secret
    texts = ["".join(drawn.choices(PIECES, k=drawn.randrange(40))) for _ in range(400)]
    texts += ["[" * deep + "x" + "]" * closed for deep in (99, 201, 450) for closed in (0, 98)]
    for text in texts:
        page = f"{text}\n\n[e]: f\n[x]: g\n"
        expected = [token.as_dict() for token in usual.parse(page)]
        assert [token.as_dict() for token in engine(myst=False).parse(page)] == expected, text


@pytest.mark.parametrize("piece", ["[", "[ * _ ", "!["])
def test_brackets_that_nothing_closes_are_read_in_good_time(piece: str) -> None:
    paragraph = piece * (9_000 // len(piece))
    start = time.process_time()
    page = parse(f"{paragraph}\n\n" * 4, suffix=".md", dialect=Dialect("github"))
    assert page.unparsed == ""
    assert len(page.root.blocks) == 4
    assert time.process_time() - start < 10
