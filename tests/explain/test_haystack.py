from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.explain.haystack import Haystack, _is_written, _lines_with, _times
from drift.match.matching import Matching


@pytest.mark.parametrize(
    ("part", "pattern"),
    [
        ("ada.q", r"(?<!\w)@ada\.q(?![\w/-])|(?<![\w./-])ada\.q@\w|/ada\.q(?=[)\s\"'>\]]|$)"),
        (" Ada", r"\b(?:Mrs?|Dr)\.? Ada\b"),
        ("a", r"(?<![\w@./:=#`-])a(?![\w@/`]|[.-]\w)"),
    ],
)
@given(st.lists(st.sampled_from(["ada.q", "Ada", "a", "Dr", "Mr.", *"@/.-) \n"])).map("".join))
def test_a_pattern_is_found_in_the_lines_with_its_part_as_in_the_whole(
    part: str, pattern: str, text: str
) -> None:
    look = re.compile(pattern).search
    found = any(look(text, *line) for line in _lines_with(part, text))
    assert found == bool(re.search(pattern, text, re.MULTILINE))


def test_a_word_is_counted_wherever_it_is_written(matched: Callable[..., Matching]) -> None:
    pages = {"a.md": "# V2MOM\n\n[v2mom](v2mom.html), V2MOMs\n", "b.md": "`V2mom`\n", "c.md": "x\n"}
    haystack = Haystack(matched(pages, pages).new.site)
    assert (haystack.count("V2MOM"), haystack.count("v2moms"), haystack.count("y")) == (4, 1, 0)


@given(st.text(alphabet="ab_- é中\n1²", max_size=3), st.text(alphabet="ab_- é中\n1²", max_size=20))
def test_a_form_is_counted_as_a_pattern_finds_it(form: str, text: str) -> None:
    found = re.finditer(re.escape(form) + r"(?!\w)", text)
    alone = [at for at in found if not re.search(r"\w\Z", text[: at.start()])]
    assert _times(form, text) == len(alone)


@given(
    st.text(alphabet="ab_-.", min_size=1, max_size=3), st.text(alphabet="ab_-.@/ \n", max_size=20)
)
def test_a_word_is_found_as_a_pattern_finds_it(word: str, text: str) -> None:
    pattern = rf"(?<![\w@./:=#`-]){re.escape(word)}(?![\w@/`]|[.-]\w)"
    assert _is_written(word, text) == bool(re.search(pattern, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask taylor first.", True),
        ("Taylor knows.", False),
        ("Write to `taylor` first.", False),
        ("Write to @taylor, taylor@office.example.", False),
        ("See /taylor and taylor/notes.", False),
    ],
)
def test_an_account_or_alias_is_no_word_in_lower_case(
    text: str, expected: bool, matched: Callable[..., Matching]
) -> None:
    pages = {"a.md": f"# Crew\n\n{text}\n"}
    assert Haystack(matched(pages, pages).new.site).says("taylor") == expected
