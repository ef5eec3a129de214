"""Tests of `drift.parse.commonmark.html`."""

from __future__ import annotations

import pytest

from drift.parse.commonmark.html import Fragment, Tag


@pytest.mark.parametrize(
    ("source", "text", "links", "anchors"),
    [
        ("<p>a</p><p>b</p>", "a b", [], []),
        ("a<b>b</b>c", "abc", [], []),
        ("x<!-- no -->y <style>p{}</style>z", "xy z", [], []),
        ('<p>\n<a href="t">l</a>', "l", [("l", "t", 6)], []),
        ('<a href="t">never closed', "never closed", [("never closed", "t", 5)], []),
        ('<a href="t">l<p><a href="u">m', "l m", [("l", "t", 5), ("m", "u", 5)], []),
        ('<td><a href="t">l</td><td>m</td></a>', "l m", [("l", "t", 5)], []),
        ('<img src="i" alt="seen">', "seen", [("seen", "i", 5)], []),
        ('<iframe src="v"></iframe>', "", [("", "v", 5)], []),
        ('<head><meta http-equiv="Refresh" content="0; URL=\'t\'"></head>', "", [("", "t", 5)], []),
        ("<meta http-equiv=refresh content='0;t'>", "", [("", "t", 5)], []),
        ('<meta http-equiv="refresh" content="30"><meta name="x" content="0; url=t">', "", [], []),
        ('<a name="n"></a><p id="i">', "", [], ["n", "i"]),
        ("&lt;x&gt; &eacute;", "<x> é", [], []),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2", [], []),
        ('<script id="cast-1" src="/play.js"></script>', "", [("", "/play.js", 5)], []),
    ],
)
def test_fragment(
    source: str, text: str, links: list[tuple[str, str, int]], anchors: list[str]
) -> None:
    fragment = Fragment(5)
    fragment.feed(source)
    fragment.finish()
    written = fragment.prose.finish()
    assert written[0] == text
    assert [(link.label, link.target, link.line) for link in written[2]] == links
    assert [anchor.name for anchor in fragment.anchors] == anchors


@pytest.mark.parametrize(
    ("source", "name", "attributes"),
    [
        ("<a href='x'>", "a", {"href": "x"}),
        ('<Card to={"/there"} big />', "Card", {"to": "/there", "big": ""}),
        ("<x a=b c>", "x", {"a": "b", "c": ""}),
        ("</a>", "a", {}),
        ("<!-- c -->", "", {}),
    ],
)
def test_tag(source: str, name: str, attributes: dict[str, str]) -> None:
    tag = Tag(source)
    assert (tag.name, tag.attributes) == (name, attributes)
    assert tag.closing == source.startswith("</")
