"""Names that a text may ask for."""

from __future__ import annotations

import pytest

from drift.parse.restructured.names import asked, replaced


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain snake_case and `code`, ``x_``y", set()),
        ("see Foo_.", {"foo"}),
        ("`two  Words\n  more`_", {"two words more"}),
        ("`label <https://example.org/a_b>`_ anon__ `anon`__", set()),
        ("`label <name_>`_", {"label <name_>", "name"}),
        ("see/foo-bar_ x:y_", {"foo-bar", "bar", "x:y", "y"}),
        ("|Sub|_", {"sub"}),
        ("`a <https://example.org>`_ `name<https://example.org>`_", {"name<https://example.org>"}),
        (r"`a\ b`_", {"ab"}),
    ],
)
def test_asked(source: str, expected: set[str]) -> None:
    assert expected <= asked(source)
    assert bool(expected) or not asked(source) - {"x"}


def test_replaced() -> None:
    assert replaced("|a| b |Two  words|, | no | and |c|d|") >= {"a", "two words", "c", "d"}
    assert replaced("nothing") == set()
