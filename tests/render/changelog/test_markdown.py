from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from drift.changes.base import BlockChange, Change, Hunk, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.changelog.markdown import MARKDOWN
from drift.render.changelog.view import View

_TEXT = st.text(st.sampled_from("ab1 `*_[]()<>&|~#@!:-+.=\\\"'\n\t\x1b\u202e")).filter(str.strip)


def test_golden(sample_changelog: Changelog, file_regression: FileRegressionFixture) -> None:
    text = MARKDOWN.render(View(changelog=sample_changelog))
    file_regression.check(text, extension=".md", encoding="utf-8", newline="")


@given(title=_TEXT, path=_TEXT, word=_TEXT)
def test_no_text_breaks_out(title: str, path: str, word: str) -> None:
    """The structure of the output is that of harmless words, whatever the words are."""
    assert _structure(_render(title, path, word)) == _structure(_render("a", "b", "c"))


def _render(title: str, path: str, word: str) -> str:
    here = Location(path, (title,), "a", (1, 2))
    block = BlockChange(
        "edited", "paragraph", word, word, (1, 1), (Hunk(word, word, (word, word)),)
    )
    change = Change(
        kind="section.edited",
        old=here,
        new=here,
        significance="wording",
        nature="wording",
        blocks=(block,),
    )
    side = Side("v1")
    told = Changelog(old=side, new=side, rules=(), changes=(change,), stats=Stats({}, {}, None))
    return MARKDOWN.render(View(changelog=told))


def _structure(text: str) -> list[str]:
    """Every token's type, but text and what escapes and entities are made of."""
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
