"""Tests of `drift.changes.nature`: which words are one word in two spellings."""

from __future__ import annotations

import pytest

from drift.changes.nature import misspelt


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
