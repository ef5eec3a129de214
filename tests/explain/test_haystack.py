from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.explain.haystack import Haystack, _times
from drift.match.matching import Matching

LETTERS = st.text(alphabet="aA1_ -é", max_size=30)


@given(LETTERS, st.text(alphabet="aA1-é", min_size=1, max_size=3))
def test_a_word_is_counted_as_a_pattern_would(text: str, word: str) -> None:
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    assert _times(word.lower(), text.lower()) == len(pattern.findall(text))


def test_a_word_is_counted_wherever_it_is_written(matched: Callable[..., Matching]) -> None:
    pages = {"a.md": "# V2MOM\n\n[v2mom](v2mom.html), V2MOMs\n", "b.md": "`V2mom`\n", "c.md": "x\n"}
    haystack = Haystack(matched(pages, pages).new.site)
    assert (haystack.count("V2MOM"), haystack.count("v2moms"), haystack.count("y")) == (4, 1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask taylor first.", True),
        ("Taylor knows.", False),
        ("Write to `taylor` first.", False),
        ("Write to @taylor, taylor@office.example.", False),
        ("See /taylor and taylor/notes.", False),
    ],
)
def test_an_account_or_alias_is_no_word_in_lower_case(
    text: str, expected: bool, matched: Callable[..., Matching]
) -> None:
    pages = {"a.md": f"# Crew\n\n{text}\n"}
    assert Haystack(matched(pages, pages).new.site).says("taylor") == expected
