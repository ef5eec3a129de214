from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"
SALES = "Quotes are signed by the regional lead and archived under the name of the customer.\n"

TOP = "# Office\n\nEverything about the office is written down here.\n"

A = f"\n## Rules\n\n{TRAVEL}\n{LEAVE}"
B = f"\n## Security\n\n{KEYS}\n{SALES}"

BUCKETS = ("GetBucket", "PutBucket", "DropBucket", "TagBucket")
UPLOADS = ("AbortUpload", "ListParts")
VERSIONS = ("GetVersion", "PutVersion", "GetRetention", "PutRetention", "GetHold", "PutHold")


def _list(title: str, names: tuple[str, ...]) -> str:
    rows = "".join(
        f"- Gives the right to {name} in the store, and nothing else.\n" for name in names
    )
    return f"\n## {title}\n\n{rows}"


CASES = {
    "one in another": (
        {"a.md": TOP + A + B},
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        ["section.merged a.md#Office/Rules + a.md#Office/Security => a.md#Office/Rules"],
    ),
    "two in another": (
        {"a.md": f"{TOP}{A}\n## Keys\n\n{KEYS}\n## Quotes\n\n{SALES}"},
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}"},
        [
            (
                "section.merged a.md#Office/Rules + a.md#Office/Keys + a.md#Office/Quotes"
                " => a.md#Office/Rules"
            ),
        ],
    ),
    "one in another, where what went in another way is like it": (
        {
            "a.md": f"{TOP}{_list('Buckets', BUCKETS)}{_list('Uploads', UPLOADS)}{_list('Versions', VERSIONS)}"
        },
        {"a.md": TOP + _list("Uploads", (*UPLOADS, *VERSIONS))},
        [
            "section.merged a.md#Office/Uploads + a.md#Office/Versions => a.md#Office/Uploads",
            "section.removed a.md#Office/Buckets => -",
        ],
    ),
    "on another page": (
        {"a.md": TOP + A, "b.md": "# Board\n\nWho sits where.\n" + B},
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}", "b.md": "# Board\n\nWho sits where.\n"},
        ["section.merged a.md#Office/Rules + b.md#Board/Security => a.md#Office/Rules"],
    ),
    "a third of it lives on": (
        {"a.md": f"{TOP}{A}{B}\nVisitors sign the book at the door.\n"},
        {"a.md": TOP + A + f"\n{KEYS}"},
        [
            "section.merged a.md#Office/Rules + a.md#Office/Security => a.md#Office/Rules",
            (
                "section.edited a.md#Office/Security => a.md#Office/Rules"
                " | wording | removed paragraph, removed paragraph"
            ),
        ],
    ),
    "less than a third of it lives on: it was removed": (
        {"a.md": f"{TOP}{A}{B}\nVisitors sign the book.\n\nGuards walk round at night.\n"},
        {"a.md": TOP + A + f"\n{KEYS}"},
        [
            "section.removed a.md#Office/Security => -",
            "section.edited a.md#Office/Rules | wording | added paragraph",
        ],
    ),
    "its last link to it is broken": (
        {"a.md": TOP + A + B, "b.md": "# B\n\n[x](a.md#security)\n"},
        {"a.md": TOP + A + f"\n{KEYS}\n{SALES}", "b.md": "# B\n\n[x](a.md#security)\n"},
        [
            "section.merged a.md#Office/Rules + a.md#Office/Security => a.md#Office/Rules",
            "link.broken b.md#B | a.md#security => a.md#security <- section.merged",
        ],
    ),
}

TITLE = "---\ntitle: Office\n---\n\n"


@pytest.mark.parametrize(
    ("old", "new", "significance"),
    [
        (f"# Office\n\n{KEYS}", TITLE + KEYS, "cosmetic"),
        (f"# Office\n\n{KEYS}\n## Quotes\n\n{SALES}", f"{TITLE}{KEYS}\n{SALES}", "structure"),
        (f"{TITLE}{KEYS}\n## Quotes\n\n{SALES}", f"{TITLE}{KEYS}\n{SALES}", "structure"),
    ],
)
def test_a_title_that_goes_to_the_front_matter_is_cosmetic(
    old: str, new: str, significance: str, account: Callable[..., Account]
) -> None:
    for before, after, kind in ((old, new, "section.merged"), (new, old, "section.split")):
        found = account({"a.md": before}, {"a.md": after}).changes
        told = [change.significance for change in found if change.kind == kind]
        assert told == [significance]


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_section_merged(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)
