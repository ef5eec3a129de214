from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

LOCKS = "Locks are oiled in the first week of spring by whoever holds the ladder that year.\n"
BOOKS = "Books go back to the shelf beside the window once their reader has closed them.\n"
LAMPS = "Lamps burn until the last guest has found the way across the yard to the gate.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


HERE = "placeholder.added a.md#Office/Travel | - => "
EDITED = "section.edited a.md#Office/Travel | wording | edited paragraph"

CASES = {
    "behind a text": (_page("Ask for the keys."), _page("Ask for the keys. TBD"), [HERE + "TBD"]),
    "a sentence of its own": (
        _page("Ask for the keys."),
        _page("Ask for the keys. Coming soon."),
        [HERE + "Coming soon"],
    ),
    "to a paragraph that moved": (
        _page(f"{LOCKS}\n{BOOKS}\n{LAMPS}"),
        _page(f"{BOOKS}\n{LAMPS}\n{LOCKS.strip()} (TBD)"),
        [HERE + "TBD", "section.edited a.md#Office/Travel | wording | moved paragraph"],
    ),
    "in brackets": (_page("Ask for keys."), _page("Ask for keys. (TBA)"), [HERE + "TBA"]),
    "an item": (_page("- One"), _page("- One\n- TODO"), [HERE + "TODO"]),
    "a paragraph": (_page("One."), _page("One.\n\nComing soon"), [HERE + "Coming soon"]),
    "twice, and each is told": (
        _page("- One"),
        _page("- One\n- TBD\n- TBD"),
        [HERE + "TBD", HERE + "TBD"],
    ),
    "a second one beside the first": (
        _page("Keys: TBD. Cars: later. Bikes: never."),
        _page("Keys: TBD. Cars: later. Bikes: never. TBD"),
        [HERE + "TBD"],
    ),
    "with words": (
        _page("Ask for the keys."),
        _page("Ask for the keys. The rest is work in progress."),
        [HERE + "work in progress", EDITED],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\n{TRAVEL}\n* One\n"},
        {"a.rst": f"Office\n======\n\n{TRAVEL}\n* One\n* FIXME\n"},
        ["placeholder.added a.rst#Office | - => FIXME"],
    ),
    "in a heading": (
        _page("## Keys\n\nLost keys are told to the front office."),
        _page("## Keys (TBD)\n\nLost keys are told to the front office."),
        [
            "placeholder.added a.md#Office/Keys => a.md#Office/Keys (TBD) | - => TBD",
            "section.renamed a.md#Office/Keys => a.md#Office/Keys (TBD) | Keys => Keys (TBD)",
        ],
    ),
    "in a new section goes along": (
        _page(""),
        _page("## Keys\n\nTBD"),
        ["section.added - => a.md#Office/Keys"],
    ),
    "a list of things to do is none": (
        _page("Ask for the keys."),
        _page("Ask for the todo keys."),
        [EDITED],
    ),
    "words that stand alone": (
        _page("Keys: red."),
        _page("Keys: to be added. Cars are yet to be determined."),
        [HERE + "to be added", HERE + "to be determined", EDITED],
    ),
    "words that say what is done are none": (
        _page("Ask for the keys."),
        _page("Ask for the keys. The car is not to be added to the list of work to be completed."),
        [EDITED],
    ),
    "a value in a command is none": (
        _page("Ask for the keys."),
        _page("Ask for the keys. Type `open -d XXX` or `door=XXX`."),
        [EDITED],
    ),
    "what somebody must do is none": (
        _page("Ask for the keys."),
        _page("Ask for the keys. Seats need to be determined. Ask early to be added."),
        [EDITED],
    ),
    "letters in a word are none": (_page("A size for all."), _page("A XXXL for all."), [EDITED]),
    "one that moved with its item is none": (
        _page("- TBD\n- One thing\n- Two things"),
        _page("- One thing\n- Two things\n- TBD"),
        ["section.edited a.md#Office/Travel | wording | moved list_item"],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_placeholder_added(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
