from __future__ import annotations

import pytest

from drift.changes.base import Hunk
from drift.changes.hunks import hunks
from drift.history.exchanges.phrases import (
    can_end,
    exchanged,
    in_address,
    in_words,
    joined,
)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("Write a QPAD today", "Write a GPAD today", [("QPAD", "GPAD", "a", "today")]),
        ("Write QPADs", "Write GPADs", [("QPADs", "GPADs", "Write", "")]),
        ("Keep a whitelist", "Keep an allowlist", [("whitelist", "allowlist", "Keep", "")]),
        ("the QPAD's goal", "the GPAD's goal", [("QPAD", "GPAD", "the", "goal")]),
        (
            "One campaign runs",
            "One batch change runs",
            [("campaign", "batch change", "One", "runs")],
        ),
        (
            "Product Security team",
            "Security Response team",
            [("Product Security", "Security Response", "", "team")],
        ),
        ("Book 10,000ft now", "Book Shipshape now", [("10,000ft", "Shipshape", "Book", "now")]),
        (
            "Each Rope & Tar talk",
            "Each Deck Hour talk",
            [("Rope & Tar", "Deck Hour", "Each", "talk")],
        ),
        ("A BerthVM runs", "A berth runs", [("BerthVM", "berth", "A", "runs")]),
        ("All BerthVMs run", "All berths run", [("BerthVMs", "berths", "All", "run")]),
        ("Ask the TLAs", "Ask the TLBs", [("TLAs", "TLBs", "the", "")]),
        ("Harbor ログ", "ハーバーログ", [("Harbor", "ハーバー", "", "")]),
        ("ハーバーログ", "Harbor ログ", [("ハーバー", "Harbor", "", "")]),
        ("keep 12 lamps", "keep 14 lamps", []),
        ("keep 1,200 lamps", "keep 1,400 lamps", []),
        ("Salt & rope", "Salt, rope", []),
        ("Start bosunsrv", "Start stbosunsrv", [("bosunsrv", "stbosunsrv", "Start", "")]),
        ("Start bosunsrv", "Start bosunsrvst", []),
        ("Call crewName()", "Call crew_name()", [("crewName", "crew_name", "Call", "(")]),
        ("Call crew_name()", "Call crewName()", [("crew_name", "crewName", "Call", "(")]),
        ("A ship.crewName", "A ship.crew_name", [("ship.crewName", "ship.crew_name", "A", "")]),
        ("Call crewname()", "Call crew_name()", []),
        ("It recieves", "It receives", []),
        ("so it is done", "and that was done", []),
        ("one two three four five", "six seven eight nine ten", []),
    ],
)
def test_phrases_that_were_exchanged(
    before: str, after: str, pairs: list[tuple[str, str, str, str]]
) -> None:
    found = [one for hunk in joined(hunks(before, after)) for one in exchanged(hunk)]
    assert [(*one.pair, one.ahead, one.behind) for one in found] == pairs


def test_what_moved_past_more_than_a_word_is_no_phrase() -> None:
    found = hunks("Product crew and ship Security", "crew and ship Security Response")
    assert tuple(joined(found)) == found


@pytest.mark.parametrize(
    ("hunk", "expected"),
    [
        (Hunk(before="http", after="https", context=("See", "://ship.example")), True),
        (Hunk(before="ada", after="bo", context=("ask @", "today")), True),
        (Hunk(before="http://a.example", after="http://b.example"), True),
        (Hunk(before="ada", after="bo", context=("ask", "today")), False),
        (Hunk(before="decks", after="holds", context=("file under plan/", "/a.md")), False),
        (Hunk(before="decks", after="holds", context=("file under", "/a.md")), False),
        (Hunk(before="decks", after="holds", context=("ship/plan/", "/a.md")), True),
        (Hunk(before="decks", after="holds", context=("see https://ship/plan/", "/a")), True),
        (Hunk(before="decks", after="holds", context=("see ship.example/plan/", "/a")), True),
        (Hunk(before="ship.example", after="boat.example", context=("see", "/plan")), True),
    ],
)
def test_words_in_an_address(hunk: Hunk, expected: bool) -> None:
    assert in_address(hunk) == expected


def test_a_path_in_words() -> None:
    assert in_words("guides/batch_changes-new.md#top") == "guides batch changes new md top"


@pytest.mark.parametrize(
    ("word", "expected"), [("branch", True), ("the", False), ("of", False), ("3", False)]
)
def test_what_can_end_a_term(word: str, expected: bool) -> None:
    assert can_end(word) == expected
