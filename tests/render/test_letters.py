from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.render import letters
from drift.render.letters import count, extent, first, last, pieces

PIECES: tuple[tuple[str, list[str]], ...] = (
    ("one two", ["one ", "two"]),
    ("see https://x.example/a(b)c now", ["see ", "https://x.example/a(b)c ", "now"]),
    ("手册很好。", ["手", "册", "很", "好。"]),
    ("\uff08见下\uff09文", ["\uff08见", "下\uff09", "文"]),
    ("用 Vue 写", ["用 ", "Vue ", "写"]),
    ("只有[-\uff08-] {+六+}人", ["只", "有", "[-\uff08-] ", "{+六+}", "人"]),
    ("メニューを", ["メ", "ニュー", "を"]),
    ("  led", ["led"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_lines_break_between_the_letters_of_scripts_without_blanks(
    text: str, expected: list[str]
) -> None:
    assert [text[a:b] for a, b in pieces(text)] == expected


def test_words_are_counted_and_cut_in_any_script() -> None:
    assert count("one two three") == 3
    assert count("手册里的每一页") == 4
    assert first("one  two three", 2) == "one two"
    assert first("手册里的每一页", 2) == "手册里的"
    assert last("one two  three", 2) == "two three"
    assert last("手册里的每一页", 1) == "页"
    assert first("one", 0) == last("one", 0) == ""
    assert first("one", 5) == last("one", 5) == "one"


def test_length_is_told_in_what_the_script_has() -> None:
    assert extent("one two") == "2 words"
    assert extent("手册里的 每一页") == "7 characters"


@given(st.text(st.sampled_from(" ab’—é\xa0\u3000\n[-]{+}")))
def test_text_without_wide_letters_is_cut_as_text_that_may_have_some(text: str) -> None:
    narrow = [*pieces(text)], count(text), extent(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters, "_is_narrow", lambda text: text is None)
        assert ([*pieces(text)], count(text), extent(text)) == narrow
