from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


HERE = "link.retargeted a.md#Office/Travel | "
FORMAL = ["section.edited a.md#Office/Travel | formatting | edited paragraph"]

_FACE = '<a href="https://h.example/{0}"><img src="https://h.example/{1}.png" alt="{0}"></a>'

_SPHINX = {
    "conf.py": "project = 'Office'\n",
    "index.rst": "Home\n====\n\n.. toctree::\n\n   a\n   b\n   c\n",
    "b.rst": f".. _leave-top:\n\nLeave\n=====\n\n{LEAVE}",
    "c.rst": f"Keys\n====\n\n{KEYS}",
}


def _card(link: str, title: str = "More", name: str = "card") -> dict[str, str]:
    rows = link.replace(" ", "\n   :link-type: ")
    text = f".. {name}:: {title}\n   :link: {rows}\n\n   All of it.\n"
    return {"a.rst": f"Office\n======\n\n{TRAVEL}\n{text}", **_SPHINX}


def _button(link: str) -> dict[str, str]:
    target, _, type_ = link.partition(" ")
    text = f":::{{button-ref}} {target}\n:ref-type: {type_}\n\nRead *on*\n:::\n"
    return {"a.md": f"# Office\n\n{TRAVEL}\n{text}", **_SPHINX}


def _mkdocs(*rows: str) -> dict[str, str]:
    """Write a mkdocs.yml whose navigation has links that lead out of the tree."""
    nav = "".join(f"  - {row}\n" for row in ("Home: index.md", *rows))
    return {"docs/index.md": "# Home\n\nWelcome to all.\n", "mkdocs.yml": f"nav:\n{nav}"}


