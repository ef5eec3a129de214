"""Tests of `drift.parse.commonmark.definitions`."""

from __future__ import annotations

import pytest

from drift.parse.commonmark.definitions import (
    count,
    defined,
    environment,
    guess,
    is_odd,
    relevant,
)
from drift.parse.commonmark.engine import engine


@pytest.mark.parametrize(
    "source",
    [
        "[a]: /u\n",
        '[a  B]: <x y> "t"\n[c]:\n  /u\\_v\n',
        "[^n]: note\n\n[a]: x\n",
        "> [q]: u\n\n- [r]: v\n",
        "no [definition] : here\n",
    ],
)
def test_what_looks_like_a_definition_is_one(source: str) -> None:
    known = environment(())
    tokens = engine(myst=False).parse(source, known)
    assert dict(guess(source)) == dict(defined(known, (), tokens))
    assert count(known) == len(guess(source))


def test_what_a_fragment_defines_does_not_depend_on_what_is_known() -> None:
    source = "[a]: /1\n[a]: /2\n[b]: /3\n\n[^n]: x\n\n[a][b] [^n] [^m]\n"
    found = []
    for context in ((), ("[A\n/0", "[Z\n/z", "^n\n", "^m\n")):
        known = environment(context)
        tokens = engine(myst=False).parse(source, known)
        found.append(defined(known, context, tokens))
    assert found[0] == found[1] == (("[A", "/1"), ("[B", "/3"), ("^n", ""))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a]", ["[A"]),
        ("[x][a] ![y][B  c]", ["[A", "[B C"]),
        ("[b\nc] [B\n  C]", ["[B C"]),
        ("> [b\n> c]", ["[B C"]),
        ("| [p\\|q] |", ["[P|Q"]),
        ("[x [a] y] [![i](j)][b c]", ["[A", "[B C"]),
        ("[a\\]", []),
        ("x[^n] ^[in [a]]", ["[A", "^n"]),
        ("[^a[^n]", ["^n"]),
        ("(a) a", []),
    ],
)
def test_a_fragment_depends_on_what_it_may_refer_to(source: str, expected: list[str]) -> None:
    known = {"[A": "/a", "[B C": "/b", "[P|Q": "/p", "^n": "", "[UNUSED": "/x"}
    assert relevant(source, known) == tuple(f"{name}\n{known[name]}" for name in expected)


def test_labels_of_notes_with_brackets_are_odd() -> None:
    assert is_odd(["[a[", "^a[b"])
    assert not is_odd(["[a[", "^ab"])
