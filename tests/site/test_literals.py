"""Tests of `drift.site.literals`: what a module assigns is read and never run."""

from __future__ import annotations

import pytest

from drift.site.literals import assigned, strings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = b = 'x'\nraise SystemExit", {"a": "x", "b": "x"}),
        ("a = ['x', y(), 'z']", {"a": ["x", "z"]}),
        ("a = {'x': y(), z(): 1}", {"a": {"x": None}}),
        ("a = y()", {"a": None}),
        ("a.b = 1\nif x:\n    c = 2", {}),
        ("a = (", {}),
    ],
)
def test_what_a_module_assigns(text: str, expected: dict[str, object]) -> None:
    assert assigned(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(["a", 1, "b"], ("a", "b")), ({"a": None}, ("a",)), ("ab", ()), (None, ())],
)
def test_texts_of_a_value(value: object, expected: tuple[str, ...]) -> None:
    assert strings(value) == expected
