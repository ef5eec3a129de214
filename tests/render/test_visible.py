from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.render.visible import visible, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain › ümlaut 日本 👩‍🚀", "plain › ümlaut 日本 👩‍🚀"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("one\ntwo\t three", "one two three"),
        ("caf\udce9", "caf\\udce9"),
        ("x\U000e0041", "x\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not {unicodedata.category(sign) for sign in visible(text)} & {"Cc", "Cs", "Zl", "Zp"}


def test_json_says_the_same_and_shows_it() -> None:
    told = {"a\u202e": ["\x9b31m", "\U000e0041", "ü — 手册", "line\nline\x1b"]}
    text = visible_json(json.dumps(told, indent=2, ensure_ascii=False))
    assert json.loads(text) == told
    assert "ü — 手册" in text
    assert all(sign.isprintable() or sign == "\n" for sign in text)
