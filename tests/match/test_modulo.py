from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_what_a_text_shows_is_read_by_all_rules() -> None:
    modulo = Modulo(terms=TERMS.terms, prefixes=(("https://x.example/a/", "https://x.example/b/"),))
    text = "The team runs `get https://x.example/a/1` and https://x.example/other/."
    read = "The core team runs `get https://x.example/b/1` and https://x.example/other/."
    assert modulo.shown(text) == read


def test_turned_twice_it_is_itself() -> None:
    modulo = Modulo(terms=TERMS.terms, prefixes=(("a/", "b/"),))
    assert modulo.turned().turned() == modulo
    assert modulo.turned().text("Each VPMOM") == "Each V2MOM"
    assert modulo.turned().url("b/c") == "a/c"


def test_no_rule_changes_nothing() -> None:
    assert Modulo().text("Each V2MOM") == "Each V2MOM"
    assert Modulo().url("a/b") == "a/b"


FORMS = st.text(alphabet="ab.é ", min_size=1, max_size=4)


@given(
    st.lists(st.tuples(FORMS, FORMS), min_size=1, max_size=6),
    st.text(alphabet="ab.é ", max_size=12),
)
@settings(deadline=None)
def test_of_all_forms_that_fit_the_longest_is_exchanged(
    terms: list[tuple[str, str]], text: str
) -> None:
    forms = {**{after: after for _, after in terms}, **dict(terms)}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    expected = plain.sub(lambda found: forms[found[0]], text)
    assert Modulo(terms=tuple(terms)).text(text) == expected


def test_terms_are_not_gone_through_for_each_text() -> None:
    class Form(str):
        __slots__ = ()
        asked = 0

        def __hash__(self) -> int:
            Form.asked += 1
            return super().__hash__()

        __eq__ = str.__eq__

    modulo = Modulo(terms=tuple((Form(f"old{n}"), Form(f"new{n}")) for n in range(9)))
    assert modulo.text("An old7.") == "An new7."
    assert modulo.turned().text("A new7.") == "A old7."
    once = Form.asked
    assert [modulo.text("old1 old2"), modulo.turned().text("new1")] == ["new1 new2", "old1"]
    assert Form.asked == once
