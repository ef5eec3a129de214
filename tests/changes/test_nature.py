"""Tests of `drift.changes.nature`: which words are one word in two spellings, and what formatters make of code."""

from __future__ import annotations

import pytest

from drift.changes.block_edit import BlockEdit
from drift.changes.hunks import hunks
from drift.changes.nature import misspelt, nature
from drift.trees.page import Block


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("recieve", "receive", True),
        ("harbour", "harbours", False),
        ("install", "uninstall", False),
        ("배포하기", "배표하기", True),
        ("배포하기", "배포하고", False),
        ("항구를", "항구", False),
        ("Anchor의", "Anchor", False),
        ("포함됩니다", "포함합니다", False),
        ("コンピュータ", "コンピューター", True),
        ("המדריך", "מדריך", False),
        ("המדירך", "המדריך", True),
        ("различные", "различных", False),
        ("контент", "контента", False),
        ("докуметация", "документация", True),
    ],
)
def test_misspelt(before: str, after: str, *, expected: bool) -> None:
    assert misspelt(before, after) is expected
    assert misspelt(after, before) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("hoist('jib');", 'hoist("jib");', "typo"),
        ("hoist('jib')", 'hoist("jib");', "typo"),
        ("[1, 2]", "[1, 2,]", "typo"),
        ("[\n  1\n  # more\n]", "[\n  1,\n  # more\n]", "typo"),
        ("map(x => x)", "map((x) => x)", "typo"),
        ("a - b", "a + b", "wording"),
        ("a - (b - c)", "a - b - c", "wording"),
        ("reef --all", "reef -all", "wording"),
        ("a, b", "a; b", "wording"),
    ],
)
def test_nature_of_code(before: str, after: str, expected: str) -> None:
    old, new = (Block("code", text, (1, 1)) for text in (before, after))
    edit = BlockEdit(old=old, new=new)
    assert nature([edit], [], hunks(before, after)) == expected
