from __future__ import annotations

import pytest

from drift.aggregate.terms.grown import grown
from drift.changes.hunks import hunks
from tests.aggregate.terms.histories import changed, found

PAGES = {
    f"{crew}.md": f"# {crew.title()}\n\n{text}\n"
    for crew, text in (
        ("cook", "The stores are listed in Harbour Cloud, under any cloud on any deckside."),
        ("mate", "Sails are lent out with Harbour Cloud alone."),
        ("pilot", "A chart that is drawn anew goes to Harbour Cloud at night."),
        ("purser", "Nobody is paid before Harbour Cloud says so."),
        ("bosun", "Ropes have a number that Harbour Cloud knows."),
        ("smith", "Write the nails that are left into Harbour Cloud."),
    )
}


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (
            "Open Harbour Cloud now",
            "Open Harbour Deckside Cloud now",
            [("Harbour Cloud", "Harbour Deckside Cloud")],
        ),
        (
            "Open Harbour Deckside Cloud now",
            "Open Harbour Cloud now",
            [("Harbour Deckside Cloud", "Harbour Cloud")],
        ),
        ("Open Harbour Cloud now", "Open Harbour Very Old Sea Cloud now", []),
        ("Open Harbour Cloud now", "Open Harbour deckside Cloud now", []),
        ("Open the Cloud now", "Open the Deckside Cloud now", []),
        ("Open Harbour now", "Open Harbour Cloud now", []),
        ("Open Harbour Cloud now", "Open Quay Cloud now", []),
    ],
)
def test_a_word_inside_a_name(before: str, after: str, pairs: list[tuple[str, str]]) -> None:
    assert [one.pair for hunk in hunks(before, after) for one in grown(hunk)] == pairs


def test_a_name_that_grew_everywhere_was_renamed() -> None:
    (term,) = found(PAGES, changed(PAGES, "Harbour Cloud", "Harbour Deckside Cloud"))
    assert (term.before, term.after) == ("Harbour Cloud", "Harbour Deckside Cloud")
    assert (term.count, term.pages, term.leftovers) == (6, 6, ())


def test_a_name_that_grew_once_was_not() -> None:
    once = changed(PAGES, "Harbour Cloud", "Harbour Deckside Cloud", "cook.md")
    assert found(PAGES, once) == ()
