from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account

TRAVEL = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
LEAVE = "Holidays are agreed with the team first and entered in the shared calendar afterwards.\n"
KEYS = "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.\n"

A, B, C = f"# Travel\n\n{TRAVEL}", f"# Leave\n\n{LEAVE}", f"# Keys\n\n{KEYS}"
D, E = "# Home\n\nWelcome to all.\n", "# People\n\nWho works here.\n"

CASES = {
    "two pages": (
        {"admin/a.md": A, "admin/b.md": B, "c.md": C},
        {"operations/it/a.md": A, "operations/it/b.md": B, "c.md": C},
        [
            "rule folder.moved | admin/ => operations/it/ | 2 times",
            (
                "page.moved admin/a.md => operations/it/a.md"
                " | admin/a.md => operations/it/a.md <- folder.moved"
            ),
            (
                "page.moved admin/b.md => operations/it/b.md"
                " | admin/b.md => operations/it/b.md <- folder.moved"
            ),
        ],
    ),
    "a folder in a folder": (
        {"x/admin/a.md": A, "x/admin/b.md": B},
        {"x/office/a.md": A, "x/office/b.md": B},
        [
            "rule folder.moved | x/admin/ => x/office/ | 2 times",
            (
                "page.moved x/admin/a.md => x/office/a.md"
                " | x/admin/a.md => x/office/a.md <- folder.moved"
            ),
            (
                "page.moved x/admin/b.md => x/office/b.md"
                " | x/admin/b.md => x/office/b.md <- folder.moved"
            ),
        ],
    ),
    "a folder out of another of which most pages stayed": (
        {"x/it/a.md": A, "x/it/b.md": B, "x/c.md": C, "x/d.md": D, "x/e.md": E},
        {"it/a.md": A, "it/b.md": B, "x/c.md": C, "x/d.md": D, "x/e.md": E},
        [
            "rule folder.moved | x/it/ => it/ | 2 times",
            "page.moved x/it/a.md => it/a.md | x/it/a.md => it/a.md <- folder.moved",
            "page.moved x/it/b.md => it/b.md | x/it/b.md => it/b.md <- folder.moved",
        ],
    ),
    "some pages into a folder of their own is none": (
        {"x/a.md": A, "x/b.md": B, "x/c.md": C},
        {"x/it/a.md": A, "x/it/b.md": B, "x/c.md": C},
        [
            "page.moved x/a.md => x/it/a.md | x/a.md => x/it/a.md",
            "page.moved x/b.md => x/it/b.md | x/b.md => x/it/b.md",
        ],
    ),
    "into a new folder beside pages that stayed": (
        {"x/admin/a.md": A, "x/admin/b.md": B, "x/c.md": C, "x/d.md": D, "x/e.md": E},
        {"x/it/admin/a.md": A, "x/it/admin/b.md": B, "x/c.md": C, "x/d.md": D, "x/e.md": E},
        [
            "rule folder.moved | x/admin/ => x/it/admin/ | 2 times",
            (
                "page.moved x/admin/a.md => x/it/admin/a.md"
                " | x/admin/a.md => x/it/admin/a.md <- folder.moved"
            ),
            (
                "page.moved x/admin/b.md => x/it/admin/b.md"
                " | x/admin/b.md => x/it/admin/b.md <- folder.moved"
            ),
        ],
    ),
    "out of a folder beside pages that stay, into one where others are": (
        {"x/a.md": C, "x/new/b.md": D, "x/new/p/c.md": A, "x/new/p/d.md": B},
        {"x/a.md": C, "x/new/b.md": D, "x/p/c.md": A, "x/p/d.md": B},
        [
            "rule folder.moved | x/new/p/ => x/p/ | 2 times",
            "page.moved x/new/p/c.md => x/p/c.md | x/new/p/c.md => x/p/c.md <- folder.moved",
            "page.moved x/new/p/d.md => x/p/d.md | x/new/p/d.md => x/p/d.md <- folder.moved",
        ],
    ),
    "into a folder in which others are": (
        {"docs/c.md": C, "a.md": A, "b.md": B},
        {"docs/c.md": C, "docs/a.md": A, "docs/b.md": B},
        [
            "rule folder.moved | ./ => docs/ | 2 times",
            "page.moved a.md => docs/a.md | a.md => docs/a.md <- folder.moved",
            "page.moved b.md => docs/b.md | b.md => docs/b.md <- folder.moved",
        ],
    ),
    "deep below pages that stayed": (
        {"x/y/z/a.md": A, "x/y/z/b.md": B, "x/y/c.md": C, "x/y/d.md": D, "x/y/e.md": E},
        {"x/n/y/z/a.md": A, "x/n/y/z/b.md": B, "x/y/c.md": C, "x/y/d.md": D, "x/y/e.md": E},
        [
            "rule folder.moved | x/y/z/ => x/n/y/z/ | 2 times",
            "page.moved x/y/z/a.md => x/n/y/z/a.md | x/y/z/a.md => x/n/y/z/a.md <- folder.moved",
            "page.moved x/y/z/b.md => x/n/y/z/b.md | x/y/z/b.md => x/n/y/z/b.md <- folder.moved",
        ],
    ),
    "with pages of its folders": (
        {"admin/a.md": A, "admin/in/b.md": B},
        {"office/a.md": A, "office/in/b.md": B},
        [
            "rule folder.moved | admin/ => office/ | 2 times",
            "page.moved admin/a.md => office/a.md | admin/a.md => office/a.md <- folder.moved",
            (
                "page.moved admin/in/b.md => office/in/b.md"
                " | admin/in/b.md => office/in/b.md <- folder.moved"
            ),
        ],
    ),
    "and edited, which it does not explain": (
        {"admin/a.md": A, "admin/b.md": B},
        {"office/a.md": A, "office/b.md": B.replace("shared", "common")},
        [
            "rule folder.moved | admin/ => office/ | 2 times",
            "page.moved admin/a.md => office/a.md | admin/a.md => office/a.md <- folder.moved",
            "page.moved admin/b.md => office/b.md | admin/b.md => office/b.md <- folder.moved",
            "section.edited admin/b.md#Leave => office/b.md#Leave | wording | edited paragraph",
        ],
    ),
    "a page that stayed is left over": (
        {"admin/a.md": A, "admin/b.md": B, "admin/c.md": C},
        {"office/a.md": A, "office/b.md": B, "admin/c.md": C},
        [
            "rule folder.moved | admin/ => office/ | 2 times | left admin/c.md:1 path",
            "page.moved admin/a.md => office/a.md | admin/a.md => office/a.md <- folder.moved",
            "page.moved admin/b.md => office/b.md | admin/b.md => office/b.md <- folder.moved",
        ],
    ),
    "one page is no folder": (
        {"admin/a.md": A, "c.md": C},
        {"office/a.md": A, "c.md": C},
        ["page.moved admin/a.md => office/a.md | admin/a.md => office/a.md"],
    ),
    "two pages that went apart are none": (
        {"admin/a.md": A, "admin/b.md": B},
        {"office/a.md": A, "people/b.md": B},
        [
            "page.moved admin/a.md => office/a.md | admin/a.md => office/a.md",
            "page.moved admin/b.md => people/b.md | admin/b.md => people/b.md",
        ],
    ),
}

