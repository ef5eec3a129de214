from __future__ import annotations

from collections.abc import Callable

import pytest

TEXT = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
PAGE = f"# Travel\n\n{TEXT}\n## Hotels\n\nShare a taxi from the station.\n"
DOORS = "Doors are shut at night, and whoever leaves last sets the alarm in the hall.\n"
HOTELS = "## Hotels\n\nShare a taxi from the station, and keep the receipts of every ride.\n"
NEW = (
    "## Lamps\n\nSwitch them off before the weekend.\n\n## Plants\n\nWater each of them on Fridays.\n\n"
    "## Soup\n\nIt is served in the garden from noon.\n"
)

CASES = {
    "its first heading": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("# Travel", "# Trips", 1)},
        ["page.retitled a.md | Travel => Trips"],
    ),
    "in reStructuredText": (
        {"a.rst": f"Travel\n======\n\n{TEXT}"},
        {"a.rst": f"Trips\n=====\n\n{TEXT}"},
        ["page.retitled a.rst | Travel => Trips"],
    ),
    "its front matter": (
        {"a.md": f"---\ntitle: Travel\n---\n\n{TEXT}\n## Hotels\n\nShare a taxi.\n"},
        {"a.md": f"---\ntitle: Trips\n---\n\n{TEXT}\n## Hotels\n\nShare a taxi.\n"},
        ["page.retitled a.md | Travel => Trips"],
    ),
    "new front matter": (
        {"a.md": PAGE},
        {"a.md": f"---\nowner: hr\ntitle: Trips\n---\n{PAGE}"},
        ["page.retitled a.md | Travel => Trips", "page.metadata a.md | key owner | - => hr"],
    ),
    "to another word, where most sections below it are new and another title follows": (
        {"a.md": f"# Travel\n\n## Doors\n\n{DOORS}\n{HOTELS}"},
        {"a.md": f"# Codebook\n\n{NEW}\n{HOTELS}\n# Shelves\n\nEmpty them in spring.\n"},
        [
            "page.retitled a.md | Travel => Codebook",
            "section.added - => a.md#Codebook/Lamps",
            "section.added - => a.md#Codebook/Plants",
            "section.added - => a.md#Codebook/Soup",
            "section.added - => a.md#Shelves",
            "section.removed a.md#Travel/Doors => -",
        ],
    ),
    "strangers that open a page are none": (
        {"a.md": f"# Travel\n\n## Doors\n\n{DOORS}\n# Keys\n\n{TEXT}"},
        {"a.md": f"# Codebook\n\n{NEW}\n# Keys\n\n{TEXT}"},
        ["section.added - => a.md#Codebook", "section.removed a.md#Travel => -"],
    ),
    "front matter that repeats the heading is none": (
        {"a.md": PAGE},
        {"a.md": f"---\ntitle: Travel\n---\n{PAGE}"},
        [],
    ),
    "a heading below it is a section": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("## Hotels", "## Inns")},
        ["section.renamed a.md#Travel/Hotels => a.md#Travel/Inns | Hotels => Inns"],
    ),
    "markup in it is none": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("# Travel", "# *Travel*", 1)},
        [],
    ),
    "a title above what stood there": (
        {"a.md": f"{TEXT}\n## Hotels\n\nShare a taxi.\n"},
        {"a.md": f"# Travel\n\n{TEXT}\n## Hotels\n\nShare a taxi.\n"},
        ["page.retitled a.md | Hotels => Travel"],
    ),
    "a title above a few words": (
        {"a.md": "Yes.\n"},
        {"a.md": "# Travel\n\nYes.\n"},
        ["page.retitled a.md |  => Travel"],
    ),
    "a title in the middle of what stood there": (
        {"a.rst": f"{TEXT}\nAsk for a room at the back of the house, and sleep well.\n"},
        {
            "a.rst": f"{TEXT}\nHotels\n======\n\n"
            "Ask for a room at the front of the house, and sleep well.\n"
        },
        [
            "page.retitled a.rst |  => Hotels",
            "section.edited a.rst => a.rst#Hotels | wording | edited paragraph",
        ],
    ),
    "the heading that front matter said is a section": (
        {"a.md": f"---\ntitle: Travel\n---\n\n{TEXT}"},
        {"a.md": f"---\ntitle: Travel\n---\n\n# Travel\n\n{TEXT}"},
        ["section.split a.md => a.md + a.md#Travel"],
    ),
    "links that name the title follow it": (
        {"a.md": PAGE, "b.md": "# B\n\nSee [travel](a.md#travel).\n"},
        {
            "a.md": PAGE.replace("# Travel", "# Trips", 1),
            "b.md": "# B\n\nSee [travel](a.md#trips).\n",
        },
        [
            "page.retitled a.md | Travel => Trips",
            "link.retargeted b.md#B | a.md#travel => a.md#trips <- page.retitled",
        ],
    ),
    "links that name the old title are broken": (
        {"a.md": PAGE, "b.md": "# B\n\nSee [travel](a.md#travel).\n"},
        {
            "a.md": PAGE.replace("# Travel", "# Trips", 1),
            "b.md": "# B\n\nSee [travel](a.md#travel).\n",
        },
        [
            "page.retitled a.md | Travel => Trips",
            "anchor.changed a.md#Travel => a.md#Trips | travel => trips <- page.retitled",
            "link.broken b.md#B | a.md#travel => a.md#travel <- page.retitled",
        ],
    ),
}

BACK = {
    # On the way back the link is mended, and nothing uses the anchor that went.
    "links that name the old title are broken": ["page.retitled a.md | Trips => Travel"],
}


@pytest.mark.parametrize("name", CASES)
def test_page_retitled(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
