from __future__ import annotations

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.notes import ChangedPage, Detail, Fact, Gone, Place
from drift.aggregate.notes.parts import Parts
from tests.conftest import both


def parts() -> Parts:
    old, new = both(pages("life", "ship", "work"), pages("life", "port", "work"))
    return Parts(Sides(Handbook(old, "", Forge()), Handbook(new, "", Forge())))


def pages(*names: str) -> dict[str, str]:
    return {f"{name}/{file}.md": f"# {name} {file}\n" for name in names for file in ("README", "a")}


def test_a_part_that_is_no_more_stands_where_it_stood() -> None:
    found = parts()
    for chain in (found.sides.old.part("ship/a.md"), ("elsewhere",)):
        found.removed[chain].append(Gone("Deck", "deck.md"))
    for path in ("work/a.md", "life/a.md"):
        found.removed[found.sides.new.part(path)].append(Gone("Deck", "deck.md"))
    assert [part.name for part in found.told()] == ["Life", "Ship", "Work", "elsewhere"]


def test_the_page_that_changed_most_comes_first() -> None:
    found = parts()
    for name, words in (("a", 3), ("b", 30)):
        place = Place(name, f"{name}.md")
        found.changed["life",].append(ChangedPage(place, (Detail("added", place, words=words),)))
    fact = Detail("facts", Place("c", "c.md"), facts=(Fact("1", "2"),), words=1)
    found.changed["life",].append(ChangedPage(fact.place, (fact,)))
    (part,) = found.told()
    assert [page.place.title for page in part.changed] == ["c", "b", "a"]
