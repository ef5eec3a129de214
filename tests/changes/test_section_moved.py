from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

ROOMS = "Rooms are booked a week ahead, and whoever comes late finds them given to the next.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Travel\n\n{TRAVEL}"
B = f"\n## Leave\n\n{LEAVE}"
C = f"\n### Keys\n\n{KEYS}"

NOTED = f"\n## Leave\n\n{LEAVE.replace(' first', ' first[^k]')}"

D = f"\n## Rooms\n\n{ROOMS}"
SUB = f"\n#### Quotes\n\n{SALES}"

CASES = {
    "under another parent": (
        {"a.md": TOP + A + C + B},
        {"a.md": TOP + A + B + C},
        [
            (
                "section.moved a.md#Office/Travel/Keys => a.md#Office/Leave/Keys"
                " | Office/Travel/Keys => Office/Leave/Keys"
            ),
        ],
    ),
    "in reStructuredText": (
        {
            "a.rst": f"Office\n======\n\nTravel\n------\n\n{TRAVEL}\nKeys\n^^^^\n\n{KEYS}\nLeave\n-----\n\n{LEAVE}"
        },
        {
            "a.rst": f"Office\n======\n\nTravel\n------\n\n{TRAVEL}\nLeave\n-----\n\n{LEAVE}\nKeys\n^^^^\n\n{KEYS}"
        },
        [
            (
                "section.moved a.rst#Office/Travel/Keys => a.rst#Office/Leave/Keys"
                " | Office/Travel/Keys => Office/Leave/Keys"
            ),
        ],
    ),
    "to another page": (
        {"a.md": TOP + A + B, "b.md": f"# Rules\n\n{SALES}"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\n{SALES}{B}"},
        ["section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave"],
    ),
    "to another page of another format": (
        {"a.md": TOP + A + B, "b.rst": f"Rules\n=====\n\n{SALES}"},
        {"a.md": TOP + A, "b.rst": f"Rules\n=====\n\n{SALES}\nLeave\n-----\n\n{LEAVE}"},
        ["section.moved a.md#Office/Leave => b.rst#Rules/Leave | Office/Leave => Rules/Leave"],
    ),
    "with a footnote that stands at the foot of either page": (
        {"a.md": f"{TOP}{NOTED}{A}\n[^k]: {SALES}", "b.md": f"# Rules\n\n{ROOMS}"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\n{ROOMS}{NOTED}\n[^k]: {SALES}"},
        ["section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave"],
    ),
    "sections in it go along": (
        {"a.md": TOP + A + B + C, "b.md": f"# Rules\n\n{SALES}"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\n{SALES}{B}{C}"},
        ["section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave"],
    ),
    "its level is part of the move": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + A + B + C.replace("###", "##")},
        [
            (
                "section.moved a.md#Office/Leave/Keys => a.md#Office/Keys"
                " | Office/Leave/Keys => Office/Keys"
            ),
        ],
    ),
    "and edited": (
        {"a.md": TOP + A + B, "b.md": f"# Rules\n\n{SALES}"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\n{SALES}{B}".replace("shared", "common")},
        [
            "section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave",
            "section.edited a.md#Office/Leave => b.md#Rules/Leave | wording | edited paragraph",
        ],
    ),
    "to a page of its own that has its title in the front matter": (
        {"a.md": TOP + A + B + C, "b.md": "# B\n\n[off](a.md#leave)\n"},
        {
            "a.md": TOP + A,
            "b.md": "# B\n\n[off](leave.md)\n",
            "leave.md": f"---\ntitle: Leave\nowner: hr\n---\n\n{LEAVE}{C.replace('###', '##')}",
        },
        [
            "section.moved a.md#Office/Leave => leave.md | Office/Leave => top",
            "link.retargeted b.md#B | a.md#leave => leave.md <- section.moved",
        ],
    ),
    "to such a page under another title": (
        {"a.md": TOP + A + f"\n## Leave\n\n{LEAVE}\n{KEYS}"},
        {"a.md": TOP + A, "off.md": f"---\ntitle: Days off\n---\n\n{LEAVE}\n{KEYS}"},
        [
            "section.moved a.md#Office/Leave => off.md | Office/Leave => top",
            "section.renamed a.md#Office/Leave => off.md | Leave => Days off",
        ],
    ),
    "to a page of its own without any title": (
        {"a.md": TOP + A + f"\n## Leave\n\n{LEAVE}\n{KEYS}"},
        {"a.md": TOP + A, "off.md": f"{LEAVE}\n{KEYS}"},
        [
            "section.moved a.md#Office/Leave => off.md | Office/Leave => top",
            "section.renamed a.md#Office/Leave => off.md | Leave => ",
        ],
    ),
    "with links that follow": (
        {"a.md": TOP + A + B, "b.md": f"# Rules\n\n{SALES}", "c.md": "# C\n\n[off](a.md#leave)\n"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\n{SALES}{B}", "c.md": "# C\n\n[off](b.md#leave)\n"},
        [
            "section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave",
            "link.retargeted c.md#C | a.md#leave => b.md#leave <- section.moved",
        ],
    ),
    "with an anchor and links left behind": (
        {
            "a.md": TOP + A + f"\n## Leave {{#off}}\n\n{LEAVE}",
            "b.md": f"# Rules\n\n{SALES}",
            "c.md": "# C\n\n[off](a.md#off)\n",
        },
        {
            "a.md": TOP + A,
            "b.md": f"# Rules\n\n{SALES}\n## Leave {{#off}}\n\n{LEAVE}",
            "c.md": "# C\n\n[off](a.md#off)\n",
        },
        [
            "section.moved a.md#Office/Leave => b.md#Rules/Leave | Office/Leave => Rules/Leave",
            "anchor.changed a.md#Office/Leave => b.md#Rules/Leave | off => off <- section.moved",
            "link.broken c.md#C | a.md#off => a.md#off <- section.moved",
        ],
    ),
    "with its page is none": (
        {"a.md": TOP + A + B},
        {"b.md": TOP + A + B},
        ["page.moved a.md => b.md | a.md => b.md"],
    ),
    "with its parent is none": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + A.replace("## Travel", "## Trips") + B.replace("## Leave", "## Off") + C},
        [
            "section.renamed a.md#Office/Travel => a.md#Office/Trips | Travel => Trips",
            "section.renamed a.md#Office/Leave => a.md#Office/Off | Leave => Off",
        ],
    ),
    "with a heading that went deeper is none": (
        {"a.md": TOP + A + B + C},
        {"a.md": TOP + A + B.replace("##", "###") + C},
        [
            (
                "section.moved a.md#Office/Leave => a.md#Office/Travel/Leave"
                " | Office/Leave => Office/Travel/Leave"
            ),
        ],
    ),
    "out from under a heading whose level changed": (
        {"a.md": TOP + B + D + A + C + SUB},
        {"a.md": TOP + B + A.replace("##", "###") + D + C + SUB},
        [
            "section.moved a.md#Office/Travel => a.md#Office/Leave/Travel | Office/Travel => Office/Leave/Travel",
            (
                "section.moved a.md#Office/Travel/Keys => a.md#Office/Rooms/Keys"
                " | Office/Travel/Keys => Office/Rooms/Keys"
            ),
        ],
    ),
    "a copy is an addition": (
        {"a.md": TOP + A + B, "b.md": f"# Rules\n\n{SALES}"},
        {"a.md": TOP + A + B, "b.md": f"# Rules\n\n{SALES}{B}"},
        ["section.added - => b.md#Rules/Leave"],
    ),
    "the same heading over another text is another section": (
        {"a.md": TOP + A + B, "b.md": "# Rules\n\nAlso read this.\n"},
        {"a.md": TOP + A, "b.md": f"# Rules\n\nAlso read this.\n\n## Leave\n\n{SALES}"},
        ["section.removed a.md#Office/Leave => -", "section.added - => b.md#Rules/Leave"],
    ),
    "out of a heading that went along, and below one, when their page was split": (
        {
            "a.md": f"{TOP}{A}## Tools\n\n{SALES}\n### Saw\n\nSaws hang on the wall behind the door.\n\n"
            "## Plane\n\nPlanes lie on the bench with the blade to the side.\n"
        },
        {
            "a.md": TOP + A,
            "b.md": f"# Workshop\n\n## Tools\n\n{SALES}\n### Plane\n\nPlanes lie on the bench with the"
            " blade to the side.\n\n## Saw\n\nSaws hang on the wall behind the door.\n",
        },
        [
            "page.split a.md => a.md + b.md",
            "section.moved a.md#Office/Plane => b.md#Workshop/Tools/Plane | Office/Plane => Workshop/Tools/Plane",
            "section.moved a.md#Office/Tools/Saw => b.md#Workshop/Saw | Office/Tools/Saw => Workshop/Saw",
        ],
    ),
}

BACK = {
    "to a page of its own without any title": [
        "page.merged a.md + off.md => a.md",
        "section.renamed off.md => a.md#Office/Leave |  => Leave",
    ],
    "to such a page under another title": [
        "page.merged a.md + off.md => a.md",
        "section.renamed off.md => a.md#Office/Leave | Days off => Leave",
    ],
    "to a page of its own that has its title in the front matter": [
        "page.merged a.md + leave.md => a.md",
        "link.retargeted b.md#B | leave.md => a.md#leave <- page.merged",
    ],
    # On the way back the link finds its anchor again.
    "with an anchor and links left behind": [
        "section.moved b.md#Rules/Leave => a.md#Office/Leave | Rules/Leave => Office/Leave",
        "anchor.changed b.md#Rules/Leave => a.md#Office/Leave | off => off <- section.moved",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_section_moved(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
