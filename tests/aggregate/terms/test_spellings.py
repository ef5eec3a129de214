from __future__ import annotations

from collections import Counter

from drift.aggregate.terms.renamings import Renaming
from drift.aggregate.terms.spellings import united
from drift.explain.base import Scope
from tests.aggregate.terms.histories import found

LINES = (
    "The {0} asks {1} about hours.\n\nAll days off of a {0} are noted in {1}.\n\nAsk {1} twice.\n"
)
BOOK = {
    f"{name}.md": f"# {name.title()}\n\n{LINES.format(name, tool)}"
    for name, tool in (("cook", "ShipLog"), ("mate", "ShipLog"), ("pilot", "Ship Log"))
}


def renaming(before: str, after: str, places: int) -> Renaming:
    scopes: Counter[Scope] = Counter({"prose": places})
    return Renaming(
        forms=((before, after),),
        longer=(),
        count=places,
        places=places,
        back=0,
        elsewhere=1,
        steps=tuple(range(places)),
        pages=frozenset({f"{before}.md"}),
        scopes=scopes,
        titles=0,
        where=frozenset({(places, "a.md")}),
    )


def test_one_term_in_several_spellings_is_one_renaming() -> None:
    one, other = renaming("Ship Log", "Quay", 2), renaming("ShipLog", "Quay", 3)
    alone = renaming("Ship Log", "Pier", 2)
    (whole, rest) = united([one, other, alone])
    assert rest == alone
    assert whole.forms == (("ShipLog", "Quay"), ("Ship Log", "Quay"))
    assert (whole.count, whole.places, whole.net, whole.elsewhere) == (5, 5, 5, 2)
    assert whole.steps == (0, 0, 1, 1, 2)
    assert whole.pages == {"Ship Log.md", "ShipLog.md"}
    assert whole.scopes == Counter(prose=5)


def test_and_has_a_sign() -> None:
    one, other = renaming("Rope & Tar", "Deck Hour", 3), renaming("rope and tar", "Deck Hour", 2)
    (whole,) = united([one, other])
    assert whole.forms == (("Rope & Tar", "Deck Hour"), ("rope and tar", "Deck Hour"))


def test_it_is_told_once() -> None:
    after = {
        path: text.replace("ShipLog", "Quay").replace("Ship Log", "Quay")
        for path, text in BOOK.items()
    }
    (term,) = found(BOOK, after)
    assert (term.before, term.after, term.count, term.pages) == ("ShipLog", "Quay", 9, 3)
    assert term.variants == (("Ship Log", "Quay"),)
