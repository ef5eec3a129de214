from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from drift.aggregate.terms.chances import Claim
from drift.aggregate.terms.related import Believed, is_inside, is_part, is_same
from drift.aggregate.terms.renamings import Renaming
from drift.history.exchanges.phrases import Pair


def renaming(*forms: Pair) -> Renaming:
    return Renaming(
        forms=forms,
        longer=(),
        count=3,
        places=3,
        back=0,
        elsewhere=0,
        steps=(0,),
        pages=frozenset({"a.md"}),
        scopes=Counter({"prose": 3}),
        titles=0,
        where=frozenset(),
    )


@pytest.mark.parametrize(
    ("pair", "known", "expected"),
    [
        (("hold plan", "deck plan"), ("hold", "deck"), True),
        (("hold", "deck"), ("hold plan", "deck plan"), True),
        (("holds", "upper deck"), ("hold", "deck"), True),
        (("old hold", "deck"), ("hold", "deck"), True),
        (("old hold", "deck"), ("hold", "new deck"), True),
        (("old hold", "new deck"), ("hold", "deck"), False),
        (("hold", "deck"), ("old hold", "new deck"), False),
        (("hold", "Ship.deck"), ("hold", "deck"), True),
        (("hold", "deck"), ("hold", "berth"), False),
        (("hold", "deck"), ("deck", "hold"), False),
    ],
)
def test_the_same_with_words_more_or_less(pair: Pair, known: Pair, expected: bool) -> None:
    assert is_same(renaming(pair), known) == expected


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("sub-hold", "sub-deck"), True),
        (("HOLDOF", "DECKOF"), True),
        (("sub-hold", "sub-berth"), False),
        (("rope", "deck"), False),
    ],
)
def test_a_known_one_inside_a_longer_name(pair: Pair, expected: bool) -> None:
    assert is_inside(renaming(pair), ("hold", "deck")) == expected


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("hold", "deck"), True),
        (("mid-hold", "mid-deck"), False),
        (("mid", "deck"), False),
    ],
)
def test_another_part_of_a_known_name(pair: Pair, expected: bool) -> None:
    assert is_part(renaming(pair), ("mid-hold", "mid-deck")) == expected


def test_what_says_the_same_gives_its_forms() -> None:
    believed = Believed()
    believed.add(Claim(renaming(("hold", "deck")), 0.9, (), ()))
    believed.add(Claim(renaming(("hold plan", "deck plan")), 0.8, (), ()))
    believed.add(Claim(renaming(("hold", "berth")), 0.8, (), ()))
    assert believed.explains(renaming(("sub-hold", "sub-deck")))
    assert not believed.explains(renaming(("rope", "line")))
    assert [claim.renaming.forms for claim in believed.claims] == [
        (("hold", "deck"), ("hold plan", "deck plan"), ("sub-hold", "sub-deck")),
        (("hold", "berth"),),
    ]


def test_what_is_named_in_full_is_known_without_the_word_beside_it() -> None:
    believed = Believed()
    believed.add(Claim(renaming(("open hold", "lower hold")), 0.9, (), ()))
    believed.add(Claim(renaming(("ship open", "lower")), 0.8, (), ()))
    assert [claim.renaming.forms for claim in believed.claims] == [
        (("open hold", "lower hold"), ("ship open", "lower")),
    ]


@pytest.mark.parametrize(
    ("pair", "prose", "first"),
    [
        (("Old Hold Plan", "Old Deck"), 9, ("Old Hold Plan", "Old Deck")),
        (("Old Hold Plan", "Old Deck"), 8, ("hold plan", "deck")),
        (("sub-hold plan", "sub-deck"), 9, ("hold plan", "deck")),
        (("HoldPlanOf", "DeckOf"), 9, ("hold plan", "deck")),
    ],
)
def test_what_hardly_any_text_says_by_itself_is_named_in_full(
    pair: Pair, prose: int, first: Pair
) -> None:
    known = msgspec.structs.replace(
        renaming(("hold plan", "deck")), places=15, scopes=Counter({"prose": 10, "path": 5})
    )
    full = msgspec.structs.replace(renaming(pair), places=prose, scopes=Counter({"prose": prose}))
    believed = Believed()
    believed.add(Claim(known, 0.9, (), ()))
    believed.explains(full)
    assert believed.claims[0].renaming.forms[0] == first


@pytest.mark.parametrize(
    ("pair", "prose", "first"),
    [
        (("hold", "deck plan"), 6, ("hold", "deck plan")),
        (("hold", "deck plan"), 5, ("hold", "deck")),
        (("old hold", "deck"), 6, ("hold", "deck")),
    ],
)
def test_a_longer_new_name_that_most_texts_say_names_it(
    pair: Pair, prose: int, first: Pair
) -> None:
    known, full = (
        msgspec.structs.replace(renaming(one), places=places, scopes=Counter({"prose": places}))
        for one, places in ((("hold", "deck"), 10), (pair, prose))
    )
    believed = Believed()
    believed.add(Claim(known, 0.9, (), ()))
    believed.add(Claim(full, 0.9, (), ()))
    assert [one.renaming.forms[0] for one in believed.claims] == [first]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (9, [("hold", "deck mast"), ("rope", "knot")]),
        (7, [("hold", "deck mast"), ("line", "deck mast"), ("rope", "knot")]),
    ],
)
def test_half_of_a_longer_name_is_told_with_the_other_half(
    places: int, expected: list[Pair]
) -> None:
    believed = Believed()
    for form in (("hold", "deck mast"), ("line", "deck mast"), ("rope", "knot")):
        one = msgspec.structs.replace(renaming(form), places=10, scopes=Counter({"prose": 10}))
        believed.add(Claim(one, 0.9, (), ()))
    whole = renaming(("hold line", "deck mast"))
    believed.add(Claim(msgspec.structs.replace(whole, places=places), 0.9, (), ()))
    assert [one.renaming.forms[0] for one in believed.claims] == expected
    assert believed.explains(renaming(("holdrope", "holdknot")))
    assert believed.claims[-1].renaming.forms == (("rope", "knot"), ("holdrope", "holdknot"))
