from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.revision.wildcards import char_class


@pytest.mark.parametrize(
    ("inside", "holds", "fails"),
    [
        ("abc", "b", "d"),
        ("a-c", "b", "-"),
        ("a-", "-", "b"),
        ("]", "]", "["),
        ("[", "[", "a"),
        ("c-a", "", "b"),
    ],
)
def test_sets(inside: str, holds: str, fails: str) -> None:
    assert all(re.fullmatch(char_class(inside, negated=False), sign) for sign in holds)
    assert not re.fullmatch(char_class(inside, negated=False), fails)
    assert re.fullmatch(char_class(inside, negated=True), fails)


@given(st.text(max_size=8), st.booleans())
def test_any_set_is_an_expression(inside: str, negated: bool) -> None:
    re.compile(char_class(inside, negated=negated))
