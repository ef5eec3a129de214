"""Maps that nobody wrote by hand: no text makes a reader raise, and what is added stands beside all that was there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.aggregate.map_row import MapRow
from drift.errors import UsageError
from drift.render.redirects import detect, formats
from drift.render.redirects.completion import complete
from tests.render.redirects.samples import PLAIN, book, view

MAPS = sorted(name for name, one in formats().items() if one.book)

WORDS = (
    *(
        "/a",
        "/b#c",
        "a.rst",
        "b.md",
        "'x y'",
        '"z"',
        "301",
        "200!",
        "*",
        ":name",
        "/a/*",
        "https://x.y/z",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        ":",
        ";",
        "=",
        "#",
        "\\",
        "//",
        "/*",
        "*/",
        "'",
        '"',
        "`",
        "$1",
        "^",
    ),
    *(
        "redirects",
        "redirects:",
        '"redirects"',
        "redirects =",
        "rediraffe_redirects = {",
        "redirect_maps:",
    ),
    *(
        "plugins:\n  - redirects:\n      redirect_maps:\n        ",
        "location = /a { return 301 /b; }",
        "server {",
    ),
    *(
        "rewrite ^/a$ /b permanent;",
        "Redirect 301 /a /b",
        "RedirectMatch ^/a(.*)$ /b$1",
        "<IfModule x>",
        "# no",
    ),
    *(
        "{from: '/a', to: '/b'}",
        '{"source": "/a", "destination": "/b"}',
        "'a': 'b.html',",
        "- a",
        "&x",
        "*x",
        "!t",
    ),
    *(
        '{"kind": "page", "old": {"path": "a.md"}, "new": {"path": "b.md"}, "confidence": 1}',
        "é",
        "\u2028",
        "\x00",
    ),
)

TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "\n", "\n  ", "", "\r\n", "\t"])),
    max_size=14,
).map(lambda parts: "".join(word + gap for word, gap in parts))

HEADS = {
    "sphinx": ("", "rediraffe_redirects = {"),
    "reredirects": ("redirects = {", "x = 1\nredirects = {\n"),
    "mkdocs": ("plugins:\n  - redirects:\n      redirect_maps:\n        a.md: b.md\n        ",),
    "gitbook": ("redirects:\n  a: b.md\n  ", "redirects: {a: b.md}\n"),
    "docusaurus": ("[", "redirects: ["),
    "vercel": ('{"redirects": [',),
    "json": ("[",),
}

FITTING = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)


def _said(rows: tuple[MapRow, ...]) -> list[tuple[str, str]]:
    return sorted((row.old, row.new) for row in rows)


@pytest.mark.parametrize("name", MAPS)
@FITTING
@given(text=TEXTS, data=st.data())
def test_what_is_added_stands_beside_what_was_there(
    name: str, text: str, data: st.DataObject
) -> None:
    sites = view(PLAIN[3:4], "sphinx").sites
    text = data.draw(st.sampled_from(HEADS.get(name, ("",)))) + text
    one = book(name)
    move = view(PLAIN[3:4], "sphinx").moves.pages[0]
    try:
        before = one.read(text, sites)
        after = one.read(complete(one, text, [move], sites), sites)
    except UsageError:
        return
    known = _said(before.rows)
    for said in _said(after.rows):
        if said in known:
            known.remove(said)
    assert known == []
    assert len(after.rows) > len(before.rows)
    assert len(after.unread) == len(before.unread)


@FITTING
@given(st.sampled_from(["_redirects", "conf.py", "x.json", "x.txt", "mkdocs.yml"]), TEXTS)
def test_no_text_hides_its_format_by_breaking(name: str, text: str) -> None:
    assert all(one.book is not None for one in detect(name, text))
