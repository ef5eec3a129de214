"""Tests of `drift.parse.commonmark.filled`: headings that are the title of the page."""

from __future__ import annotations

import pytest

from drift.parse.markdown import MARKDOWN
from drift.parse.shelf import MemoryShelf
from drift.trees.site import Dialect

JEKYLL = Dialect("jekyll")


@pytest.mark.parametrize(
    ("head", "heading", "title", "anchor"),
    [
        ("title: Set  sail", "# {{ page.title }}", "Set sail", "set-sail"),
        ("title: Set sail", "# {{$frontmatter.title}}", "Set sail", "set-sail"),
        ("title: Set sail", "# <%= current_page.data.title %>", "Set sail", "set-sail"),
        ("title: Set sail", "# {frontMatter.title}", "Set sail", "set-sail"),
        ("title: Set sail", "# {{ page.crew }}", "{{ page.crew }}", "-pagecrew-"),
        ("crew: 3", "# {{ page.title }}", "{{ page.title }}", "-pagetitle-"),
    ],
)
def test_a_heading_is_filled_in(head: str, heading: str, title: str, anchor: str) -> None:
    source = f"---\n{head}\n---\n\n{heading}\n\nText.\n"
    section = MARKDOWN.parse(source, JEKYLL).root.sections[0]
    assert (section.title, section.anchor, section.lines) == (title, anchor, (5, 7))


def test_a_filled_heading_is_like_a_written_one() -> None:
    head = "---\ntitle: Set sail\n---\n\n"
    filled = f"{head}# {{{{ page.title }}}}\n\nText.[^1]\n\n[^1]: Note.\n"
    written = MARKDOWN.parse(filled.replace("{{ page.title }}", "Set sail"), JEKYLL)
    assert MARKDOWN.parse(filled, JEKYLL) == written
    assert MARKDOWN.by_fragments is not None
    assert MARKDOWN.by_fragments(filled, JEKYLL, MemoryShelf()) == written
