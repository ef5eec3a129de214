from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account
from tests.conftest import LINEAR, growth

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


RST = "See :ref:`keys <{}>`.\n\n.. _{}:\n\nKeys\n====\n\nLost keys are told to the front office.\n"

TWO = (
    "Office\n======\n\nWhat is where.\n\n{}Doors\n-----\n\nThe doors are closed at seven by the last to leave.\n\n"
    "{}Locks\n-----\n\nEvery lock has a number, and the porter knows them all.\n"
)

PARTS = (
    "Office\n======\n\nWhat is where.\n\nDoors\n-----\n\nThe doors are closed at seven by the last to leave.\n\n"
    "Nobody opens the cellar door, behind which the old press stands.\n\n{}"
    "Keys hang on the board beside the stairs, the heavy ones at the bottom.\n\n.. _key:\n\n"
    "Who loses a key tells the porter, who has the lock changed within the day.\n\n"
    "Locks\n-----\n\nEvery lock has a number, and the porter knows them all.\n"
)

CASES = {
    "an id": (
        _page("## Keys {#key}\n\nLost keys are told to the front office."),
        _page("## Keys {#keys-lost}\n\nLost keys are told to the front office."),
        ["anchor.changed a.md#Office/Keys | key => keys-lost"],
    ),
    "an id that links follow": (
        _page("[k](#key)\n\n## Keys {#key}\n\nLost keys are told to the front office."),
        _page("[k](#lost)\n\n## Keys {#lost}\n\nLost keys are told to the front office."),
        [
            "anchor.changed a.md#Office/Keys | key => lost",
            "link.retargeted a.md#Office/Travel | #key => #lost <- anchor.changed",
        ],
    ),
    "a label": (
        {"a.rst": RST.format("one", "one")},
        {"a.rst": RST.format("two", "two")},
        [
            "anchor.changed a.rst#Keys | one => two",
            "link.retargeted a.rst | one => two <- anchor.changed",
        ],
    ),
    "a label that another page took over": (
        {
            "a.rst": f".. _latest:\n\nTravel\n======\n\n{TRAVEL}",
            "b.rst": f"Leave\n=====\n\n{LEAVE}",
            "index.rst": "Office\n======\n\nSee :ref:`the latest <latest>`.\n",
        },
        {
            "a.rst": f"Travel\n======\n\n{TRAVEL}",
            "b.rst": f".. _latest:\n\nLeave\n=====\n\n{LEAVE}",
            "index.rst": "Office\n======\n\nSee :ref:`the latest <latest>`.\n",
        },
        [
            "anchor.changed a.rst#Travel => b.rst#Leave | latest => latest",
            "link.retargeted index.rst#Office | latest => latest <- anchor.changed",
        ],
    ),
    "a label that is spelt like the heading": (
        {"a.rst": RST.format("keys", "keys")},
        {"a.rst": RST.format("locks", "locks")},
        [
            "anchor.changed a.rst#Keys | keys => locks",
            "link.retargeted a.rst | keys => locks <- anchor.changed",
        ],
    ),
    "an anchor in HTML": (
        _page('## Keys\n\n<a name="key"></a>\nLost keys are told to the front office.'),
        _page('## Keys\n\n<a name="lost"></a>\nLost keys are told to the front office.'),
        ["anchor.changed a.md#Office/Keys | key => lost"],
    ),
    "a label that went to another section": (
        {"a.rst": TWO.format(".. _key:\n\n", "")},
        {"a.rst": TWO.format("", ".. _key:\n\n")},
        ["anchor.changed a.rst#Office/Doors => a.rst#Office/Locks | key => key"],
    ),
    "a label that went to another section, where another one was": (
        {"a.rst": TWO.format(".. _key:\n\n", ".. _lock:\n\n")},
        {"a.rst": TWO.format("", ".. _key:\n\n")},
        [
            "anchor.changed a.rst#Office/Doors => a.rst#Office/Locks | key => key",
            "anchor.removed a.rst#Office/Locks | lock => -",
        ],
    ),
    "a label that went along with a part of its section": (
        {"a.rst": PARTS.format("")},
        {"a.rst": PARTS.format("Keys\n-----\n\n")},
        ["section.split a.rst#Office/Doors => a.rst#Office/Doors + a.rst#Office/Keys"],
    ),
    "an id of a renamed heading": (
        _page("## Keys {#key}\n\nLost keys are told to the front office."),
        _page("## Badges {#badge}\n\nLost keys are told to the front office."),
        [
            "section.renamed a.md#Office/Keys => a.md#Office/Badges | Keys => Badges",
            (
                "anchor.changed a.md#Office/Keys => a.md#Office/Badges"
                " | key => badge <- section.renamed"
            ),
        ],
    ),
    "an id that stays while the heading is renamed is none": (
        _page("[k](#key)\n\n## Keys {#key}\n\nLost keys are told to the front office."),
        _page("[k](#key)\n\n## Badges {#key}\n\nLost keys are told to the front office."),
        ["section.renamed a.md#Office/Keys => a.md#Office/Badges | Keys => Badges"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_anchor_changed(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)


def test_many_anchors_cost_no_more_than_there_are(account: Callable[..., Account]) -> None:
    """Each new one was held against all of the old: its cost grew with their square."""

    def anchored(size: int) -> None:
        page = "# A\n\n" + "".join(f'<a id="x{number}"></a>' for number in range(size))
        account({"a.md": page}, {"a.md": f"{page}\n\nOne more.\n"})

    assert growth(anchored, 3_000) < LINEAR
