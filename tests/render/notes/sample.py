"""Notes that show all that can be told, and some that try to break out."""

from __future__ import annotations

from drift.aggregate.notes.notes import (
    ChangedPage,
    Detail,
    Elsewhere,
    Fact,
    Gone,
    Moment,
    NewPage,
    Notes,
    Part,
    Period,
    Place,
    Source,
    Sweeping,
)
from drift.render.notes.base import NotesView

SITE = "https://crew.example"
FORGE = "https://github.com/crew/ship"


def place(title: str, path: str = "deck.md", url: str = f"{SITE}/deck") -> Place:
    return Place(title, path, url)


DECK = ChangedPage(
    place("Deck"),
    (
        Detail(
            "facts",
            place("Ropes", url=f"{SITE}/deck#ropes"),
            facts=(Fact("every 30 days", "every 14 days"), Fact("should be", "must be")),
            words=2,
        ),
        Detail("added", place("Sails"), words=30),
        Detail("rewritten", place("Deck"), words=20),
        Detail("arrived", place("Nets"), before="Galley"),
        Detail("renamed", place("Lines"), before="Ropes"),
        *(Detail("removed", place(name)) for name in ("Oars", "Poles", "Rods", "Tar")),
    ),
    (Source("#12", f"{FORGE}/pull/12"), Source("1111111", f"{FORGE}/commit/1111111")),
)
LIFE = Part(
    name="Life",
    new=(
        NewPage(
            place("Sleep"),
            "Everyone sleeps four hours …",
            sources=tuple(Source(f"#{n}", f"{FORGE}/pull/{n}") for n in range(4)),
        ),
        NewPage(place("Stores"), came_from="Galley"),
    ),
    moved=(Elsewhere(place("Deck"), "/ships/deck", "/deck", (Source("#3", f"{FORGE}/pull/3"),)),),
    renamed=(Elsewhere(place("Upper deck"), "Deck", "Upper deck"),),
    changed=(DECK, *(ChangedPage(place(f"Page {n}"), DECK.details[1:2]) for n in range(5))),
    removed=(Gone("Oars", "oars.md"), Gone("Nets", "nets.md", (place("Deck"),))),
)
WORK = Part(name="", new=tuple(NewPage(place(f"Plan {n}")) for n in range(14)))
PERIOD = Period(
    name="2021-03",
    old=Moment("v1", "1" * 40, "2021-02-28T12:00:00+00:00"),
    new=Moment("v2", "2" * 40, "2021-03-31T12:00:00+00:00"),
    commits=12,
    url=f"{FORGE}/compare/v1...v2",
    throughout=(
        Sweeping("folder.moved", "ships/", "life/", 12, 12),
        Sweeping("term.renamed", "QPAD", "GPAD", 21, 5),
        Sweeping("url.moved", "https://a.example/", "https://b.example/", 3, 2),
    ),
    parts=(LIFE, WORK),
    small={"links": 1, "reworded": 40, "typos": 3},
)
QUIET = Period(
    name="2021-W08",
    old=Moment("v0", "0" * 40, "2021-02-22T12:00:00+00:00"),
    new=Moment("v1", "1" * 40, "2021-02-28T12:00:00+00:00"),
    commits=1,
)
SAMPLE = Notes(site=SITE, repository=FORGE, periods=(PERIOD, QUIET))


def view(notes: Notes = SAMPLE, *, whole: bool = False) -> NotesView:
    return NotesView(notes=notes, whole=whole)


def hostile(text: str) -> NotesView:
    """The same notes whatever the text is that everything is called."""
    at = Place(text, text, f"{SITE}/deck")
    details = (
        Detail("facts", at, facts=(Fact(text, text),)),
        Detail("added", at),
        Detail("renamed", at, before=text),
    )
    page = ChangedPage(Place(f"{text}x", text, f"{SITE}/deck"), details)
    part = Part(
        name=text,
        new=(NewPage(at, text), NewPage(at, came_from=text)),
        moved=(Elsewhere(at, text, text),),
        renamed=(Elsewhere(at, text, text),),
        changed=(page,),
        removed=(Gone(text, text, (at,)),),
    )
    sweeping = tuple(
        Sweeping(kind, text, text, 2, 2) for kind in ("folder.moved", "term.renamed", "url.moved")
    )
    period = Period(
        name=text,
        old=PERIOD.old,
        new=PERIOD.new,
        commits=1,
        url=PERIOD.url,
        throughout=sweeping,
        parts=(part,),
    )
    return view(Notes(site=SITE, repository=FORGE, periods=(period,)))
