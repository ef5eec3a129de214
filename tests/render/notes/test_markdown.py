from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.notes.markdown import MARKDOWN, target
from tests.render.notes.sample import PERIOD, SAMPLE, hostile, view

_TEXT = st.text(st.sampled_from("ab1 `*_[]()<>&|~#@!:-+.=\\\"'\n\t\x1b\u202e")).filter(str.strip)


def test_golden(file_regression: FileRegressionFixture) -> None:
    file_regression.check(MARKDOWN.render(view()), extension=".md", encoding="utf-8", newline="")


def test_whole_names_everything() -> None:
    text = MARKDOWN.render(view(whole=True))
    assert "more" not in text
    assert all(f"[Plan {number}](" in text for number in range(14))


@given(text=_TEXT)
def test_no_title_breaks_out(text: str) -> None:
    """The structure of the output is that of harmless words, whatever everything is called."""
    assert _structure(MARKDOWN.render(hostile(text))) == _structure(
        MARKDOWN.render(hostile("word"))
    )


def test_a_release_is_called_as_it_is() -> None:
    notes = msgspec.structs.replace(
        SAMPLE, periods=(msgspec.structs.replace(PERIOD, name="4.58.0"),)
    )
    assert MARKDOWN.render(view(notes)).startswith("## 4.58.0\n")


def test_a_url_ends_where_it_ends() -> None:
    assert target("https://a.example/x_(y)>") == "https://a.example/x_%28y%29%3E"


def _structure(text: str) -> list[str]:
    inline = {"text", "text_special", "code_inline"}
    bold = {"<b>": "strong_open", "</b>": "strong_close"}
    kinds: list[str] = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        kinds.append(token.type)
        children = (child for child in token.children or () if child.type not in inline)
        kinds.extend(
            bold.get(child.content, child.content) if child.type == "html_inline" else child.type
            for child in children
            if child.content != "<!-- -->"
        )
    return kinds
