from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.match.matching import CERTAIN, Matching
from drift.match.similar import _combined

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

CASES = {
    "renamed and edited": (
        {"a.md": f"# A\n\n## Travel\n\n{TRAVEL}"},
        {"a.md": f"# A\n\n## Trips\n\n{TRAVEL.replace('wage', 'car')}"},
        ["a.md#A/Travel => a.md#A/Trips"],
    ),
    "rewritten under its heading": (
        {"a.md": f"# A\n\n## Travel\n\n{TRAVEL}"},
        {"a.md": f"# A\n\n## Travel\n\n{SALES}"},
        ["a.md#A/Travel => a.md#A/Travel"],
    ),
    "rewritten under a heading that took in a remark": (
        {"a.md": f"# A\n\n{KEYS}\n## Travel\n\n{TRAVEL}{LEAVE}"},
        {"a.md": f"# A\n\n{KEYS}\n## Travel (by train)\n\n{TRAVEL}{SALES}{SALES}"},
        ["a.md#A/Travel => a.md#A/Travel (by train)"],
    ),
    "edited on another page": (
        {"a.md": f"# A\n\n{KEYS}\n## Travel\n\n{TRAVEL}", "b.md": f"# B\n\n{LEAVE}"},
        {
            "a.md": f"# A\n\n{KEYS}",
            "b.md": f"# B\n\n{LEAVE}\n## Trips\n\n{TRAVEL.replace('wage', 'car')}",
        },
        ["a.md#A/Travel => b.md#B/Trips"],
    ),
    "two that exchanged their headings follow their texts": (
        {"a.md": f"# A\n\n## One\n\n{TRAVEL}{SALES}\n## Two\n\n{LEAVE}{KEYS}"},
        {"a.md": f"# A\n\n## Two\n\n{TRAVEL}{SALES}\n## One\n\n{LEAVE}{KEYS}"},
        ["a.md#A/One => a.md#A/Two", "a.md#A/Two => a.md#A/One"],
    ),
    "strangers are none": (
        {"a.md": f"# A\n\n## Travel\n\n{TRAVEL}"},
        {"a.md": f"# A\n\n## Quotes\n\n{SALES}"},
        [],
    ),
    "the same heading on a strange page is none": (
        {"a.md": f"# A\n\n{KEYS}\n## Overview\n\n{TRAVEL}", "b.md": f"# B\n\n{LEAVE}"},
        {"a.md": f"# A\n\n{KEYS}", "b.md": f"# B\n\n{LEAVE}\n## Overview\n\n{SALES}"},
        [],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_which_section_is_which(
    old: dict[str, str],
    new: dict[str, str],
    told: list[str],
    paired: Callable[[dict[str, str], dict[str, str]], list[str]],
) -> None:
    assert [one for one in paired(old, new) if one.count("/") == 2] == told


def test_a_counterpart_that_was_not_believed_is_remembered(
    matched: Callable[..., Matching],
) -> None:
    matching = matched(
        {"a.md": f"# A\n\n{KEYS}\n## Overview\n\n{TRAVEL}", "b.md": f"# B\n\n{LEAVE}"},
        {"a.md": f"# A\n\n{KEYS}", "b.md": f"# B\n\n{LEAVE}\n## Overview\n\n{SALES}"},
    )
    lone = next(n.id for n in matching.old.nodes if n.section.title == "Overview")
    doubt = matching.old_doubts[lone]
    assert matching.new.nodes[doubt.other].path == ("B", "Overview")
    assert 0 < doubt.confidence < 0.5


def test_the_less_is_alike_the_less_is_sure(matched: Callable[..., Matching]) -> None:
    old = {"a.md": f"# A\n\n## Travel\n\n{TRAVEL}{LEAVE}"}
    sure = matched(old, {"a.md": f"# A\n\n## Trips\n\n{TRAVEL}{LEAVE}Or walk.\n"})
    less = matched(old, {"a.md": f"# A\n\n## Trips\n\n{TRAVEL}{KEYS}Or walk.\n"})
    first, second = ([p for p in m.sections.by_old.values() if p.old == 2] for m in (sure, less))
    assert CERTAIN >= first[0].confidence > (second[0].confidence if second else 0.0)


def test_of_many_equal_headings_those_of_about_the_same_place_are_weighed() -> None:
    nodes, others = list(range(40)), list(range(100, 145))
    pairs = set(_combined(nodes, others, band=1))
    assert {other - 100 for node, other in pairs if node == 20} == {19, 20, 21, 24, 25, 26}
    assert {other - 100 for node, other in pairs if node == 0} == {0, 1, 4, 5, 6}
    assert set(_combined(nodes[:3], others[:2], band=1)) == {
        (node, other) for node in (0, 1, 2) for other in (100, 101)
    }
