"""Bounds of a page that is read in parts."""

from __future__ import annotations

import pytest

from drift.parse.restructured.effort import is_bearable


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Text.\n" * 19_000, True),
        ("x\n" * 20_001, False),
        ("a-" * 6_000, False),
        ("a- " * 6_000, True),
        (":" + "a:" * 5_000, False),
        ("a: b\n" * 5_000, True),
        ("- :pull:`1`" + " and words that say why" * 5 + "\n\n" + "  :pull:`2`\n" * 3_000, True),
        (("- " + "a:" * 400 + "\n") * 200, True),
        (("- :" + "a:" * 400 + "\n") * 200, False),
        ("`a` *b*\n\n" * 9_000, True),
        ("*a " * 300_000, False),
        (".. |a| replace:: text\n\n" + "|a| " * 1_000, True),
        (f".. |a| replace:: {'text ' * 3_000}\n\n" + "|a| " * 1_000, False),
        (".. |a| replace::\n\n" + "  text\n\n" * 3_000 + "|a| " * 1_000, False),
        (".. |a| replace:: " + "|b| " * 60 + "\n.. |b| replace:: x\n\n|a|", False),
    ],
    ids=[
        "text",
        "lines",
        "run",
        "words",
        "crowded",
        "colons",
        "roles",
        "inside",
        "items",
        "paragraphs",
        "markup",
        "replaced",
        "much",
        "long",
        "nested",
    ],
)
def test_bounds(source: str, expected: bool) -> None:
    assert is_bearable(source) is expected
