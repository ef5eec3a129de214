from __future__ import annotations

import msgspec

from drift.aggregate.notes.forge import Forge, known
from drift.aggregate.notes.handbook import Handbook
from drift.aggregate.notes.lasting import alive
from drift.aggregate.notes.notes import Elsewhere, Moment, NewPage, Part, Period, Place
from tests.conftest import Files, both

SITE: Files = {
    "mkdocs.yml": "site_url: https://crew.example/book/\ndocs_dir: .\nnav:\n- Crew: README.md\n",
    "README.md": "# Crew\n",
    "the deck.md": "# Deck\n",
}
BOOK = "https://crew.example/book"
FORGE = known("https://github.com/crew/ship")
COMMIT = "c" * 40


def period(*urls: str) -> Period:
    places = [Place("Title", "the deck.md", url) for url in urls]
    return Period(
        name="v1",
        old=Moment("v0", "b" * 40, ""),
        new=Moment("v1", COMMIT, ""),
        commits=1,
        url="https://github.com/crew/ship/compare/v0...v1",
        parts=(
            Part(
                name="Part",
                new=tuple(map(NewPage, places)),
                moved=tuple(Elsewhere(place, "/a", "/b") for place in places),
            ),
        ),
    )


def fresh(period: Period, forge: Forge) -> Period:
    _, site = both(SITE, SITE)
    return alive(period, Handbook(site, "d" * 40, forge), forge)


def test_what_is_there_today_stays() -> None:
    told = period(
        f"{BOOK}/the%20deck/", f"{BOOK}/the%20deck/#ropes", f"{FORGE.url}/blob/x/y.md", ""
    )
    assert fresh(told, FORGE) == told


def test_what_is_gone_since_is_the_file_as_it_was() -> None:
    told = period(f"{BOOK}/the-deck/")
    assert fresh(told, FORGE) == period(f"{FORGE.url}/blob/{COMMIT}/the%20deck.md")


def test_without_a_forge_it_leads_nowhere() -> None:
    told = msgspec.structs.replace(period(f"{BOOK}/the-deck/"), small={"typos": 1})
    assert fresh(told, Forge()) == msgspec.structs.replace(period(""), small={"typos": 1})
