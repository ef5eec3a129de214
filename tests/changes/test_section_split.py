from __future__ import annotations

from collections.abc import Callable

import pytest

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

ROADS = "Roads are swept before the first carts leave the yard in the morning of each day.\n"
WALKS = "Walks through the old town begin at the gate on every second Sunday after lunch.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Rules\n\n{TRAVEL}\n{LEAVE}"
B = f"\n## Security\n\n{KEYS}\n{SALES}"

WHAT = ("roof", "stairs", "lift", "cellar", "yard", "gate", "hall")


def _news(*numbers: int) -> str:
    """Write a list of items that differ in a word and a link."""
    rows = [
        f"- Work on the {WHAT[n - 1]} is done, see request [#{n}](https://pulls.example/{n}).\n"
        for n in numbers
    ]
    return "".join(rows)


ZH = (
    "出差的时候先订火车票、超过一个月工资的行程要先问差旅组。\n",
    "假期先和团队商量好、然后写进大家共用的日历里面。\n",
    "每个人离开座位时都要锁上屏幕、丢了钥匙要马上告诉前台的同事。\n",
)

SINCE = "> This rule was introduced in edition 4.{}.\n"
HELP = "Tell us in the blue book what is wrong with this page.\n"
CLOSED = {"b.md": f"# Doors\n\n{KEYS}\n{HELP}", "c.md": f"# Sales\n\n{SALES}\n{HELP}"}

