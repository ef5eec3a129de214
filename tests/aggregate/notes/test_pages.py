from __future__ import annotations

import pytest

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.notes import Part, Source
from drift.aggregate.notes.pages import put
from drift.aggregate.notes.parts import Parts
from drift.changes.base import BlockChange, Change, Location
from drift.pipeline import compare
from tests.conftest import Files, both

GALLEY = """\
# Galley

Coffee is made at six by whoever has the early watch, and nobody speaks before the first cup.
"""
STORES = """\
## Stores

Flour, beans and dried fruit are kept dry in the forward locker, and counted every Friday.

Whoever takes the last of anything writes it on the slate beside the door for the mate to see.

## Water

Water comes from the aft tank, a cask a day, and from the sky whenever a sail can be spared.

In port every cask is scalded before it is filled again, and the date is chalked on its lid.
"""
DECK = """\
# Deck

The deck is scrubbed on Mondays with sand and salt water, from the bow to the stern.
"""


def sorted_in(old: Files, new: Files) -> tuple[Part, ...]:
    before, after = both(old, new)
    made = {path: (Source("#2", "u2"), Source(f"of {path}", "u1")) for path in {*old, *new}}
    book, other = (Handbook(site, "c" * 40, Forge()) for site in (before, after))
    changes = compare(before, after).changes
    moved = {
        change.old.path: change.new.path
        for change in changes
        if change.kind == "page.moved"
        and isinstance(change.old, Location)
        and isinstance(change.new, Location)
    }
    parts = Parts(Sides(book, other, paths=moved, sources=made))
    for change in changes:
        if change.kind.startswith("page."):
            put(change, parts)
    return parts.told()


def names(sources: tuple[Source, ...]) -> list[str]:
    return [source.name for source in sources]


def test_what_is_new_has_what_brought_it() -> None:
    (part,) = sorted_in({"galley.md": GALLEY}, {"galley.md": GALLEY, "deck.md": DECK})
    assert [(page.place.path, names(page.sources)) for page in part.new] == [
        ("deck.md", ["of deck.md"])
    ]


def test_what_is_gone_has_what_took_it_away() -> None:
    (part,) = sorted_in({"galley.md": GALLEY, "deck.md": DECK}, {"galley.md": GALLEY})
    assert [(page.path, names(page.sources)) for page in part.removed] == [("deck.md", ["#2"])]


def test_what_moved_has_both_addresses_and_what_moved_it() -> None:
    (part,) = sorted_in({"deck.md": DECK}, {"life/deck.md": DECK})
    assert [(page.before, page.after, names(page.sources)) for page in part.moved] == [
        ("/deck", "/life/deck", ["#2"])
    ]


def test_a_page_that_was_split_and_moved_is_not_new() -> None:
    old = {"galley.md": GALLEY + STORES, "deck.md": DECK}
    new = {
        "life/galley.md": GALLEY,
        "deck.md": DECK,
        "stores.md": f"# Stores\n\n{STORES.partition('## Water')[0].partition('Stores')[2]}",
        "water.md": f"# Water\n\n{STORES.partition('## Water')[2]}",
    }
    told = {part.name: [page.place.path for page in part.new] for part in sorted_in(old, new)}
    assert "life/galley.md" not in [path for paths in told.values() for path in paths]


@pytest.mark.parametrize(
    ("texts", "opening"),
    [
        (["Everyone sleeps four hours."], "Everyone sleeps four hours."),
        (["Key facts", "Everyone sleeps.", "Everyone sleeps four hours."], "Everyone sleeps four hours."),
        (["There are several kinds:", "Everyone sleeps four hours."], "Everyone sleeps four hours."),
        (["Everyone sleeps four hours. Nobody talks."], "Everyone sleeps four hours."),
        (["Everyone sleeps four hours. It helps:", "So they say."], "Everyone sleeps four hours."),
        (["a " * 20], "a " * 16 + "…"),
        (["Sleep"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_a_new_page_is_known_by_what_it_says_first(texts: list[str], opening: str) -> None:
    blocks = tuple(BlockChange("added", "paragraph", None, text, (1, 1)) for text in texts)
    change = Change(
        kind="page.added",
        old=None,
        new=Location("deck.md", ()),
        significance="content",
        blocks=blocks,
    )
    old, new = both({"galley.md": GALLEY}, {"deck.md": DECK})
    parts = Parts(Sides(Handbook(old, "", Forge()), Handbook(new, "", Forge())))
    put(change, parts)
    assert [page.opening for part in parts.told() for page in part.new] == [opening]
