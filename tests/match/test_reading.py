from __future__ import annotations

import pytest

from drift.match import reading as stage
from drift.match.modulo import Modulo
from drift.match.profile import LONG
from drift.match.reading import Reading
from drift.trees.fingerprint import make_section
from drift.trees.page import Block, Section

RENAMED = Modulo(terms=(("V2MOM", "VPMOM"),))


def _section(text: str, title: str = "T") -> Section:
    block = Block("paragraph", text, (1, 1))
    return make_section(title=title, level=1, anchor="t", lines=(1, 2), blocks=(block,))


def test_equal_sections_are_read_once() -> None:
    reading = Reading(Modulo(), list)
    assert reading.profile(_section("one two")) is reading.profile(_section("one two"))
    assert reading.profile(_section("one two")) is not reading.profile(_section("one three"))


def test_a_later_look_reads_again_what_rules_touch() -> None:
    first = Reading(Modulo(), list)
    later = Reading(RENAMED, list, before=first)
    plain, renamed = _section("one two"), _section("a V2MOM")
    assert (first.touched(plain), first.touched(renamed)) == (True, True)
    assert (later.touched(plain), later.touched(renamed)) == (False, True)
    assert later.profile(plain) is first.profile(plain)
    assert set(later.profile(renamed).features) == {"a", "vpmom", "a vpmom"}


def test_a_later_look_takes_what_rules_touch_from_the_earlier_one() -> None:
    first = Reading(Modulo(), list)
    # A long text is not remembered beyond.
    plain, renamed = _section("one two"), _section("a V2MOM\n" * LONG)
    read = first.profile(plain), first.profile(renamed)
    later = Reading(RENAMED, list, before=first)
    assert set(later.profile(renamed).features) == {"a", "vpmom", "a vpmom", "vpmom a"}
    assert later.profile(plain) is first.profile(plain) is read[0]
    # The earlier look holds it no longer, and reads it as it did.
    assert first.profile(renamed) is not read[1]
    assert first.profile(renamed).features == read[1].features


@pytest.mark.parametrize("many", [0, 1_000])
def test_of_many_features_equal_ones_are_one_string(
    monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(stage, "MANY", many)
    reading = Reading(Modulo(), list)
    one, other = _section("the gull harbour", "A"), _section("gull harbour, gull harbour", "B")
    parts = reading.profile(one).features, reading.profile(other).features
    assert dict(parts[1]) == {"gull": 2, "harbour": 2, "gull harbour": 2, "harbour gull": 1}
    said = [next(name for name in part if name == "gull harbour") for part in parts]
    assert (said[0] is said[1]) == (not many)


def test_an_earlier_look_counts_again_when_it_is_asked_after_a_later_one() -> None:
    sections = [_section("gull V2MOM"), _section("heron harbour"), _section("V2MOM harbour")]
    first = Reading(Modulo(), lambda: sections)
    earlier = first.rarity
    later = Reading(RENAMED, lambda: sections, before=first)
    assert (later.rarity.seen("vpmom"), later.rarity.seen("v2mom")) == (2, 0)
    assert first.rarity is not earlier
    assert (first.rarity.seen("vpmom"), first.rarity.seen("v2mom")) == (0, 2)


def test_weights_hang_on_all_sections_and_not_on_those_asked_for() -> None:
    sections = [_section("gull harbour"), _section("heron harbour")]
    one, other = Reading(Modulo(), lambda: sections), Reading(Modulo(), lambda: sections)
    other.profile(_section("harbour again"))
    assert one.total(sections[0]) == other.total(sections[0])
    assert one.rarity.weight("gull") > one.rarity.weight("harbour")
