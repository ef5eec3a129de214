from __future__ import annotations

import pytest

from drift.aggregate.terms.renamings import Renaming, renaming_of, renamings
from tests.aggregate.terms.histories import Files, everything

A = "# Cook\n\nThe cook lights {} lamps.\n\nAsk for {} oil.\n"


def site(*words: str, links: str = "") -> Files:
    return {
        f"{name}.md": A.format(word, word) + links
        for name, word in zip("abcd", words, strict=False)
    }


def found(*revisions: Files, least: int = 1) -> dict[tuple[str, str], Renaming]:
    made = renamings(everything(revisions).swaps, least=least)
    return {(one.before, one.after): one for one in made}


def test_texts_that_read_the_same_are_one_place() -> None:
    one = found(site("QPAD", "QPAD", "QPAD"), site("GPAD", "GPAD", "GPAD"))["QPAD", "GPAD"]
    assert (one.count, one.places, len(one.pages)) == (6, 2, 3)


def test_what_came_back_is_taken_off() -> None:
    first, second = site("QPAD"), site("GPAD")
    assert found(first, second, first) == {}


@pytest.mark.parametrize(("least", "number"), [(1, 1), (2, 1), (3, 0)])
def test_only_what_happened_so_often(least: int, number: int) -> None:
    assert len(found(site("QPAD"), site("GPAD"), least=least)) == number


def test_what_came_instead_is_counted() -> None:
    # The second page says the same texts as the first; the third gets another word.
    one = found(site("QPAD", "QPAD"), site("GPAD", "Compass"))["QPAD", "GPAD"]
    assert (one.places, one.elsewhere) == (2, 2)


def test_a_longer_term_that_holds_the_old_one() -> None:
    told = everything((site("crew"), site("main crew"))).swaps
    # Only words came: nothing stands where another word stood.
    assert renamings(told, least=1) == []
    swept = everything((site("crew"), site("deck hands"))).swaps
    assert [(one.before, one.after, one.count) for one in renamings(swept, least=1)] == [
        ("crew", "deck hands", 2)
    ]


def test_a_renaming_that_never_took_place() -> None:
    one = renaming_of(("QPAD", "GPAD"), everything((site("a"), site("b"))).swaps)
    assert (one.count, one.places, one.steps) == (0, 0, ())
    assert renaming_of(("*", "+"), ()).count == 0
