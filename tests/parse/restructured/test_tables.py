"""Where simple tables stand."""

from __future__ import annotations

import pytest

from drift.parse.restructured.tables import simple_tables, text_before


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("no table = here ==\n====\n", []),
        ("== ==\na  b\n== ==\n", ["== ==\na  b\n== =="]),
        (
            "== ==\na  b\n== ==\nc  d\n\ne  f\n== ==\n\nx",
            ["== ==\na  b\n== ==\nc  d\n\ne  f\n== =="],
        ),
        ("x\n\n== ==\na  b\n====\n", ["== ==\na  b\n===="]),
        ("== ==\na  b\n\n", ["== ==\na  b\n\n"]),
        ("  == ==\n  a  b\n  == ==\n", []),
        ("== ==\na\n== ==\n\n== ==\nb\n== ==", ["== ==\na\n== ==", "== ==\nb\n== =="]),
    ],
)
def test_tables(source: str, expected: list[str]) -> None:
    tables = simple_tables(source)
    assert tables is not None
    assert [source[start:end] for start, end in tables] == expected


@pytest.mark.parametrize(
    "source", ["x\n== ==\n", "x::\n\n== ==\n", "==\t==\n", "== ==\na\n==\t==\n"]
)
def test_what_may_be_none(source: str) -> None:
    assert simple_tables(source) is None


def test_text_before() -> None:
    assert [text_before("a \n\nb", at) for at in (0, 1, 4)] == [0, 1, 1]
