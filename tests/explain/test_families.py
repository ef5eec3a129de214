"""Phrases that may be one term renamed, from texts that differ."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product

import pytest

from drift.changes.base import Location
from drift.explain.families import families
from drift.explain.family import Family, Variant
from drift.explain.texts import Text


def rows(*pairs: tuple[str, str]) -> list[tuple[str, str, int]]:
    at = Location("a.md", ())
    texts = [Text(before, after, at, "prose") for before, after in pairs]
    return [(one.before, one.after, one.count) for one in families(texts)]


def test_inflections_are_one_family() -> None:
    found = rows(
        ("Every squad has a room.", "Every crew has a room."),
        ("Ask other squads first.", "Ask other crews first."),
    )
    assert found == [("squad", "crew", 2)]


@pytest.mark.parametrize(
    ("before", "after", "pair"),
    [
        ("A BerthVM is old.", "A berth is old.", ("BerthVM", "berth")),
        ("A Rope & Tar talk.", "A Deck Hour talk.", ("Rope & Tar", "Deck Hour")),
        ("Book 10,000ft now.", "Book Shipshape now.", ("10,000ft", "Shipshape")),
        ("Keep it in Ropegres now.", "Keep it in RopegreSQL now.", ("Ropegres", "RopegreSQL")),
        ("Set rope.length now.", "Set net.rope.size now.", ("rope.length", "net.rope.size")),
    ],
)
def test_names_with_capitals_signs_and_figures(
    before: str, after: str, pair: tuple[str, str]
) -> None:
    assert rows((before, after), (before, after)) == [(*pair, 2)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See the rope⁴ now.", "See the rope⁵ now."),
        ("See any rope now.", "See any rope⁵ now."),
        ("Read it each month now.", "Read it each week now."),
        ("Ropes, i.e lines, last.", "Ropes, e.g lines, last."),
        ("Inserting the reference works.", "Adding footnote reference works."),
        ("If true it runs.", "Whether to it runs."),
        ("See the Custom Themes page.", "See the of Themes page."),
        ("Keep it for 90 Days now.", "Keep it for Year now."),
        ("See PEP-517 now.", "See PEP 517 now."),
        ("Set rope-FQDN now.", "Set ROPE_FQDN now."),
        ("Ropes, ie lines, last.", "Ropes, i.e. lines, last."),
        ("Set NE,P,L now.", "Set P,L now."),
        ("See docs.ship.example now.", "See www.boat.example now."),
        ("Ask ship.co.uk now.", "Ask boat.io now."),
        ("Write to desk@office.example now.", "Write to gate@office.example now."),
        ("Then tell all keepers now.", "Then redirect the crowd now."),
        ("It holds -- words.", "It holds ... words."),
        ("Return boats older than this.", "Return boats returned will be lesser than this."),
    ],
)
def test_what_was_cut_out_of_a_sentence_is_no_term(before: str, after: str) -> None:
    assert rows((before, after), (before, after)) == []


def test_twice_as_many_renamings_that_begin_alike_are_twice_the_work() -> None:
    names = ["".join(letters) for letters in product("bdfgklmnprst", repeat=2)]

    def calls(number: int) -> int:
        sides = [(f"We know big {name}o.", f"We know small {name}i.") for name in names[:number]]
        counted = Counter[str]()
        sys.setprofile(lambda _frame, event, _argument: counted.update((event,)))
        try:
            rows(*sides, *sides)
        finally:
            sys.setprofile(None)
        return counted["call"]

    # What is kept from the first time is no work.
    assert calls(140) > calls(70)
    assert calls(140) < 2.5 * calls(70)


@pytest.mark.parametrize(
    ("variants", "told"),
    [
        (
            [("squad", "crew")],
            "SQUAD=CREW SQUADS=CREWS Squad=Crew Squads=Crews squad=crew squads=crews",
        ),
        (
            [("QPAD", "GPAD")],
            "QPAD=GPAD QPADS=GPADS QPADs=GPADs qpad=gpad qpads=gpads",
        ),
        # The plural of what ends in s is not made by another.
        ([("glass", "cup")], "GLASS=CUP Glass=Cup glass=cup"),
        ([("cup", "glass")], "CUP=GLASS Cup=Glass cup=glass"),
        # What is written in another way is not made up, and what is the same in one case is no renaming.
        (
            [("squad", "crew"), ("Squad", "Team")],
            "SQUAD=CREW SQUAD=TEAM SQUADS=CREWS SQUADS=TEAMS Squad=Team Squads=Crews Squads=Teams squad=crew squads=crews squads=teams",
        ),
        ([("desk", "Desk")], "desk=Desk desks=Desks"),
    ],
)
def test_forms_that_need_not_occur(variants: list[tuple[str, str]], told: str) -> None:
    forms = tuple(Variant(before, after, 2) for before, after in variants)
    family = Family(forms, count=2, lost=2, texts=(0, 1), scopes=frozenset({"prose"}))
    assert " ".join(sorted("=".join(one) for one in family.cases())) == told
    assert set(family.forms_before) == {one.partition("=")[0] for one in told.split()}
    assert set(family.forms_after) == {one.partition("=")[2] for one in told.split()}
