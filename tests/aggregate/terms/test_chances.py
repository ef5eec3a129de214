from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from drift.aggregate.terms.chances import best_of, chance, gone_of, signs_of, weight_of
from drift.aggregate.terms.find import LIKELY
from drift.aggregate.terms.renamings import Renaming
from drift.aggregate.terms.vocabulary import Vocabulary
from drift.explain.base import Scope
from tests.conftest import both

FEW = Renaming(
    forms=(("lamp", "beacon"),),
    longer=(),
    count=2,
    places=2,
    back=0,
    elsewhere=1,
    steps=(0, 1),
    pages=frozenset({"a.md"}),
    scopes=Counter({"prose": 2}),
    titles=0,
    where=frozenset({(0, "a.md"), (1, "a.md")}),
)
MANY = msgspec.structs.replace(FEW, places=16, scopes=Counter({"prose": 15, "heading": 1}))
LINKED = msgspec.structs.replace(FEW, places=102, scopes=Counter({"prose": 2, "url": 100}))
BACK = msgspec.structs.replace(MANY, back=8)
NAMED = msgspec.structs.replace(FEW, forms=(("QPAD", "GPAD"),))
PART = msgspec.structs.replace(FEW, forms=(("lamp-v2", "lamp"),))
HUMP = msgspec.structs.replace(FEW, forms=(("IsLampLit", "IsLamp"),))
SUFFIX = msgspec.structs.replace(FEW, forms=(("LAMP.md", "LAMP"),))
SPELT = msgspec.structs.replace(FEW, forms=(("lamp_name", "lampTitle"),))
AHEAD = msgspec.structs.replace(FEW, forms=(("bosunsrv", "stbosunsrv"),))
TAKEN = msgspec.structs.replace(FEW, forms=(("lamp", "lantern"),))
HEADED = msgspec.structs.replace(FEW, scopes=Counter({"prose": 1, "heading": 1}))
PHRASE = msgspec.structs.replace(FEW, forms=(("deck lamp", "mast beacon"),))
SAME_THING = msgspec.structs.replace(FEW, forms=(("old lamp", "spare lamp"),))
NAME = msgspec.structs.replace(FEW, forms=(("Deck Lamp", "Mast Beacon"),))
THREE = msgspec.structs.replace(FEW, places=3, scopes=Counter({"prose": 3}))
GONE = msgspec.structs.replace(THREE, forms=(("oil", "beacon"),))
CODE_TOO = msgspec.structs.replace(NAMED, places=3, scopes=Counter({"prose": 2, "code": 1}))
TEXT_ONLY = msgspec.structs.replace(NAMED, places=3, scopes=Counter({"prose": 3}))
CUT = msgspec.structs.replace(FEW, forms=(("lamp", "headlamp"),))


@pytest.fixture
def lexicon() -> Vocabulary:
    old = {"a.md": "# A\n\nLamp, lamp, lamp, lamp, lamp.\n"}
    new = {"a.md": "# A\n\nA lamp. Lantern, lantern, lantern, lantern, lantern.\n"}
    return Vocabulary(both({}, new)[1], both({}, old)[1])


@pytest.mark.parametrize(
    ("likelier", "said", "than", "said_of_that"),
    [
        (MANY, 0, FEW, 0),
        (FEW, 0, FEW, 8),
        (NAMED, 0, FEW, 0),
        (MANY, 0, BACK, 0),
        (FEW, 0, CUT, 0),
        (PART, 0, CUT, 0),
        (HUMP, 0, CUT, 0),
        (NAMED, 0, SUFFIX, 0),
        (AHEAD, 0, CUT, 0),
        (SPELT, 0, NAMED, 0),
        (TAKEN, 0, FEW, 0),
        (HEADED, 0, FEW, 0),
        (SAME_THING, 0, PHRASE, 0),
        (NAME, 0, PHRASE, 0),
        (THREE, 0, GONE, 0),
        (TEXT_ONLY, 0, CODE_TOO, 0),
    ],
)
def test_what_makes_a_renaming_likelier(
    likelier: Renaming, said: int, than: Renaming, said_of_that: int, lexicon: Vocabulary
) -> None:
    one = chance(signs_of(likelier, said, lexicon))
    other = chance(signs_of(than, said_of_that, lexicon))
    assert 0 < other < one < 1


@pytest.mark.parametrize(
    "renaming",
    [FEW, MANY, LINKED, BACK, NAMED, PART, HUMP, SUFFIX, AHEAD, TAKEN, CUT, HEADED, PHRASE, GONE],
)
@pytest.mark.parametrize("said", [0, 3, 50])
def test_the_bound_holds(renaming: Renaming, said: int, lexicon: Vocabulary) -> None:
    assert chance(best_of(renaming, said)) >= chance(signs_of(renaming, said, lexicon))


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        (("lamp_name", "lamp_title"), True),
        (("crewName", "crewTitle"), True),
        (("crew.yml", "ship.yml"), True),
        (("QPAD", "GPAD"), False),
        (("old-lamp", "beacon"), False),
    ],
)
def test_two_places_are_enough_for_an_identifier(
    forms: tuple[str, str], told: bool, lexicon: Vocabulary
) -> None:
    one = msgspec.structs.replace(FEW, forms=(forms,))
    assert (chance(signs_of(one, 0, lexicon)) >= LIKELY) == told


@pytest.mark.parametrize(("places", "told"), [(4, False), (6, True)])
def test_names_in_code_alone_need_more_places(places: int, told: bool, lexicon: Vocabulary) -> None:
    scopes: Counter[Scope] = Counter({"code": places})
    one = msgspec.structs.replace(NAMED, places=places, scopes=scopes)
    assert (chance(signs_of(one, 0, lexicon)) >= LIKELY) == told


def test_a_hundred_targets_count_as_far_as_others_are_read() -> None:
    assert weight_of(LINKED) == pytest.approx(4)
    assert weight_of(BACK) == pytest.approx(8)
    assert gone_of(FEW, 6) == pytest.approx(0.25)
