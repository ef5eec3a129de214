"""Tests of `drift.trees.words`: what counts as a word in which script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.trees.words import _any as pattern_of_any_text
from drift.trees.words import spans, visible, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't pay 1,000 for 3.11!", ["Don't", "pay", "1,000", "for", "3.11", "!"]),
        ("港の手引", ["港", "の", "手", "引"]),
        ("ハーバー・ガイドを読む", ["ハーバー", "・", "ガイド", "を", "読", "む"]),
        ("SSRサポート", ["SSR", "サポート"]),
        ("항구 안내를", ["항구", "안내를"]),
        ("हिंदी किताबें।", ["हिंदी", "किताबें", "।"]),
        ("তৈরি করুন", ["তৈরি", "করুন"]),
        ("தமிழ்-நூல்", ["தமிழ்-நூல்"]),
        ("e\u0301te\u0301, נִקּוּד", ["e\u0301te\u0301", ",", "נִקּוּד"]),
        ("به\u200cروز شد", ["به\u200cروز", "شد"]),
        ("ที่นี่", ["ท", "\u0e35", "\u0e48", "น", "\u0e35", "\u0e48"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [text[start:end] for start, end in spans(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pay: 5 € (or $ 6) → ✅!", ["Pay", "5", "€", "or", "6", "→", "✅"]),
        ("| `a` | <b> ~ «c» — d… |", ["a", "b", "c", "d"]),
    ],
)
def test_visible(text: str, expected: list[str]) -> None:
    assert visible(text) == expected


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_has_the_words_that_any_text_has(text: str) -> None:
    assert words(text) == pattern_of_any_text(marked=False).findall(text)


@given(st.text(st.characters(exclude_categories=["M", "Cf"])))
def test_text_without_marks_has_the_same_words_either_way(text: str) -> None:
    marked, plain = (pattern_of_any_text(marked=marked) for marked in (True, False))
    assert marked.findall(text) == plain.findall(text)
