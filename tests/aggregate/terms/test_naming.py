from __future__ import annotations

from drift.aggregate.terms.naming import longer, ranked
from drift.aggregate.terms.phrases import Exchange


def test_the_shortest_of_the_frequent_forms_names_the_others() -> None:
    pairs = [("QPADs", "GPADs")] * 5 + [("QPAD", "GPAD")] * 3 + [("Q", "G")]
    assert ranked(pairs) == (("QPAD", "GPAD"), ("QPADs", "GPADs"), ("Q", "G"))


def test_a_word_that_stands_beside_a_phrase_nearly_always_is_part_of_it() -> None:
    pair = ("site", "project")
    beside = [Exchange(pair, "the", "configuration")] * 3
    assert longer([*beside, Exchange(pair, "", "")]) == (
        ("site configuration", "project configuration"),
    )
    assert longer([*beside, Exchange(pair, "the", "root")] * 2) == (
        ("site configuration", "project configuration"),
    )
    assert longer([*beside, *[Exchange(pair, "the", "root")] * 3]) == ()
    assert longer(beside[:2]) == ()
    plural = [Exchange(pair, "the", "configurations")] * 2
    assert longer([*beside[:2], *plural, Exchange(pair, "", ".")]) == (
        ("site configuration", "project configuration"),
        ("site configurations", "project configurations"),
    )
    assert longer([Exchange(("plan", "chart"), "crew", "is")] * 3) == (("crew plan", "crew chart"),)
    assert longer([Exchange(pair, "the", "of")] * 3) == ()
