"""Inline content as one writer gives it: folding, typography, spans, markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.parse.prose import Prose, grid, straight


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("it\u2019s \u201cso\u201d", 'it\'s "so"'),
        ("a\u2014b \u2013 c --- d -- e", "a--b -- c -- d -- e"),
        ("wait\u2026", "wait..."),
        ("-----", "-----"),
        ("plain", "plain"),
    ],
)
def test_straight(written: str, read: str) -> None:
    assert straight(written) == read


def test_white_space_is_folded_around_marks() -> None:
    prose = Prose()
    prose.text(" one ")
    prose.open("**")
    prose.text(" two ")
    prose.close("**")
    prose.text("\n three ")
    assert prose.finish()[:2] == ("one two three", "one **two** three")


def test_a_span_names_its_label() -> None:
    prose = Prose()
    prose.text("see")
    prose.begin_link("inline", "x.html", 3)
    prose.text(" the ")
    prose.code("page")
    prose.end_link()
    text, markup, links = prose.finish()
    assert (text, markup) == ("see the page", "see [the `page`]")
    assert [(link.label, link.span, link.line) for link in links] == [("the page", (4, 12), 3)]


def test_an_empty_label_has_no_span() -> None:
    prose = Prose()
    prose.link("image", "", "x.png", 1)
    text, _, links = prose.finish()
    assert (text, links[0].label, links[0].span) == ("", "", None)


def test_a_note_takes_no_room() -> None:
    prose = Prose()
    prose.text("said ")
    prose.mark("[^1]")
    prose.text(": so")
    assert prose.finish()[:2] == ("said: so", "said[^1]: so")


def test_cells_keep_the_spans_of_their_links() -> None:
    def cell(label: str) -> Prose:
        prose = Prose()
        prose.text("a ")
        prose.link("inline", label, f"{label}.html", 1)
        return prose

    rows = [[cell("b").finish(), cell("c").finish()], [("", "", ()), cell("d").finish()]]
    text, _, links = grid(rows)
    assert text == "a b | a c\n | a d"
    assert [text[slice(*link.span)] for link in links if link.span] == ["b", "c", "d"]


PARTS = st.lists(st.tuples(st.sampled_from("tcl*"), st.text(" ab\n\u2014", max_size=5)), max_size=8)


@given(PARTS)
def test_spans_hold_for_any_content(parts: list[tuple[str, str]]) -> None:
    prose = Prose()
    for kind, words in parts:
        if kind == "t":
            prose.text(words)
        elif kind == "c":
            prose.code(words)
        elif kind == "l":
            prose.link("inline", words, "x", 1)
        else:
            prose.open("*")
            prose.text(words)
            prose.close("*")
    text, _, links = prose.finish()
    assert text == " ".join(text.split())
    assert all(link.span is None or text[slice(*link.span)] == link.label for link in links)
