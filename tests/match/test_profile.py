from __future__ import annotations

import pytest

from drift.match.modulo import Modulo
from drift.match.profile import (
    LONGEST_TITLE,
    Profile,
    Rarity,
    fold,
    is_extended,
    likeness,
    merged,
    profile,
    title_likeness,
)
from drift.trees.fingerprint import make_section
from drift.trees.page import Block, Link


def _profile(text: str, *targets: str, modulo: Modulo | None = None) -> Profile:
    links = tuple(Link("inline", "x", target, 1) for target in targets)
    block = Block("paragraph", text, (1, 1), links=links)
    section = make_section(title="T", level=1, anchor="t", lines=(1, 2), blocks=(block,))
    return profile(section, modulo or Modulo())


def test_words_neighbours_and_targets_are_features_and_the_heading_is_none() -> None:
    found = _profile("Ask the desk, ask", "b.md")
    assert dict(found.features) == {
        "ask": 2,
        "the": 1,
        "desk": 1,
        "ask the": 1,
        "the desk": 1,
        "desk ask": 1,
        "->b.md": 1,
    }
    assert (found.size, found.empty) == (4, False)
    assert _profile("").empty


def test_a_rule_makes_two_forms_one_feature() -> None:
    modulo = Modulo(terms=(("V2MOM", "VPMOM"),), prefixes=(("x/", "y/"),))
    assert _profile("a V2MOM", "x/1", modulo=modulo).features == _profile("a VPMOM", "y/1").features


def test_merged_profiles_add_up() -> None:
    both = merged((_profile("one two"), _profile("two three")))
    assert (both.features["two"], both.size) == (2, 4)


def test_what_few_have_tells_more() -> None:
    parts = [_profile("the lighthouse"), _profile("the door"), _profile("the desk")]
    rarity = Rarity(parts)
    assert rarity.weight("lighthouse") > rarity.weight("the")
    assert rarity.weight("never read") >= rarity.weight("lighthouse")
    assert rarity.telling(parts[0]) == ["the"]
    assert (rarity.seen("the"), rarity.seen("door"), rarity.seen("never read")) == (3, 1, 0)
    assert rarity.shared(parts[0], parts[0]) == rarity.total(parts[0])
    assert rarity.shared(parts[0], parts[1]) == rarity.shared(parts[1], parts[0])


@pytest.mark.parametrize(
    ("shared", "one", "other", "alike"), [(0, 0, 0, 0.0), (4, 4, 4, 1.0), (2, 4, 4, 0.5)]
)
def test_likeness(shared: int, one: int, other: int, alike: float) -> None:
    assert likeness(shared, one, other) == alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sick Days", "sick days!", 1.0),
        ("Days off", "off Days", 1.0),
        ("A", "", 0.0),
        ("long " * LONGEST_TITLE, "long " * LONGEST_TITLE + "er", 1.0),
    ],
)
def test_likeness_of_headings(one: str, other: str, alike: float) -> None:
    assert title_likeness(one, other) == title_likeness(other, one) == alike


@pytest.mark.parametrize(
    ("one", "other", "extended"),
    [
        ("Sails", "2. Sails", True),
        ("Sails", "Step 2: Sails (optional)", True),
        ("1.2", "1.2 (2021-03-01)", True),
        ("Why does the boat leak (in winter)?", "Why does the boat leak?", True),
        ("Sails (old)", "Sails (new)", False),
        ("1. Sails", "2. Sails", False),
        ("Sails", "Sails and oars", False),
    ],
)
def test_a_heading_that_took_in_a_number_or_a_remark(
    one: str, other: str, *, extended: bool
) -> None:
    assert is_extended(one, other) is is_extended(other, one) is extended


def test_a_heading_of_signs_alone_is_itself() -> None:
    assert fold(" !? ") == "!?"
    assert fold("Sick  Days!") == "sick days"
