"""Tests of `drift.parse.vocabulary`."""

from __future__ import annotations

import pytest

from drift.parse.prose import Prose
from drift.parse.vocabulary import CODE, arguments, titled, write_role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title <target>", ("Title", "target")),
        ("target", ("target", "target")),
        ("<target>", ("<target>", "<target>")),
        ("A <b> c", ("A <b> c", "A <b> c")),
        ("Two\nlines <t>", ("Two\nlines", "t")),
    ],
)
def test_titled(text: str, expected: tuple[str, str]) -> None:
    assert titled(text) == expected


@pytest.mark.parametrize(
    ("role", "text", "markup", "target"),
    [
        ("ref", "Title <label>", "[Title]", "label"),
        ("std:doc", "/install", "[/install]", "/install"),
        ("pep", "8", "[PEP 8]", "https://peps.python.org/pep-0008/"),
        ("rfc", "2324", "[RFC 2324]", "https://tools.ietf.org/html/rfc2324.html"),
        ("kbd", "Ctrl", "Ctrl", None),
        ("py:class", "Foo", "`Foo`", None),
        ("unheard-of", "x", "`x`", None),
        ("py:class", "a box <Foo>", "[a box]", "Foo"),
        ("unheard-of", "x <y>", "[x]", "y"),
        ("unheard-of", "x<y>", "`x<y>`", None),
        ("file", "x <y>", "`x <y>`", None),
    ],
)
def test_roles(role: str, text: str, markup: str, target: str | None) -> None:
    prose = Prose()
    write_role(prose, role, text, 7)
    _, written, links = prose.finish()
    assert written == markup
    assert [(link.target, link.line) for link in links] == ([(target, 7)] if target else [])


def test_a_tab_of_code_is_code() -> None:
    assert "code-tab" in CODE


def test_arguments_are_in_a_canonical_order() -> None:
    assert arguments("x  y", {"b": "2", "a": ""}) == "x y :a: :b: 2"
