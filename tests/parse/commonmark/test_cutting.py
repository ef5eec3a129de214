"""Tests of `drift.parse.commonmark.cutting`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.parse.commonmark import cutting
from drift.parse.commonmark.cutting import SHORT, passages, scaffold, sections


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\n\n# b\n\n## c\n", ["a\n\n", "# b\n\n", "## c\n"]),
        ("# b\n \t\n# c", ["# b\n \t\n", "# c"]),
        ("", [""]),
        # No blank line before, no heading, or too many signs.
        ("a\n# b\n\n#c\n\n####### d\n", ["a\n# b\n\n#c\n\n####### d\n"]),
        ("a\n\n # b\n\n#\n\n##  \n", ["a\n\n # b\n\n#\n\n##  \n"]),
        # Comments of a listing.
        ("```\n\n# b\n```\n\n# c", ["```\n\n# b\n```\n\n", "# c"]),
        ("````\n```\n\n# b\n\n````\n\n# c", ["````\n```\n\n# b\n\n````\n\n", "# c"]),
        ("~~~\n```\n\n# b\n\n~~~\n\n# c", ["~~~\n```\n\n# b\n\n~~~\n\n", "# c"]),
        ("```\n``` x\n\n# b\n", ["```\n``` x\n\n# b\n"]),
        (":::{note}\n\n# b\n:::\n\n# c", [":::{note}\n\n# b\n:::\n\n", "# c"]),
        # Code in a line, and a div, of which it is known later what they hold.
        ("```a```\n\n# b", ["```a```\n\n", "# b"]),
        ("::: note\n\n# b", ["::: note\n\n", "# b"]),
        # The anchors above a heading are its own.
        (
            "a\n\n(b)=\n# c\n\n(d)=\n\n(e)=\n# f\n",
            ["a\n\n", "(b)=\n# c\n\n", "(d)=\n\n(e)=\n# f\n"],
        ),
        ("a\n\n<a id='b'></a>\n\n# c\n", ["a\n\n", "<a id='b'></a>\n\n# c\n"]),
        # A term, if a list of definitions stands before it.
        ("a\n: b\n\n# c\n: d\n", ["a\n: b\n\n# c\n: d\n"]),
        ("a\n: b\n\n# c\n\n  ~ d\n", ["a\n: b\n\n# c\n\n  ~ d\n"]),
    ],
)
def test_sections_begin_at_headings(body: str, expected: list[str]) -> None:
    assert sections(body) == expected


@given(st.text(alphabet="#`~: \n\ta", max_size=60))
def test_sections_are_the_body(body: str) -> None:
    assert "".join(sections(body)) == body


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("a\n\nb\n\nc\nd\n", [("b", 0), ("c", 0)]),
        ("a\n\n*b*\n\n    c\n\n> d\n\n[e]: f\n", []),
        ("* a\n* b\n- c\n", [("* b", 0), ("- c", 0)]),
        (
            "* a\n  * b\n    - c\n  * d\n* e\n",
            [("  * b", 1), ("    - c", 2), ("  * d", 1), ("* e", 0)],
        ),
        ("*a*\n\n```\nb\n\nc\n* d\n* e\n\n```\n\nf\n", [("f", 0)]),
        # Not known to stand in what it seems to stand in.
        ("x\n* a\n* b\n", []),
        ("* a\n    * b\n", []),
        ("* a\n  b\n  * c\n", []),
        ("* a\n\n  * c\n", []),
        ("* [a]: /u\n  * b\n", []),
        ("* 1. a\n  * b\n", []),
        # Heads of tables and terms, if they do not go on with a list.
        ("* a\n* b | c\n  - | -\n", []),
        ("* a\n* b\n: c\n", []),
        ("a\n\nb\n: c\n", []),
    ],
)
def test_passages_begin_at_paragraphs_and_items(
    monkeypatch: pytest.MonkeyPatch, section: str, expected: list[tuple[str, int]]
) -> None:
    monkeypatch.setattr(cutting, "_PARAGRAPHS", 1)
    monkeypatch.setattr(cutting, "_ITEMS", 1)
    # Longer than what is kept, so that no other test is told of these cuts.
    section = f"{' ' * SHORT}\n\n{section}"
    rows = [(section[start:].split("\n")[0], depth) for start, depth in passages(section)]
    assert [row for row in rows if row not in {("a", 0), ("x", 0)}] == expected


def test_an_edit_moves_no_other_cut() -> None:
    lines = [f"* item {number}\n" for number in range(200)]
    old, new = "\n\n" + "".join(lines), "\n\n" + "".join([*lines[:50], "* new\n", *lines[50:]])
    texts = [
        {text[start:].split("\n")[0] for start, _ in passages(text)} - {"* new"}
        for text in (old, new)
    ]
    assert texts[0] == texts[1]
    assert 10 < len(texts[0]) < 50


def test_a_scaffold_has_an_item_a_depth() -> None:
    assert scaffold(0) == ""
    assert scaffold(3) == "* x\n  * x\n    * x\n"
