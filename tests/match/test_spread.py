from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

from drift.match.matching import Matching
from drift.match.spread import _losers

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"
CARS = "Cars of the company are washed on Mondays and never lent to friends.\n"
DOGS = "Dogs may sleep under a desk as long as nobody in the room objects.\n"

ALL = f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n{SALES}"

CASES = {
    "half of a section": (
        {"a.md": ALL},
        {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n## Office\n\n{KEYS}\n{SALES}"},
        ["a.md#A/Rules + a.md#A/Office"],
    ),
    "a third of the new one": (
        {"a.md": ALL},
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n## Office\n\n{SALES}\n{CARS}\n{DOGS}"
        },
        ["a.md#A/Rules + a.md#A/Office"],
    ),
    "less than a third of the new one is none": (
        {"a.md": ALL},
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n"
            f"## Office\n\n{SALES}\n{CARS}\n{DOGS}\nAnd there is more to say about it.\n"
        },
        [],
    ),
    "other figures are none": (
        {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n![](a.png)\n\n![](b.png)\n\n{KEYS}\n{LEAVE}"},
        {
            "a.md": f"# A\n\n## Rules\n\n### How\n\n{TRAVEL}\n![](a.png)\n\n![](b.png)\n\n{KEYS}\n{LEAVE}"
            f"\n## Cars\n\n{CARS}\n![](c.png)\n\n![](d.png)\n\n![](e.png)\n\nAsk the desk of the house for the keys."
        },
        ["a.md#A/Rules + a.md#A/Rules/How"],
    ),
    "a few words are none": (
        {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\nSee below.\n"},
        {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n## Office\n\nSee below.\n"},
        [],
    ),
    "a few words of which some are others are none": (
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n[Click here to read more about this](r.md).\n"
        },
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n"
            "## Office\n\n[Click here to learn more about the long table](t.md).\n"
        },
        [],
    ),
    "words that stand everywhere are none": (
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\nFor the rules of the house, ask at the front desk.\n"
        },
        {
            "a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{LEAVE}\n"
            "## Office\n\nBring pens for the guests, and put cups at the long table.\n"
        },
        [],
    ),
    "sections of a page": (
        {"a.md": f"# A\n\n{CARS}\n## One\n\n{TRAVEL}\n## Two\n\n{LEAVE}\n## Three\n\n{KEYS}"},
        {
            "a.md": f"# A\n\n{CARS}\n## One\n\n{TRAVEL}",
            "b.md": f"# B\n\n## Two\n\n{LEAVE}\n## Three\n\n{KEYS}",
        },
        ["a.md + b.md"],
    ),
    "a page that several share": (
        {
            "a.md": f"# A\n\n## One\n\n{TRAVEL}\n## Two\n\n{LEAVE}\n## Three\n\n{KEYS}\n## Four\n\n{SALES}"
        },
        {
            "b.md": f"# Trips and more\n\n## One\n\n{TRAVEL}\n## Two\n\n{LEAVE}",
            "c.md": f"# Locks and papers\n\n## Three\n\n{KEYS}\n## Four\n\n{SALES}",
        },
        ["a.md + b.md, c.md"],
    ),
    "titles of pages that are nearly alike": (
        {
            "a.md": f"---\ntitle: A\n---\n\n{TRAVEL}",
            "b.md": f"---\ntitle: B\n---\n\n{TRAVEL.replace('trip', 'ride')}",
            "c.md": f"---\ntitle: C\n---\n\n{TRAVEL.replace('trip', 'hike')}",
        },
        {
            "a.md": f"# A\n\n{TRAVEL}",
            "b.md": f"# B\n\n{TRAVEL.replace('trip', 'ride')}",
            "c.md": f"# C\n\n{TRAVEL.replace('trip', 'hike')}",
        },
        ["a.md + a.md#A", "b.md + b.md#B", "c.md + c.md#C"],
    ),
    "one section of a page is none": (
        {"a.md": f"# A\n\n{CARS}\n## One\n\n{TRAVEL}\n## Two\n\n{LEAVE}"},
        {"a.md": f"# A\n\n{CARS}\n## One\n\n{TRAVEL}", "b.md": f"# Two\n\n{LEAVE}"},
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_what_lives_on_in_several_places(
    old: dict[str, str],
    new: dict[str, str],
    told: list[str],
    spreads: Callable[[dict[str, str], dict[str, str]], list[str]],
) -> None:
    assert spreads(old, new) == told


def test_what_is_new_in_a_tree_is_not_gone_through_for_each_section(
    matched: Callable[..., Matching],
) -> None:
    class New(frozenset[str]):
        __slots__ = ()

        def __sub__(self, other: object) -> NoReturn:
            raise AssertionError

    matching = matched({"a.md": ALL}, {"a.md": f"# A\n\n## Rules\n\n{TRAVEL}\n{KEYS}\n{SALES}"})
    ((node, lost),) = _losers(matching, New({LEAVE.strip(), DOGS.strip()}))
    assert matching.old.nodes[node].section.title == "Rules"
    assert [block.text for block in lost] == [LEAVE.strip()]


def test_a_page_that_took_another_in_is_the_one_whose_title_it_has(
    matched: Callable[..., Matching],
) -> None:
    text = f"{TRAVEL}\n{LEAVE}\n{KEYS}"
    matching = matched(
        {"js.md": f"# JavaScript\n\n{text}", "x.md": "# Scripts\n\nAll of them.\n"},
        {"y.md": f"# Scripts\n\nAll of them.\n\n## JavaScript\n\n{text}"},
    )
    assert matching.new_paths() == {"x.md": "y.md"}
