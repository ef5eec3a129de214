from __future__ import annotations

from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.base import Wishes
from drift.render.log.base import Logged
from drift.render.log.markdown import MARKDOWN


def test_golden(log: tuple[Logged, ...], file_regression: FileRegressionFixture) -> None:
    text = b"".join(MARKDOWN.render(log, Wishes())).decode()
    file_regression.check(text, extension=".md", encoding="utf-8", newline="")


def test_there_is_one_heading_a_commit_and_no_more(log: tuple[Logged, ...]) -> None:
    text = b"".join(MARKDOWN.render(log, Wishes())).decode()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h2") == 3
    assert not any(token.tag == "h1" for token in tokens)
