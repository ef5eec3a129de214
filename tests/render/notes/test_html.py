from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from drift.aggregate.notes.notes import Notes
from drift.render.notes.html import HTML
from tests.render.notes.sample import hostile, view

_TEXT = st.text(st.sampled_from("ab1 <>&\"'/=!-\n\t\x1b\u202e")).filter(str.strip)


class Structure(HTMLParser):
    """The tags of a page with their attributes, without its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, object]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", None))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))


def test_golden(file_regression: FileRegressionFixture) -> None:
    file_regression.check(HTML.render(view()), extension=".html", encoding="utf-8", newline="")


def test_every_element_is_closed() -> None:
    tags = [tag for tag, _ in Structure(HTML.render(view())).tags if tag != "meta"]
    assert sorted(tag for tag in tags if not tag.startswith("/")) == sorted(
        tag[1:] for tag in tags if tag.startswith("/")
    )


@given(text=_TEXT)
def test_no_title_breaks_out(text: str) -> None:
    """The structure of the page is that of harmless words, whatever everything is called."""
    expected = Structure(HTML.render(hostile("word"))).tags
    assert Structure(HTML.render(hostile(text))).tags == expected


def test_the_page_may_load_nothing_and_its_style_is_the_one_it_names() -> None:
    text = HTML.render(view())
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    tags = Structure(text).tags
    assert ("meta", [("http-equiv", "Content-Security-Policy"), ("content", (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ))]) in tags  # fmt: skip
    assert {tag for tag, _ in tags}.isdisjoint({"script", "img", "iframe", "link", "base"})
    loaded = [pair for _, pairs in tags if isinstance(pairs, list) for pair in pairs]
    assert {name for name, _ in loaded}.isdisjoint({"src", "srcset", "style", "onclick"})


def test_without_periods_it_says_so() -> None:
    text = HTML.render(view(Notes(site="", repository="", periods=())))
    assert "<p>Nothing changed for readers.</p>" in text