BACK = {
    "into a folder in which others are": [
        "rule folder.moved | docs/ => ./ | 2 times | left docs/c.md:1 path",
        "page.moved docs/a.md => a.md | docs/a.md => a.md <- folder.moved",
        "page.moved docs/b.md => b.md | docs/b.md => b.md <- folder.moved",
    ],
    # Out of a folder of which nothing is left they went all together.
    "some pages into a folder of their own is none": [
        "rule folder.moved | x/it/ => x/ | 2 times",
        "page.moved x/it/a.md => x/a.md | x/it/a.md => x/a.md <- folder.moved",
        "page.moved x/it/b.md => x/b.md | x/it/b.md => x/b.md <- folder.moved",
    ],
    "deep below pages that stayed": [
        "rule folder.moved | x/n/ => x/ | 2 times",
        "page.moved x/n/y/z/a.md => x/y/z/a.md | x/n/y/z/a.md => x/y/z/a.md <- folder.moved",
        "page.moved x/n/y/z/b.md => x/y/z/b.md | x/n/y/z/b.md => x/y/z/b.md <- folder.moved",
    ],
    # On the way back the new folder is one that all its pages left.
    "into a new folder beside pages that stayed": [
        "rule folder.moved | x/it/ => x/ | 2 times",
        (
            "page.moved x/it/admin/a.md => x/admin/a.md"
            " | x/it/admin/a.md => x/admin/a.md <- folder.moved"
        ),
        (
            "page.moved x/it/admin/b.md => x/admin/b.md"
            " | x/it/admin/b.md => x/admin/b.md <- folder.moved"
        ),
    ],
    # On the way back the page that stayed is no page of the folder that is left.
    "a page that stayed is left over": [
        "rule folder.moved | office/ => admin/ | 2 times",
        "page.moved office/a.md => admin/a.md | office/a.md => admin/a.md <- folder.moved",
        "page.moved office/b.md => admin/b.md | office/b.md => admin/b.md <- folder.moved",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_folder_moved(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))


@pytest.mark.parametrize(("many", "confidence"), [(2, 0.875), (3, 0.938), (4, 0.969)])
def test_each_page_halves_the_doubt(
    many: int, confidence: float, account: Callable[..., Account]
) -> None:
    old, new = (
        {f"{folder}/{at}.md": text for at, text in enumerate((A, B, C, D)[:many])}
        for folder in ("admin", "office")
    )
    (rule,) = account(old, new).rules
    assert rule.confidence == confidence
    assert [at.path for at in rule.places] == [f"office/{at}.md" for at in range(many)]
