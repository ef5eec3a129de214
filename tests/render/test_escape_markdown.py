from __future__ import annotations

import pytest

from drift.render.escape_markdown import code, escape


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, 3.5 (or so)!", "plain words, 3.5 (or so)!"),
        ("*a* _b_ `c` [d](e) | ~~f~~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\| \\~\\~f\\~\\~"),
        ("<script> & co", "&lt;script&gt; &amp; co"),
        ("ask @octocat about #12", "ask @<!-- -->octocat about #<!-- -->12"),
        ("ask é@octocat, not me@example.com", "ask é@<!-- -->octocat, not me@example.com"),
        (
            "as in owner/name#12, see C# and page#top",
            "as in owner/name#<!-- -->12, see C# and page#top",
        ),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("1)", "1\\)"),
        ("4.58.0 of 2026-04", "4.58.0 of 2026-04"),
        ("- no list", "\\- no list"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_text_is_shown_as_it_is(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("a|b", "`a|b`"), ("a `b`", "`` a `b` ``"), ("", "“”"), ("x\x1by", "`x\\x1by`")],
)
def test_code_holds_any_backticks(text: str, written: str) -> None:
    assert code(text) == written
