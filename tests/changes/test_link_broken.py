from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"
OTHERS = {"b.md": f"# Leave\n\n{LEAVE}\n## Sick days\n\nCall in.\n", "c.md": f"# Keys\n\n{KEYS}"}


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n## Travel\n\n{TRAVEL}\n{text}\n", **OTHERS}


def _at_home(text: str) -> dict[str, str]:
    links = ", ".join(f"[{page}](https://docs.harbour.example/{page})" for page in "bcd")
    return {
        "a.md": f"# Office\n\nOf {links}: {text}\n",
        **OTHERS,
        "d.md": f"# Sales\n\n{SALES}",
    }


def _built(text: str) -> dict[str, str]:
    return {
        "config.rb": "",
        "source/a.html.md": f"# A\n\n{text}\nSee [this](/b.html#its-name).\n",
        "source/b.html.md": f"# It's\n\n{SALES}",
    }


HERE = "link.broken a.md#Office/Travel | "

_CARD = ".. card:: Keys\n   :link: c\n   :link-type: doc\n\n   All of it.\n"
_BUTTON = "```{button-ref} c\n:ref-type: doc\n\nRead on\n```\n"

CASES = {
    "its page is gone": (
        _page("See [this](c.md)."),
        {k: v for k, v in _page("See [this](c.md).").items() if k != "c.md"},
        ["page.removed c.md => -", HERE + "c.md => c.md <- page.removed"],
    ),
    "its section is gone": (
        _page("See [this](b.md#sick-days)."),
        {**_page("See [this](b.md#sick-days)."), "b.md": f"# Leave\n\n{LEAVE}"},
        [
            "section.removed b.md#Leave/Sick days => -",
            HERE + "b.md#sick-days => b.md#sick-days <- section.removed",
        ],
    ),
    "its image is gone": (
        {**_page("![A map](map.png)"), "map.png": "PNG", "logo.png": "PNG"},
        {**_page("![A map](map.png)"), "logo.png": "PNG"},
        [HERE + "map.png => map.png"],
    ),
    "it is written otherwise": (
        _page("See [this](c.md)."),
        _page("See [this](cc.md)."),
        [HERE + "c.md => cc.md"],
    ),
    "it led out of the tree": (
        _page("See [this](https://x.example/c)."),
        _page("See [this](cc.md)."),
        [HERE + "https://x.example/c => cc.md"],
    ),
    "its label is its target": (
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee :doc:`c`.\n", "c.rst": f"C\n=\n\n{KEYS}"},
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee :doc:`cc`.\n", "c.rst": f"C\n=\n\n{KEYS}"},
        ["link.broken a.rst#A | c => cc", "link.relabelled a.rst#A | c => cc <- link.broken"],
    ),
    "on the page whose section is gone": (
        {"a.md": f"{TOP}\nSee [keys](#keys).\n\n## Keys\n\n{KEYS}"},
        {"a.md": f"{TOP}\nSee [keys](#keys).\n"},
        [
            "section.removed a.md#Office/Keys => -",
            "link.broken a.md#Office | #keys => #keys <- section.removed",
        ],
    ),
    "a role": (
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee :doc:`c`.\n", "c.rst": f"C\n=\n\n{KEYS}"},
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee :doc:`c`.\n"},
        ["page.removed c.rst => -", "link.broken a.rst#A | c => c <- page.removed"],
    ),
    "a name whose heading is called otherwise": (
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee `Keys`_ first.\n\nKeys\n----\n\n{KEYS}"},
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee `Keys`_ first.\n\nLocks\n-----\n\n{KEYS}"},
        [
            "section.renamed a.rst#A/Keys => a.rst#A/Locks | Keys => Locks",
            "anchor.changed a.rst#A/Keys => a.rst#A/Locks | keys => locks <- section.renamed",
            "link.broken a.rst#A | #keys => #keys <- section.renamed",
        ],
    ),
    "a name that an included file may define": (
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee `Keys`_.\n\n.. include:: l\n\nKeys\n----\n\n{KEYS}"},
        {"a.rst": f"A\n=\n\n{TRAVEL}\nSee `Keys`_.\n\n.. include:: l\n\nLocks\n-----\n\n{KEYS}"},
        ["section.renamed a.rst#A/Keys => a.rst#A/Locks | Keys => Locks"],
    ),
    "it was a URL, and its page is gone": (
        {**_page("See [this](/c)."), "_config.yml": ""},
        {k: v for k, v in {**_page("See [this](/c)."), "_config.yml": ""}.items() if k != "c.md"},
        ["page.removed c.md => -", HERE + "/c => /c <- page.removed"],
    ),
    "it is a new URL, and nobody knows what is published there": (
        {**_page(""), "_config.yml": ""},
        {**_page("See [this](/cc)."), "_config.yml": ""},
        [
            "link.added - => a.md#Office/Travel | - => /cc",
            "section.edited a.md#Office/Travel | wording | added paragraph",
        ],
    ),
    "it was broken before": (
        _page("See [this](gone.md)."),
        _page("See [this](gone.md).").copy() | {"d.md": f"# Sales\n\n{SALES}"},
        ["page.added - => d.md"],
    ),
    "it was broken before and its text changed": (
        _page("See [this](gone.md) at once."),
        _page("See [this](gone.md) at noon."),
        ["section.edited a.md#Office/Travel | wording | edited paragraph"],
    ),
    "its page is gone from the site's own URL": (
        _at_home("Read them all."),
        {k: v for k, v in _at_home("Read them all.").items() if k != "c.md"},
        [
            "page.removed c.md => -",
            "link.broken a.md#Office | https://docs.harbour.example/c => https://docs.harbour.example/c <- page.removed",
        ],
    ),
    "its page is gone from the site's own URL and its text changed": (
        _at_home("Read them all."),
        {k: v for k, v in _at_home("Read them both.").items() if k != "c.md"},
        [
            "section.edited a.md#Office | wording | edited paragraph",
            "page.removed c.md => -",
            "link.broken a.md#Office | https://docs.harbour.example/c => https://docs.harbour.example/c <- page.removed",
        ],
    ),
    "of a card": (
        {"a.rst": f"A\n=\n\n{TRAVEL}\n{_CARD}", "c.rst": f"C\n=\n\n{KEYS}"},
        {
            "a.rst": f"A\n=\n\n{TRAVEL}\n{_CARD}".replace("link: c", "link: cc"),
            "c.rst": f"C\n=\n\n{KEYS}",
        },
        ["link.broken a.rst#A | c => cc"],
    ),
    "of a button, without being touched": (
        {"conf.py": "", "a.md": f"# A\n\n{TRAVEL}\n{_BUTTON}", "c.md": f"# C\n\n{KEYS}"},
        {"conf.py": "", "a.md": f"# A\n\n{TRAVEL}\n{_BUTTON}"},
        ["page.removed c.md => -", "link.broken a.md#A | c => c <- page.removed"],
    ),
    "it led to the built page, and leads to what that was built from": (
        {**_built(f"{TRAVEL}\n{LEAVE}"), "docs/b.html": "<h1 id=its-name>It's</h1>"},
        _built(TRAVEL),
        ["section.edited source/a.html.md#A | wording | removed paragraph"],
    ),
    "a link that leads out is never": (
        _page("See [this](https://one.example/)."),
        _page("See [this](https://two.example/)."),
        ["link.retargeted a.md#Office/Travel | https://one.example/ => https://two.example/"],
    ),
}


BACK = {
    "a name whose heading is called otherwise": [
        "section.renamed a.rst#A/Locks => a.rst#A/Keys | Locks => Keys"
    ],
    "it is written otherwise": ["link.retargeted a.md#Office/Travel | cc.md => c.md"],
    "of a card": ["link.retargeted a.rst#A | cc => c"],
    "it led out of the tree": ["link.retargeted a.md#Office/Travel | cc.md => https://x.example/c"],
    "its label is its target": [
        "link.retargeted a.rst#A | cc => c",
        "link.relabelled a.rst#A | cc => c <- link.retargeted",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_link_broken(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
