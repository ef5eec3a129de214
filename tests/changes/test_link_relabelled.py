from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


def _mkdocs(*rows: str) -> dict[str, str]:
    pages = {"docs/index.md": "# Home\n\nWelcome.\n", "docs/b.md": f"# Leave\n\n{LEAVE}"}
    return {**pages, "mkdocs.yml": "nav:\n" + "".join(f"  - {row}\n" for row in rows)}


SEE = (
    "Office\n======\n\nSee {} for the keys of the house, and ask the porter where the cellar is.\n"
)

ASK = SEE.replace("Office\n======", "# Office")

LABELLED = {"keys.rst": f".. _all-keys:\n\nKeys\n====\n\n{KEYS}"}

HERE = "link.relabelled a.md#Office/Travel | "


def _toctree(*rows: str) -> dict[str, str]:
    listed = "\n".join(rows)
    return {
        "index.rst": f"Office\n======\n\nAll of it.\n\n.. toctree::\n{listed}\n",
        "leave.rst": "Leave\n=====\n\nLeave is asked for in time.\n",
        "trips.rst": "Trips\n=====\n\nTrips are written down in a book.\n",
    }


CASES = {
    "another label": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [all rules](b.md)."),
        [HERE + "the rest => all rules"],
    ),
    "to somewhere else": (
        _page("Ask for [the rest](https://one.example/rest)."),
        _page("Ask for [all rules](https://one.example/rest)."),
        [HERE + "the rest => all rules"],
    ),
    "of an item": (
        _page("- [Leave](b.md)\n- [Keys](c.md)"),
        _page("- [Days off](b.md)\n- [Keys](c.md)"),
        [HERE + "Leave => Days off"],
    ),
    "of a place whose title is shown, by another name": (
        {"a.rst": SEE.format(":ref:`all-keys`"), **LABELLED},
        {"a.rst": SEE.format(":doc:`keys`"), **LABELLED},
        ["section.edited a.rst#Office | formatting | edited paragraph"],
    ),
    "of a place whose title is shown, and words besides": (
        {"a.rst": SEE.format(":ref:`all-keys`"), **LABELLED},
        {"a.rst": SEE.format(":doc:`keys` now"), **LABELLED},
        [
            "link.relabelled a.rst#Office | all-keys => keys",
            "section.edited a.rst#Office | wording | edited paragraph",
        ],
    ),
    "with a title of its own": (
        {"a.rst": SEE.format(":ref:`all-keys`"), **LABELLED},
        {"a.rst": SEE.format(":doc:`the board <keys>`"), **LABELLED},
        ["link.relabelled a.rst#Office | all-keys => the board"],
    ),
    "of a page whose title is shown, by its title": (
        {"a.rst": SEE.format(":doc:`keys`"), **LABELLED},
        {"a.rst": SEE.format(":doc:`Keys <keys>`"), **LABELLED},
        ["section.edited a.rst#Office | formatting | edited paragraph"],
    ),
    "of a page whose title is shown, by its title in another format": (
        {"a.rst": SEE.format(":doc:`keys`"), **LABELLED},
        {"a.md": ASK.format("[Keys](keys.rst)"), **LABELLED},
        [
            "page.converted a.rst => a.md | rst => markdown",
            "section.edited a.rst#Office => a.md#Office | formatting | edited paragraph <- page.converted",
        ],
    ),
    "of a page whose title is shown, by another title in another format": (
        {"a.rst": SEE.format(":doc:`keys`"), **LABELLED},
        {"a.md": ASK.format("[the board](keys.rst)"), **LABELLED},
        [
            "link.relabelled a.rst#Office => a.md#Office | keys => the board",
            "page.converted a.rst => a.md | rst => markdown",
        ],
    ),
    "of an image": (
        {**_page("![A map](map.png)"), "map.png": "PNG"},
        {**_page("![The way](map.png)"), "map.png": "PNG"},
        [HERE + "A map => The way"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for `it <https://x.example>`__ first.\n"},
        {"a.rst": f"Office\n======\n\n{TRAVEL}\nAsk for `that <https://x.example>`__ first.\n"},
        ["link.relabelled a.rst#Office | it => that"],
    ),
    "with other words beside it": (
        _page("Ask for [the rest](b.md) at once."),
        _page("Ask for [all rules](b.md) at noon."),
        [
            HERE + "the rest => all rules",
            "section.edited a.md#Office/Travel | wording | edited paragraph",
        ],
    ),
    "of an entry in mkdocs.yml": (
        _mkdocs("Home: index.md", "Leave: b.md"),
        _mkdocs("Home: index.md", "Days off: b.md"),
        ["link.relabelled mkdocs.yml | Leave => Days off"],
    ),
    "of an entry that showed the title of its page": (
        _mkdocs("Home: index.md", "b.md"),
        _mkdocs("Home: index.md", "Days off: b.md"),
        ["link.relabelled mkdocs.yml | Leave => Days off"],
    ),
    "of an entry, now written as its page has it": (
        _mkdocs("Home: index.md", "b.md"),
        _mkdocs("Home: index.md", "Leave: b.md"),
        [],
    ),
    "of an entry that a glob listed by the title of its page": (
        _toctree("   :glob:", "", "   *"),
        _toctree("", "   Days off <leave>", "   trips"),
        ["link.relabelled index.rst#Office | Leave => Days off"],
    ),
    "of the one entry of a glob, now written as its page has it": (
        _toctree("   :glob:", "", "   le*", "   trips"),
        _toctree("", "   Leave <leave>", "   trips"),
        ["link.relabelled index.rst#Office |  => Leave"],
    ),
    "of entries that a glob listed, untitled still": (
        _toctree("   :glob:", "", "   *"),
        _toctree("", "   leave", "   trips"),
        [],
    ),
    "that stands behind another link now, as no kind of link tells": (
        _page("[leave](b.md) [keys](c.md)"),
        _page("[the keys](c.md) [leave](b.md)"),
        [
            HERE + "keys => the keys",
            "section.edited a.md#Office/Travel | wording | edited paragraph",
        ],
    ),
    "of a URL in a file that is no page": (
        _mkdocs("Home: index.md", "Chat: https://chat.example", "https://mail.example"),
        _mkdocs("Home: index.md", "https://chat.example", "Mail: https://mail.example"),
        [
            "link.relabelled mkdocs.yml | Chat => https://chat.example",
            "link.relabelled mkdocs.yml | https://mail.example => Mail",
        ],
    ),
    "and target, of what is still one link": (
        _page("- Rules: [the rules of leave](b.md)\n- Other: nothing"),
        _page("- Rules: [the rules of keys](c.md)\n- Other: nothing"),
        [
            HERE + "the rules of leave => the rules of keys",
            "link.retargeted a.md#Office/Travel | b.md => c.md",
        ],
    ),
    "in a heading": (
        {"a.md": f"# Office\n\n## See [leave](b.md)\n\n{TRAVEL}", **OTHERS},
        {"a.md": f"# Office\n\n## See [days off](b.md)\n\n{TRAVEL}", **OTHERS},
        [
            (
                "section.renamed a.md#Office/See leave => a.md#Office/See days off"
                " | See leave => See days off"
            ),
            "link.relabelled a.md#Office/See leave => a.md#Office/See days off | leave => days off",
        ],
    ),
    "emphasis in it is formatting": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the *rest*](b.md)."),
        ["section.edited a.md#Office/Travel | formatting | edited paragraph"],
    ),
    "that went with the part of a section that was split off": (
        {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\nAsk for [the map](b.md).\n"},
        {
            "a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{LEAVE}\n"
            f"## Safety\n\n{KEYS}\nAsk for [our plan](b.md).\n"
        },
        [
            "link.relabelled a.md#Office/Travel => a.md#Office/Safety | the map => our plan",
            "section.split a.md#Office/Travel => a.md#Office/Travel + a.md#Office/Safety",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_link_relabelled(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
