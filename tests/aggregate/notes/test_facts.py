from __future__ import annotations

import msgspec
import pytest

from drift.aggregate.notes.facts import told_facts
from drift.changes.base import BlockChange
from drift.changes.hunks import LONGEST, hunks

REST = " so that whoever of the crew stands on the deck at that time knows what to do."


def told(before: str, after: str, kind: str = "paragraph") -> list[tuple[str, str]]:
    block = BlockChange(
        op="edited",
        kind=kind,
        before=before,
        after=after,
        lines=None,
        hunks=hunks(before, after),
    )
    return [(fact.before, fact.after) for fact in told_facts([block])]


def test_a_fact_has_the_words_around_it_and_none_of_another_sentence() -> None:
    before = f"Old ropes are kept. Ropes are looked at every 30 days{REST} It pays. Nobody knows."
    assert told(before, before.replace("30", "14")) == [
        (
            "are looked at every 30 days so that whoever",
            "are looked at every 14 days so that whoever",
        )
    ]


def test_a_short_line_is_told_whole() -> None:
    assert told("Sails are dried (UK) (4/15/2022)", "Sails are dried (UK) (3/29/2024)") == [
        ("Sails are dried (UK) (4/15/2022)", "Sails are dried (UK) (3/29/2024)")
    ]


def test_a_row_that_begins_alike_is_a_line() -> None:
    before = "Rope | Days\nSheet | 30\nStay | 60"
    after = "Rope | Days\nSheet | 14\nBrace | 9"
    assert told(before, after, "table") == [("Sheet | 30", "Sheet | 14")]
    assert told(f"{before}\nSheet | 31", after, "table") == []


def test_what_differs_close_together_is_one_fact_and_as_it_was_written() -> None:
    before = f"The watch lasts from 9:00am to 9:30am on each day of the week{REST}"
    after = before.replace("9:00am", "1:30pm").replace("9:30am", "2:15pm")
    assert told(before, after) == [
        (
            "The watch lasts from 9:00am to 9:30am on each day of",
            "The watch lasts from 1:30pm to 2:15pm on each day of",
        )
    ]


def test_what_went_leaves_no_blank_before_a_comma() -> None:
    before = f"Whoever sails must sign the list since June 2021, and nobody waits{REST}"
    assert told(before, before.replace(" since June 2021", "")) == [
        (
            "must sign the list since June 2021, and nobody waits",
            "must sign the list, and nobody waits",
        )
    ]


def test_what_concerns_readers_most_comes_first() -> None:
    before = f"There are 3 mates aboard{REST} They must sleep{REST} A rope costs $5 in port{REST}"
    after = before.replace("3", "4").replace("must", "should").replace("$5", "$6")
    assert [after for _, after in told(before, after)] == [
        "A rope costs $6 in port so that",
        "They should sleep so that whoever",
        "There are 4 mates aboard so that",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ropes are coiled", "Ropes are not coiled"),
        ("Ropes may be coiled", "Ropes will be coiled"),
        ("Ropes are coiled", "Ropes must be coiled"),
        ("Every two weeks", "Every month"),
    ],
)
def test_what_means_something_else(before: str, after: str) -> None:
    assert told(before + REST, after + REST) != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("There are three ropes", "There are 3 ropes"),
        ("It takes 1-2 week", "It takes one to two weeks"),
        ("A rope costs 5 USD", "A rope costs $5 USD"),
        ("You will be able to see", "You'll be able to see"),
        ("The mate does not lend", "The mate, without lending"),
        ("This opens the log", "This action will open the log"),
        ("It could be lost", "It can be lost"),
        ("The only dry one is the mate's", "The only dry ones are the mate's"),
        ("The second watch", "The last watch"),
        ("A 3rd-party rope", "A third-party rope"),
        ("It means that you can see", "It will allow you to see"),
        ("Ropes are lost", "1) Ropes are lost"),
        ("Step 1: Ropes are lost", "2. Ropes are lost"),
        ("The mate sees it", "The mate looks at it"),
    ],
)
def test_what_says_the_same_is_no_fact(before: str, after: str) -> None:
    assert told(before + REST, after + REST) == []


def test_what_a_rule_explains_is_told_by_the_rule() -> None:
    before, after = f"The QPAD of 2020 holds 3 aims{REST}", f"The GPAD of 2020 holds 4 aims{REST}"
    name, number = hunks(before, after)
    block = BlockChange(
        op="edited",
        kind="paragraph",
        before=before,
        after=after,
        lines=None,
        hunks=(msgspec.structs.replace(name, cause="r1"), number),
    )
    (fact,) = told_facts([block])
    assert fact.after == "of 2020 holds 4 aims so that whoever"
    explained = tuple(msgspec.structs.replace(one, cause="r1") for one in block.hunks)
    assert told_facts([msgspec.structs.replace(block, hunks=explained)]) == ()


@pytest.mark.parametrize("kind", ["code", "paragraph"])
def test_data_and_commands_hold_no_facts(kind: str) -> None:
    filler = "x" * LONGEST if kind == "paragraph" else ""
    assert told(f"wait 30 {filler}", f"wait 14 {filler}", kind) == []
