"""Titles, and where a page can be cut before them."""

from __future__ import annotations

import pytest

from drift.parse.restructured.titles import titles


def found(source: str) -> list[tuple[str, str, int]]:
    return [(title.text, title.style, title.cut) for title in titles(source) or ()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One\n===\n\nText.\n\nTwo\n---\n", [("One", "=", 0), ("Two", "-", 16)]),
        ("====\n One\n====\n\n====\nTwo\n====\n", [("One", "==", 0), ("Two", "==", 16)]),
        ("One\r\n====\r\n\r\nTwo\r\n----\r\n", [("One", "=", 0), ("Two", "-", 13)]),
        ("a\n\n.. _x:\n.. _y: u\n\nOne\n====\n", [("One", "=", 3)]),
        ("a\n.. _x:\n\nOne\n====\n", [("One", "=", -1)]),
        ("a\n\n.. _x:\n.. index:: y\n\nOne\n====\n", [("One", "=", 3)]),
        ("a\n\n.. index::\n   single: y\n\n.. _x:\n\nOne\n====\n", [("One", "=", 3)]),
        ("a\n\n.. flag:: one\n.. _x:\n\n``One``\n=======\n", [("``One``", "=", 3)]),
        ("a\n\n.. flag:: two\n\n.. _x:\n\nOne\n====\n", [("One", "=", 18)]),
        ("One\n===\nTwo\n---\n", [("One", "=", 0), ("Two", "-", -1)]),
        ("- a\n\n  b\nOne\n====\n", [("One", "=", -1)]),
        ("a\nb\n====\n", []),
        ("- a\nOne\n====\n\n|\nTwo\n----\n", [("One", "=", -1), ("Two", "-", -1)]),
        ("- a\n=====\n", []),
        (":a: b\n=====\n", []),
        (":mod:`a` b\n==========\n", [(":mod:`a` b", "=", 0)]),
        ("--all\n=====\n", [("--all", "=", 0)]),
        ("--all  b\n========\n", []),
        ("1. One\n======\n", [("1. One", "=", 0)]),
        ("Long\n==\n\nAB\n==\n", [("AB", "=", 9)]),
        ("Longer\n====\n", [("Longer", "=", 0)]),
        ("漢字\n===\n\n漢字\n----\n", [("漢字", "-", 8)]),
        ("====\n----\n====\n", []),
        ("====\nOne\n-----\n", []),
        ("a::\n\n``One``\n=======\n", [("``One``", "=", -1)]),
        ("a::\n\nOne\n====\n", [("One", "=", 5)]),
        ("a\n\n\ufeffOne\n====\n", [("\ufeffOne", "=", -1)]),
        (".. only:: x\n\n   In\n   --\n\nOne\n===\n", [("In", "-", -1), ("One", "=", 26)]),
        (".. note::\n\n   In\n   --\n\nOne\n===\n", [("One", "=", 24)]),
        ("=== ===\na   b\n\nc\n=== ===\n\nOne\n====\n", [("One", "=", 26)]),
        ("=== ===\na   b\n\nOne\n====\n\nTwo\n---\n", [("Two", "-", 25)]),
        ("\n" * 1000 + "One\n====", [("One", "=", 1000)]),
    ],
)
def test_titles(source: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(source) == expected


@pytest.mark.parametrize("source", ["a\n=== ===\nb\n", "=== ===\na\n===\t===\n", "===\t===\n"])
def test_a_doubtful_table_makes_all_uncertain(source: str) -> None:
    assert titles(source) is None