CASES = {
    "where no spaces stand between words": (
        {"a.md": f"# 办公室\n\n## 规则\n\n{ZH[0]}\n{ZH[1]}\n{ZH[2]}"},
        {"a.md": f"# 办公室\n\n## 规则\n\n{ZH[0]}\n{ZH[1]}\n## 安全\n\n{ZH[2]}"},
        ["section.split a.md#办公室/规则 => a.md#办公室/规则 + a.md#办公室/安全"],
    ),
    "half of it is a section now": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Security"],
    ),
    "what it lost stands in a copy of a section that had it, too": (
        {"a.md": TOP + A + f"\n{ROADS}\n{KEYS}\n{SALES}" + B},
        {
            "a.md": TOP + A + f"\n{ROADS}" + B,
            "old/a.md": TOP + A + f"\n{ROADS}\n{KEYS}\n{SALES}" + B,
        },
        [
            "page.added - => old/a.md",
            "section.edited a.md#Office/Rules | wording | removed paragraph, removed paragraph",
        ],
    ),
    "in reStructuredText": (
        {"a.rst": f"Office\n======\n\nRules\n-----\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n{SALES}"},
        {
            "a.rst": f"Office\n======\n\nRules\n-----\n\n{TRAVEL}\n{LEAVE}\n"
            f"Security\n--------\n\n{KEYS}\n{SALES}"
        },
        ["section.split a.rst#Office/Rules => a.rst#Office/Rules + a.rst#Office/Security"],
    ),
    "into three": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": f"{TOP}{A}\n## Keys\n\n{KEYS}\n## Quotes\n\n{SALES}"},
        [
            (
                "section.split a.md#Office/Rules"
                " => a.md#Office/Rules + a.md#Office/Keys + a.md#Office/Quotes"
            ),
        ],
    ),
    "into a section of its own": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B.replace("##", "###")},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Rules/Security"],
    ),
    "to another page": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}", "b.md": "# Board\n\nWho sits where.\n"},
        {"a.md": TOP + A, "b.md": "# Board\n\nWho sits where.\n" + B},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + b.md#Board/Security"],
    ),
    "to a page of its own": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A, "b.md": f"# Security\n\n{KEYS}\n{SALES}"},
        ["section.split a.md#Office/Rules => a.md#Office/Rules + b.md#Security"],
    ),
    "and what stood there goes elsewhere, which is no rewriting": (
        {"a.md": f"{TOP}\n## Rules\n\n{TRAVEL}\n{LEAVE}\n{KEYS}\n{SALES}\n## Roads\n\n{ROADS}"},
        {
            "a.md": f"{TOP}\n## Rules\n\n## Security\n\n{KEYS}\n{SALES}\n{LEAVE}\n## Roads\n\n{ROADS}\n{TRAVEL}"
        },
        [
            "section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Security",
            "section.edited a.md#Office/Roads | wording | moved paragraph",
            "section.edited a.md#Office/Rules | wording | moved paragraph",
        ],
    ),
    "and a part edited": (
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        {"a.md": TOP + A + B.replace("lost", "stolen")},
        [
            "section.split a.md#Office/Rules => a.md#Office/Rules + a.md#Office/Security",
            "section.edited a.md#Office/Rules => a.md#Office/Security | wording | edited paragraph",
        ],
    ),
    "what a part has word for word is not taken for what is alike": (
        {"a.md": "# News\n\n## Latest\n\n" + _news(1, 2, 3, 4)},
        {"a.md": f"# News\n\n## Latest\n\n{_news(5, 6, 7)}\n## Last year\n\n{_news(1, 2, 3, 4)}"},
        [
            "section.split a.md#News/Latest => a.md#News/Latest + a.md#News/Last year",
            "section.edited a.md#News/Latest | wording | added list_item, added list_item, added list_item",
            "link.added - => a.md#News/Latest | - => https://pulls.example/5",
            "link.added - => a.md#News/Latest | - => https://pulls.example/6",
            "link.added - => a.md#News/Latest | - => https://pulls.example/7",
        ],
    ),
    "what stands before the first heading, to another page": (
        {"a.md": f"{TRAVEL}\n{LEAVE}\n{KEYS}\n{SALES}", "b.md": "# Board\n\nWho sits where.\n"},
        {"a.md": f"{TRAVEL}\n{LEAVE}", "b.md": "# Board\n\nWho sits where.\n" + B},
        ["section.split a.md => a.md + b.md#Board/Security"],
    ),
    "what many pages say, with one number or another, is none of its own": (
        {name: f"# Rules\n\n{SINCE.format(2)}\n{TRAVEL}" for name in ("a.md", "b.md", "c.md")},
        {
            "a.md": f"# Rules\n\n{TRAVEL}",
            **{name: f"# Rules\n\n{SINCE.format(2)}\n{TRAVEL}" for name in ("b.md", "c.md")},
            "d.md": f"# Yard\n\n{SINCE.format(3)}\n{ROADS}",
        },
        ["page.added - => d.md", "section.edited a.md#Rules | wording | removed quote"],
    ),
    "what stands in each version of a page is that page's own": (
        {f"{version}/a.md": TOP + A + f"\n{KEYS}\n{SALES}" for version in "1234"},
        {
            "1/a.md": TOP + A + B,
            **{f"{version}/a.md": TOP + A + f"\n{KEYS}\n{SALES}" for version in "234"},
        },
        ["section.split 1/a.md#Office/Rules => 1/a.md#Office/Rules + 1/a.md#Office/Security"],
    ),
    "a new end before what closes every page": (
        {**CLOSED, "a.md": TOP + A + f"\n{HELP}"},
        {**CLOSED, "a.md": TOP + A + f"\n## Roads\n\n{ROADS}\n{HELP}"},
        [
            "section.added - => a.md#Office/Roads",
            "section.edited a.md#Office/Rules | wording | removed paragraph",
        ],
    ),
    "a section with new chapters is new, whatever its opening was written from": (
        {"a.md": TOP + A},
        {
            "a.md": TOP
            + f"\n## Rules\n\n{TRAVEL}\n## Town\n\n{LEAVE}"
            + f"\n### Security\n\n{KEYS}\n{SALES}\n### Roads\n\n{ROADS}\n{WALKS}"
        },
        [
            "section.added - => a.md#Office/Town",
            "section.edited a.md#Office/Rules | wording | removed paragraph",
        ],
    ),
    "a section of which less than a third was there is new": (
        {"a.md": TOP + A + f"\n{KEYS}"},
        {
            "a.md": TOP + A + f"\n## Security\n\n{KEYS}\n{SALES}\nVisitors sign the book.\n\n"
            "Guards walk round at night.\n"
        },
        [
            "section.added - => a.md#Office/Security",
            "section.edited a.md#Office/Rules | wording | removed paragraph",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_split(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