CASES = {
    "under a prefix that moved, but for a link that stands there still": (
        _page(
            "See [the bus](https://a.example/trip/bus) and [the train](https://a.example/trip/train).\n\n"
            "See [the ship](https://a.example/trip/ship).\n"
        ),
        _page(
            "See [the bus](https://b.example/bus) and [the train](https://b.example/train).\n\n"
            "See [the ship](https://a.example/trip/ship/).\n"
        ),
        [
            f"{HERE}https://a.example/trip/bus => https://b.example/bus <- url.moved",
            f"{HERE}https://a.example/trip/train => https://b.example/train <- url.moved",
            "rule url.moved | https://a.example/trip/ => https://b.example/ | 2 times | left a.md:9 url",
            *FORMAL,
        ],
    ),
    "by its section, of which another took the name": (
        {
            **_page("Read [what is forbidden](b.md#sick-days).\n"),
            "b.md": f"# Leave\n\n## Sick days\n\n{LEAVE}\n## Days off\n\n{KEYS}{SALES}",
        },
        {
            **_page("Read [what is forbidden](b.md#sick-days).\n"),
            "b.md": f"# Leave\n\n## Sick days\n\n{KEYS}{SALES}",
        },
        [
            f"{HERE}b.md#sick-days => b.md#sick-days <- section.removed",
            "section.removed b.md#Leave/Sick days => -",
            "section.renamed b.md#Leave/Days off => b.md#Leave/Sick days | Days off => Sick days",
        ],
    ),
    "in a file that is no page": (
        _mkdocs("Chat: https://chat.example", "Mail: https://mail.example/"),
        _mkdocs("Chat: https://talk.example", "Mail: https://mail.example"),
        ["link.retargeted mkdocs.yml | https://chat.example => https://talk.example"],
    ),
    "in raw HTML": (
        {"a.md": '# A\n\n<div>\n<a class="i"\n  href="https://a.example/one">Maps</a>\n</div>\n'},
        {"a.md": '# A\n\n<div>\n<a class="i"\n  href="https://b.example/two">Maps</a>\n</div>\n'},
        ["link.retargeted a.md#A | https://a.example/one => https://b.example/two"],
    ),
    "of an image in a link of raw HTML": (
        {"a.md": f"# A\n\n<p>\n{_FACE.format('ann', 'ann')}\n{_FACE.format('bob', 'bob')}\n</p>\n"},
        {"a.md": f"# A\n\n<p>\n{_FACE.format('ann', 'new')}\n{_FACE.format('bob', 'bob')}\n</p>\n"},
        ["link.retargeted a.md#A | https://h.example/ann.png => https://h.example/new.png"],
    ),
    "to another page": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the rest](c.md)."),
        [HERE + "b.md => c.md"],
    ),
    "to another section": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the rest](b.md#sick-days)."),
        [HERE + "b.md => b.md#sick-days"],
    ),
    "to another site": (
        _page("Ask for [the rest](https://one.example/rest)."),
        _page("Ask for [the rest](https://two.example/all)."),
        [HERE + "https://one.example/rest => https://two.example/all"],
    ),
    "into the tree": (
        _page("Ask for [the rest](https://one.example/rest)."),
        _page("Ask for [the rest](c.md)."),
        [HERE + "https://one.example/rest => c.md"],
    ),
    "exchanged with the link beside it": (
        _page("Ask the [desk](https://desk.example/) or the [gate](https://gate.example/)."),
        _page("Ask the [desk](https://gate.example/) or the [gate](https://desk.example/)."),
        [
            f"{HERE}https://desk.example/ => https://gate.example/",
            f"{HERE}https://gate.example/ => https://desk.example/",
        ],
    ),
    "of an item": (
        _page("- [Leave](https://one.example/rest)\n- [Keys](c.md)"),
        _page("- [Leave](b.md)\n- [Keys](c.md)"),
        [HERE + "https://one.example/rest => b.md"],
    ),
    "of a reference": (
        _page("Ask for [the rest][r].\n\n[r]: https://one.example/rest"),
        _page("Ask for [the rest][r].\n\n[r]: https://two.example/all"),
        [HERE + "https://one.example/rest => https://two.example/all"],
    ),
    "of a role": (
        {"a.rst": "A\n=\n\nSee :doc:`it <b>` now.\n", "b.rst": "B\n=\n", "c.rst": "C\n=\n\nX.\n"},
        {"a.rst": "A\n=\n\nSee :doc:`it <c>` now.\n", "b.rst": "B\n=\n", "c.rst": "C\n=\n\nX.\n"},
        ["link.retargeted a.rst#A | b => c"],
    ),
    "from nowhere to nowhere": (
        _page("Ask for [the rest](lost.md)."),
        _page("Ask for [the rest](gone.md)."),
        [HERE + "lost.md => gone.md"],
    ),
    "to nowhere": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the rest](gone.md)."),
        ["link.broken a.md#Office/Travel | b.md => gone.md"],
    ),
    "without being touched, since another page is there": (
        {"a.md": f"# Office\n\n{TRAVEL}\nSee [this](b.md).\n", **OTHERS},
        {
            "a.md": f"# Office\n\n{TRAVEL}\nSee [this](b.md).\n",
            "b.md": OTHERS["c.md"],
            "c.md": OTHERS["b.md"],
        },
        [
            "page.moved b.md => c.md | b.md => c.md",
            "page.moved c.md => b.md | c.md => b.md",
            "link.retargeted a.md#Office | b.md => b.md <- page.moved",
        ],
    ),
    "without being touched, since its page gave way to another": (
        {"a.md": f"# Office\n\n{TRAVEL}\nSee [this](b.md).\n", **OTHERS},
        {"a.md": f"# Office\n\n{TRAVEL}\nSee [this](b.md).\n", "b.md": OTHERS["c.md"]},
        [
            "page.removed b.md => -",
            "page.moved c.md => b.md | c.md => b.md",
            "link.retargeted a.md#Office | b.md => b.md <- page.removed",
        ],
    ),
    "to a picture that went along with its page": (
        {"a/a.md": f"# Office\n\n{TRAVEL}\n![Map](map.png)\n", "a/map.png": "", **OTHERS},
        {"b/a.md": f"# Office\n\n{TRAVEL}\n![Map](map.png)\n", "b/map.png": "", **OTHERS},
        [
            "page.moved a/a.md => b/a.md | a/a.md => b/a.md",
            "link.retargeted a/a.md#Office => b/a.md#Office | map.png => map.png <- page.moved",
        ],
    ),
    "to a picture of that name beside the page that moved": (
        {"a/a.md": f"# Office\n\n{TRAVEL}\n![Map](map.png)\n", "a/map.png": "", **OTHERS},
        {
            "b/a.md": f"# Office\n\n{TRAVEL}\n![Map](map.png)\n",
            "a/map.png": "",
            "b/map.png": "",
            **OTHERS,
        },
        [
            "page.moved a/a.md => b/a.md | a/a.md => b/a.md",
            "link.retargeted a/a.md#Office => b/a.md#Office | map.png => map.png",
        ],
    ),
    "a dot in front is formatting": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the rest](./b.md)."),
        FORMAL,
    ),
    "a closing slash is formatting": (
        _page("Ask for [the rest](https://one.example/rest)."),
        _page("Ask for [the rest](https://one.example/rest/)."),
        FORMAL,
    ),
    "where the link was shared is formatting": (
        _page("Ask for [the rest](https://docs.google.com/document/d/1aB/edit)."),
        _page("Ask for [the rest](https://docs.google.com/document/d/1aB/edit?usp=sharing)."),
        FORMAL,
    ),
    "from a section to the page whose title it became": (
        {
            **_page("Ask for [the rest](c.md#keys)."),
            "c.md": f"# Desks\n\nWho sits where is of no interest any more.\n\n## Keys\n\n{TRAVEL}\n## Doors\n\nDoors are shut.\n",
        },
        {
            **_page("Ask for [the rest](c.md)."),
            "c.md": f"# Keys\n\n{TRAVEL}\n## Doors\n\nDoors are shut.\n",
        },
        [
            HERE + "c.md#keys => c.md",
            "section.removed c.md#Desks => -",
            "section.moved c.md#Desks/Keys => c.md#Keys | Desks/Keys => Keys",
            "section.moved c.md#Desks/Doors => c.md#Keys/Doors | Desks/Doors => Keys/Doors <- section.removed",
        ],
    ),
    "of a card": (
        _card("b doc"),
        _card("c doc"),
        ["link.retargeted a.rst#Office | b => c"],
    ),
    "of a card without a title, to another site": (
        _card("https://one.example/b", ""),
        _card("https://two.example/b", ""),
        [
            "link.retargeted a.rst#Office | https://one.example/b => https://two.example/b",
            "link.relabelled a.rst#Office | https://one.example/b => https://two.example/b <- link.retargeted",
        ],
    ),
    "of a card, to another kind of target": (
        _card("leave-top ref", name="grid-item-card"),
        _card("c doc", name="grid-item-card"),
        ["link.retargeted a.rst#Office | leave-top => c"],
    ),
    "of a card, a label for a path, is formatting": (
        _card("b doc"),
        _card("leave-top ref"),
        ["section.edited a.rst#Office | formatting | edited directive"],
    ),
    "of a button": (
        _button("b doc"),
        _button("c any"),
        ["link.retargeted a.md#Office | b => c"],
    ),
    "the title's anchor is formatting": (
        _page("Ask for [the rest](b.md)."),
        _page("Ask for [the rest](b.md#leave)."),
        FORMAL,
    ),
}

BACK = {
    "under a prefix that moved, but for a link that stands there still": [
        f"{HERE}https://b.example/bus => https://a.example/trip/bus <- url.moved",
        f"{HERE}https://b.example/train => https://a.example/trip/train <- url.moved",
        "rule url.moved | https://b.example/ => https://a.example/trip/ | 2 times",
        *FORMAL,
    ],
    "by its section, of which another took the name": [
        "anchor.changed b.md#Leave/Sick days => b.md#Leave/Days off | sick-days => days-off <- section.renamed",
        f"{HERE}b.md#sick-days => b.md#sick-days <- section.renamed",
        "section.added - => b.md#Leave/Sick days",
        "section.renamed b.md#Leave/Sick days => b.md#Leave/Days off | Sick days => Days off",
    ],
    "to nowhere": [HERE + "gone.md => b.md"],
    "without being touched, since its page gave way to another": [
        "page.added - => b.md",
        "page.moved b.md => c.md | b.md => c.md",
        "link.retargeted a.md#Office | b.md => b.md <- page.moved",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_link_retargeted(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
