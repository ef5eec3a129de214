from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Travel\n\n{TRAVEL}"
LONG = f"{TOP}{A}\n{LEAVE}\n{KEYS}"
OTHER = f"\n## Leave\n\n{LEAVE}"
THERE = "section.edited a.md#Office/Leave | "
HERE = "section.edited a.md#Office/Travel | "
LIST = "section.edited SUMMARY.md#Contents | wording | "
ANIMALS = ("ants", "bees", "cats")


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"{TOP}\n## Travel\n\n{text}\n"}


def _listed(*rows: str) -> dict[str, str]:
    pages = {f"{name}.md": f"# {name.title()}\n\nAll about {name}.\n" for name in ANIMALS}
    return {**pages, "SUMMARY.md": "# Contents\n\n" + "\n".join(rows) + "\n"}


CASES = {
    "signs in a text": (
        _page("Ask (the desk) before you leave it."),
        _page("Ask the desk, before you leave it."),
        [HERE + "typo | edited paragraph"],
    ),
    "a sign that says something": (
        _page("| trip | paid |\n| --- | --- |\n| Delft | ✅ |"),
        _page("| trip | paid |\n| --- | --- |\n| Delft | ❌ |"),
        [HERE + "wording | edited table"],
    ),
    "a figure that a block of its own has now": (
        _page("Install release 3.1 of the timetable.\n\nBring warm clothes."),
        _page(
            "Install the release of the timetable.\n\nBring warm clothes.\n\n"
            "Night trains need 3.1 at least."
        ),
        [HERE + "wording | added paragraph, edited paragraph"],
    ),
    "signs in code": (
        _page("```\nopen(desk + keys)\n```"),
        _page("```\nopen(desk - keys)\n```"),
        [HERE + "wording | edited code"],
    ),
    "blanks beside signs": (
        _page("Ask the desk ( it is open ) before you leave ."),
        _page("Ask the desk (it is open) before you leave."),
        [HERE + "formatting | edited paragraph"],
    ),
    "a blank before a link": (
        _page("Ask the desk.[Write](https://desk.example) before you leave."),
        _page("Ask the desk. [Write](https://desk.example) before you leave."),
        [HERE + "typo | edited paragraph"],
    ),
    "a blank between links, of which another came": (
        _page("Ask [here](https://desk.example) [now](https://now.example)."),
        _page(
            "Ask [here](https://desk.example)[now](https://now.example) [or](https://or.example)."
        ),
        [
            "link.added - => a.md#Office/Travel | - => https://or.example",
            HERE + "wording | edited paragraph",
        ],
    ),
    "blanks in code": (
        _page("```\nopen(desk+keys)\n```"),
        _page("```\nopen(desk + keys)\n```"),
        [HERE + "typo | edited code"],
    ),
    "an indentation in code": (
        _page("```\nif open:\n    desk()\nkeys()\n```"),
        _page("```\nif open:\n    desk()\n    keys()\n```"),
        [HERE + "formatting | edited code"],
    ),
    "blanks that nobody sees in code are none": (
        _page("```\nopen(desk)\nkeys()\n```"),
        _page("```\nopen(desk)  \nkeys()\n```"),
        [],
    ),
    "a note that became a warning": (
        _page("> [!NOTE]\n> Book trains early.\n> Ask the desk.\n\nTell the team."),
        _page("> [!WARNING]\n> Book trains early.\n> Ask the desk.\n\nTell the team."),
        [HERE + "wording | edited admonition"],
    ),
    "boxes that became others, in one of which a word differs": (
        _page(":::note\nBook trains early.\n:::\n\n:::tip\nAsk the desk.\n:::"),
        _page(":::info\nBook trains soon.\n:::\n\n:::danger\nAsk the desk.\n:::"),
        [HERE + "wording | edited admonition, edited admonition, edited paragraph"],
    ),
    "a text that left its box": (
        _page(":::note\nBook trains early.\n\nAsk the desk.\n:::"),
        _page(":::note\nBook trains early.\n:::\n\nAsk the desk."),
        [HERE + "formatting | edited paragraph"],
    ),
    "a text that went into the next box": (
        _page(":::note\nBook trains.\n\nAsk the desk.\n:::\n\n:::tip\nTell the team.\n:::"),
        _page(":::note\nBook trains.\n:::\n\n:::tip\nAsk the desk.\n\nTell the team.\n:::"),
        [HERE + "wording | moved admonition"],
    ),
    "another word": (
        _page("Book trains before flights, please."),
        _page("Book trains before taxis, please."),
        [HERE + "wording | edited paragraph"],
    ),
    "a number": (
        _page("A trip of 14 travellers needs a guide."),
        _page("A trip of 20 travellers needs a guide."),
        [HERE + "facts | edited paragraph | 14 => 20"],
    ),
    "a duration": (
        _page("Bills are handed in within 30 days of the trip."),
        _page("Bills are handed in within two weeks of the trip."),
        [HERE + "facts | edited paragraph | 30 days => two weeks"],
    ),
    "a date": (
        _page("The rules hold from 2024-01-01 for every office."),
        _page("The rules hold from 2025-06-30 for every office."),
        [HERE + "facts | edited paragraph | 2024-01-01 => 2025-06-30"],
    ),
    "an amount": (
        _page("Dinner may cost up to $40 a head."),
        _page("Dinner may cost up to $55 a head."),
        [HERE + "facts | edited paragraph | $40 => $55"],
    ),
    "a modal verb": (
        _page("Every bill must be handed in at once."),
        _page("Every bill should be handed in at once."),
        [HERE + "facts | edited paragraph | must => should"],
    ),
    "a negation": (
        _page("Bills are paid in cash at the front desk."),
        _page("Bills are not paid in cash at the front desk."),
        [HERE + "facts | edited paragraph | - => not"],
    ),
    "two facts at once": (
        _page("Bills must be handed in within 30 days."),
        _page("Bills should be handed in within 14 days."),
        [HERE + "facts | edited paragraph | must => should | 30 days => 14 days"],
    ),
    "most words": (
        _page("Book trains before flights, and ask the travel desk for a seat."),
        _page("We always go by bus, whatever the weather, and ask friends for a lift."),
        [HERE + "rewrite | edited paragraph"],
    ),
    "emphasis": (
        _page("Book trains before flights, please."),
        _page("Book *trains* before **flights**, please."),
        [HERE + "formatting | edited paragraph"],
    ),
    "in reStructuredText": (
        {"a.rst": "Office\n======\n\nBook trains before flights.\n"},
        {"a.rst": "Office\n======\n\nBook trains before taxis.\n"},
        ["section.edited a.rst#Office | wording | edited paragraph"],
    ),
    "a paragraph more": (
        {"a.md": TOP + A},
        {"a.md": f"{TOP}{A}\n{LEAVE}"},
        [HERE + "wording | added paragraph"],
    ),
    "a paragraph at another place": (
        {"a.md": LONG},
        {"a.md": f"{TOP}\n## Travel\n\n{KEYS}\n{TRAVEL}\n{LEAVE}"},
        [HERE + "wording | moved paragraph"],
    ),
    "a paragraph at another place, by another word": (
        {"a.md": LONG},
        {"a.md": f"{TOP}\n## Travel\n\n{KEYS.replace('office', 'desk')}\n{TRAVEL}\n{LEAVE}"},
        [HERE + "wording | moved paragraph"],
    ),
    "a paragraph in another section, by another word": (
        {"a.md": f"{TOP}{A}\n{KEYS}{OTHER}"},
        {"a.md": f"{TOP}{A}{OTHER}\n{KEYS.replace('office', 'desk')}"},
        [HERE + "wording | moved paragraph", THERE + "wording | moved paragraph"],
    ),
    "a paragraph in another section, and one that says alike in its place": (
        {"a.md": f"{TOP}{A}\n{KEYS}{OTHER}"},
        {
            "a.md": f"{TOP}{A}\nThe porter locks the screen of each desk, and keeps the keys of the"
            f" house.\n{OTHER}\n{KEYS}"
        },
        [HERE + "wording | added paragraph, moved paragraph", THERE + "wording | moved paragraph"],
    ),
    "a paragraph in another section, and most of it where it was": (
        {"a.md": f"{TOP}{A}\n{KEYS}{OTHER}"},
        {"a.md": f"{TOP}{A}\n{KEYS.replace('office', 'desk')}{OTHER}\n{KEYS}"},
        [HERE + "wording | edited paragraph", THERE + "wording | added paragraph"],
    ),
    "a paragraph in another section, by other words": (
        {"a.md": f"{TOP}{A}\n{KEYS}{OTHER}"},
        {"a.md": f"{TOP}{A}{OTHER}\nLock the boats whenever a pier is left alone by the crew.\n"},
        [HERE + "wording | removed paragraph", THERE + "wording | added paragraph"],
    ),
    "a paragraph that is in two other sections, by another word": (
        {"a.md": f"{TOP}{A}\n{KEYS}{OTHER}"},
        {
            "a.md": f"{TOP}\n{KEYS.replace('office', 'door')}{A}{OTHER}"
            f"\n{KEYS.replace('office', 'desk')}"
        },
        [
            "section.edited a.md#Office | wording | added paragraph",
            HERE + "wording | removed paragraph",
            THERE + "wording | added paragraph",
        ],
    ),
    "the columns of a grid": (
        _page("```{grid} 2\n```\n\nKeep the tickets."),
        _page("```{grid} 1 1 3 3\n```\n\nKeep the tickets."),
        [HERE + "wording | edited directive"],
    ),
    "when machines go elsewhere": (
        {"a.rst": "Office\n======\n\nHere.\n\n.. meta::\n   :http-equiv=refresh: 5; url=b.html\n"},
        {"a.rst": "Office\n======\n\nHere.\n\n.. meta::\n   :http-equiv=refresh: 3; url=b.html\n"},
        ["section.edited a.rst#Office | wording | edited definition"],
    ),
    "the value of a field": (
        {"a.rst": "Office\n======\n\nHere.\n\n:Boat: gig\n:Crew: nine\n"},
        {"a.rst": "Office\n======\n\nHere.\n\n:Boat: yawl\n:Crew: nine\n"},
        ["section.edited a.rst#Office | wording | edited definition"],
    ),
    "a list item": (
        _page("- Keep the tickets\n- Keep the bills"),
        _page("- Keep the tickets\n- Keep the bills\n- Keep the keys"),
        [HERE + "wording | added list_item"],
    ),
    "a cell of a table": (
        _page("| Who | Seat |\n| --- | --- |\n| Staff | window |"),
        _page("| Who | Seat |\n| --- | --- |\n| Staff | aisle |"),
        [HERE + "wording | edited table"],
    ),
    "code": (
        _page("```sh\nbook --train\n```"),
        _page("```sh\nbook --plane\n```"),
        [HERE + "wording | edited code"],
    ),
    "what stands before the first heading": (
        {"a.md": f"Hello, reader.\n\n{TOP}"},
        {"a.md": f"Hello, colleague.\n\n{TOP}"},
        ["section.edited a.md | wording | edited paragraph"],
    ),
    "a paragraph that became a quote": (
        _page("Book trains before flights, please."),
        _page("> Book trains before flights, please."),
        [HERE + "formatting | edited quote"],
    ),
    "the section below it alone": (
        {"a.md": TOP + A},
        {"a.md": TOP + A.replace("flights", "taxis")},
        [HERE + "wording | edited paragraph"],
    ),
    "an image that became a link": (
        _page("See ![the map](https://maps.example/1) first."),
        _page("See [the map](https://maps.example/1) first."),
        [HERE + "formatting | edited paragraph"],
    ),
    "a link written as a reference is none": (
        _page("See [the map](https://maps.example/1) first."),
        _page("See [the map][m] first.\n\n[m]: https://maps.example/1"),
        [],
    ),
    "lines wrapped elsewhere are none": (
        {"a.md": TOP + A},
        {"a.md": TOP + A.replace(", and", ",\nand")},
        [],
    ),
    "other bullets, rules and fences are none": (
        _page("* Keep the tickets\n* Keep the bills\n\n***\n\n~~~\ncode\n~~~"),
        _page("- Keep the tickets\n- Keep the bills\n\n---\n\n```\ncode\n```"),
        [],
    ),
    "a link alone is told by itself": (
        _page("Book trains before flights."),
        _page("Book trains before flights. [Fares](https://fares.example/)"),
        ["link.added - => a.md#Office/Travel | - => https://fares.example/"],
    ),
    "a link that lost all that stood beside it": (
        _page("- [Fares](https://fares.example/): what trains, ferries and buses cost by now"),
        _page("- [Fares](https://fares.example/)"),
        [HERE + "rewrite | added list_item, removed list_item"],
    ),
    "links of one line that are items now": (
        _page("[Fares](https://fares.example/)\n[The map](https://maps.example/1)"),
        _page("- [Fares](https://fares.example/)\n- [The map](https://maps.example/1)"),
        [HERE + "formatting | edited list_item"],
    ),
    "a placeholder that stands alone now": (
        _page("Book trains before flights, and see the list: TODO"),
        _page("TODO\n\nBook trains before flights, and see the list:"),
        [HERE + "wording | added paragraph, edited paragraph"],
    ),
    "an entry goes behind one without a page": (
        _listed("* [Ants](ants.md)", "* [Mice](mice.md)", "* [Bees](bees.md)"),
        _listed("* [Mice](mice.md)", "* [Ants](ants.md)", "* [Bees](bees.md)"),
        [LIST + "moved list_item"],
    ),
    "an entry goes behind the entries below one without a page": (
        _listed("* [Ants](ants.md)", "* [Mice](mice.md)", "  * [Bees](bees.md)"),
        _listed("* [Mice](mice.md)", "  * [Bees](bees.md)", "* [Ants](ants.md)"),
        [LIST + "moved list_item"],
    ),
    "an entry goes behind one whose page came": (
        {
            path: text
            for path, text in _listed("* [Ants](ants.md)", "* [Cats](cats.md)").items()
            if path != "cats.md"
        },
        _listed("* [Cats](cats.md)", "* [Ants](ants.md)"),
        [
            "nav.added - => SUMMARY.md | - => Cats <- page.added",
            "page.added - => cats.md",
            LIST + "moved list_item",
        ],
    ),
    "the parts of a navigation change places": (
        _listed(
            "* Big", "  * [Ants](ants.md)", "* Small", "  * [Bees](bees.md)", "  * [Cats](cats.md)"
        ),
        _listed(
            "* Small", "  * [Bees](bees.md)", "  * [Cats](cats.md)", "* Big", "  * [Ants](ants.md)"
        ),
        [LIST + "moved list_item, moved list_item"],
    ),
    "an entry goes into the other part": (
        _listed("* Big", "  * [Ants](ants.md)", "* Small", "  * [Bees](bees.md)"),
        _listed("* Big", "* Small", "  * [Ants](ants.md)", "  * [Bees](bees.md)"),
        ["nav.moved SUMMARY.md | Big/Ants => Small/Ants"],
    ),
    "an entry goes behind another and one without a page": (
        _listed("* [Ants](ants.md)", "* [Mice](mice.md)", "* [Bees](bees.md)", "* [Cats](cats.md)"),
        _listed("* [Mice](mice.md)", "* [Bees](bees.md)", "* [Cats](cats.md)", "* [Ants](ants.md)"),
        ["nav.moved SUMMARY.md | Ants => Ants"],
    ),
}

BACK = {
    "an entry goes behind one whose page came": [
        "link.broken SUMMARY.md#Contents | cats.md => cats.md <- page.removed",
        "nav.removed SUMMARY.md => - | Cats => - <- page.removed",
        "page.removed cats.md => -",
        LIST + "moved list_item",
    ],
    "a paragraph that is in two other sections, by another word": [
        "section.edited a.md#Office | rewrite | removed paragraph",
        HERE + "wording | added paragraph",
        THERE + "rewrite | removed paragraph",
    ],
    "a paragraph in another section, and most of it where it was": [
        HERE + "wording | edited paragraph",
        THERE + "rewrite | removed paragraph",
    ],
    "links of one line that are items now": [HERE + "formatting | edited paragraph"],
    "a link that lost all that stood beside it": [
        HERE + "wording | added list_item, removed list_item"
    ],
    # Of a text that grew less than half of the old words are lost, of one that shrank more.
    "a paragraph more": [HERE + "wording | removed paragraph"],
    "an entry goes into the other part": ["nav.moved SUMMARY.md | Small/Ants => Big/Ants"],
    "a paragraph that became a quote": [HERE + "formatting | edited paragraph"],
}


@pytest.mark.parametrize("name", CASES)
def test_section_edited(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
