from __future__ import annotations

import pytest

from drift.match.modulo import Modulo

TERMS = Modulo(terms=(("V2MOM", "VPMOM"), ("team", "core team"), ("team lead", "captain")))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ""),
        ("Each V2MOM is read", "Each VPMOM is read"),
        ("A V2MOMent is another word", "A V2MOMent is another word"),
        ("Ask the team lead", "Ask the captain"),
        ("Ask the team", "Ask the core team"),
        ("Ask the core team", "Ask the core team"),
    ],
)
def test_old_forms_are_read_as_new_ones(text: str, read: str) -> None:
    assert TERMS.text(text) == read


def test_the_first_prefix_that_fits_is_exchanged() -> None:
    modulo = Modulo(prefixes=(("https://x.example/guides/", "https://x.example/bizops/"),))
    assert modulo.url("https://x.example/guides/a.html") == "https://x.example/bizops/a.html"
    assert modulo.url("https://x.example/other/a.html") == "https://x.example/other/a.html"


def test_turned_twice_it_is_itself() -> None:
    modulo = Modulo(terms=TERMS.terms, prefixes=(("a/", "b/"),))
    assert modulo.turned().turned() == modulo
    assert modulo.turned().text("Each VPMOM") == "Each V2MOM"
    assert modulo.turned().url("b/c") == "a/c"


def test_no_rule_changes_nothing() -> None:
    assert Modulo().text("Each V2MOM") == "Each V2MOM"
    assert Modulo().url("a/b") == "a/b"
