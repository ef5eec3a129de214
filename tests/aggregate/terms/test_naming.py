from __future__ import annotations

from drift.aggregate.terms.naming import forms, longer, ranked, titled
from drift.history.exchanges.phrases import Exchange


def test_the_shortest_of_the_frequent_forms_names_the_others() -> None:
    pairs = [("QPADs", "GPADs")] * 5 + [("QPAD", "GPAD")] * 3 + [("Q", "G")]
    assert ranked(pairs) == (("QPAD", "GPAD"), ("QPADs", "GPADs"), ("Q", "G"))


def test_what_a_text_says_by_itself_names_what_is_written_in_names_and_paths() -> None:
    parts = [Exchange(("QPAD", "GPAD"), "", "", "QPAD_NAME")] * 3
    paths = [Exchange(("qpad", "gpad"), "", "", unread=True)] * 3
    assert forms([*parts, *paths, Exchange(("Qpad", "Gpad"), "the", "")])[0] == ("Qpad", "Gpad")
    assert forms(parts) == (("QPAD", "GPAD"),)


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


def test_a_word_behind_is_part_of_a_name_where_it_has_a_capital_as_well() -> None:
    small = [Exchange(("slash", "galley"), "the", "command")] * 9
    name = Exchange(("Slash", "Galley"), "", "Commands")
    assert titled([*small, name])[0] == ("slash command", "galley command")
    assert titled(small) == ()
    assert titled([*small, name, *[Exchange(("slash", "galley"), "a", "of")] * 2]) == ()
    assert titled([Exchange(("Okra", "Quay"), "Runs", "")] * 5) == ()
    assert titled([Exchange(("Okra", "Quay"), "Sea", "")] * 8) == (("Sea Okra", "Sea Quay"),)
    runs = [Exchange(("Okra", "Quay"), "Runs", "")] * 12
    assert titled([*runs, Exchange(("Okra", "Quay"), "runs", "")]) == ()
    assert titled([Exchange(("Okra", "Quay"), "Runs", "supports")] * 5) == ()
