from __future__ import annotations

import pytest

from drift.changes.hunks import hunks
from drift.history.exchanges.grown import grown
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
        ("Open the Cloud now", "Open the Deckside Cloud now", [("Cloud", "Deckside Cloud")]),
        ("Open the Deckside Cloud now", "Open the Cloud now", []),
        ("Open Cloud now", "Open The Cloud now", []),
        ("Open Harbour now", "Open Harbour Cloud now", [("Harbour", "Harbour Cloud")]),
        ("Open the cloud now", "Open the Deckside cloud now", []),
        ("Open the Cloud now", "Open the deckside Cloud now", []),
        ("Open Harbour Cloud now", "Open Quay Cloud now", []),
    ],
)
def test_a_word_inside_a_name(before: str, after: str, pairs: list[tuple[str, str]]) -> None:
    assert [one.pair for hunk in hunks(before, after) for one in grown(hunk, "prose")] == pairs


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("tide get charts", "harbour tide get charts", [("tide", "harbour tide")]),
        ("sail tide get", "sail harbour tide get", [("tide", "harbour tide")]),
        ("sail tide", "sail tide --dry", []),
        ("(tide)", "(harbour tide)", [("tide", "harbour tide")]),
    ],
)
def test_a_word_of_a_command(before: str, after: str, pairs: list[tuple[str, str]]) -> None:
    assert [one.pair for hunk in hunks(before, after) for one in grown(hunk, "code")] == pairs


@pytest.mark.parametrize(
    ("after", "named"),
    [
        ("Deckside Harbour Cloud", ("Harbour Cloud", "Deckside Harbour Cloud")),
        ("Harbour Cloud Desk", ("Harbour Cloud", "Harbour Cloud Desk")),
    ],
)
def test_a_word_at_the_end_of_a_name(after: str, named: tuple[str, str]) -> None:
    (term,) = found(PAGES, changed(PAGES, "Harbour Cloud", after))
    assert (term.before, term.after) == named
    assert (term.count, term.pages) == (6, 6)


def test_a_word_that_begins_sentences_is_no_part_of_a_name() -> None:
    pages = {
        f"{crew}.md": f"# {crew.title()}\n\nHarbour Cloud {text}. They open it.\n"
        for crew, text in (
            ("cook", "has the stores"),
            ("mate", "lends out sails"),
            ("pilot", "gets the chart"),
            ("purser", "pays us all"),
            ("bosun", "knows the ropes"),
            ("smith", "counts nails"),
        )
    }
    assert found(pages, changed(pages, "Harbour Cloud", "Open Harbour Cloud")) == ()


def test_a_name_that_grew_everywhere_was_renamed() -> None:
    (term,) = found(PAGES, changed(PAGES, "Harbour Cloud", "Harbour Deckside Cloud"))
    assert (term.before, term.after) == ("Harbour Cloud", "Harbour Deckside Cloud")
    assert (term.count, term.pages, term.leftovers) == (6, 6, ())


def test_a_name_that_grew_once_was_not() -> None:
    once = changed(PAGES, "Harbour Cloud", "Harbour Deckside Cloud", "cook.md")
    assert found(PAGES, once) == ()
