"""Blocks that were broken up or joined are one edit of one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.changes.reflow import MOST_PARTS
from drift.explain.explain import Account

FIRST = "Book trains before flights, and ask the desk when a trip costs more than a wage."
SECOND = "Receipts are kept for 90 days in the drawer beside the door."
THIRD = "Whoever travels must tell the front office where they sleep."
LAST = "\n\nLock the screen whenever a desk is left alone.\n"
HERE = "section.edited a.md#Office | "
DESK, OFFICE = "[desk](https://desk.example)", "[front office](https://front.example)"


def _page(*blocks: str) -> dict[str, str]:
    return {"a.md": "# Office\n\nAll about the office.\n\n" + "\n\n".join(blocks) + LAST}


def _items(*texts: str) -> str:
    return "\n".join(f"- {text}" for text in texts)


CASES = {
    "in two": (
        _page(f"{FIRST} {SECOND}"),
        _page(FIRST, SECOND),
        [HERE + "formatting | edited paragraph"],
    ),
    "in two, in another format": (
        {"a.rst": f"Office\n======\n\nAll about it.\n\n{FIRST} {SECOND}{LAST}"},
        {"a.md": f"# Office\n\nAll about it.\n\n{FIRST}\n\n{SECOND}{LAST}"},
        [
            "page.converted a.rst => a.md | rst => markdown",
            "section.edited a.rst#Office => a.md#Office | formatting | edited paragraph",
        ],
    ),
    "in three, none of them most of it": (
        _page(f"{FIRST} {SECOND} {THIRD}"),
        _page(FIRST, SECOND, THIRD),
        [HERE + "formatting | edited paragraph"],
    ),
    "into a list": (
        _page(f"{FIRST} {SECOND} {THIRD}"),
        _page(_items(FIRST, SECOND, THIRD)),
        [HERE + "formatting | edited list_item"],
        [HERE + "formatting | edited paragraph"],
    ),
    "a word on the way": (
        _page(f"{FIRST} {SECOND}"),
        _page(FIRST, SECOND.replace("drawer", "cupboard")),
        [HERE + "wording | edited paragraph"],
    ),
    "a fact on the way": (
        _page(f"{FIRST} {SECOND}"),
        _page(FIRST, SECOND.replace("90", "60")),
        [HERE + "facts | edited paragraph | 90 days => 60 days"],
    ),
    "with much that was written to the smaller part": (
        _page(f"{SECOND} {FIRST} {THIRD}"),
        _page(
            f"{SECOND[:-1]}, next to the stamps and the spare keys of both vans, which Ada counts in May.",
            f"{FIRST} {THIRD}",
        ),
        [HERE + "wording | edited paragraph"],
    ),
    "with links": (
        _page(f"{FIRST} {THIRD}".replace("desk", DESK).replace("front office", OFFICE)),
        _page(FIRST.replace("desk", DESK), THIRD.replace("front office", OFFICE)),
        [HERE + "formatting | edited paragraph"],
    ),
    "in a part of a split": (
        _page(FIRST, f"{SECOND} {THIRD}", "Keys hang in the porch, and whoever takes one signs."),
        _page(
            FIRST,
            "## Money",
            SECOND,
            THIRD,
            "Keys hang in the porch, and whoever takes one signs.",
        ),
        ["section.split a.md#Office => a.md#Office + a.md#Office/Money"],
    ),
    "beside what really came": (
        _page(f"{FIRST} {SECOND}"),
        _page(FIRST, SECOND, "The office is closed in August, and nobody answers letters."),
        [HERE + "wording | added paragraph, edited paragraph"],
    ),
    "a sentence that stands elsewhere": (
        _page(f"{FIRST} {SECOND}", THIRD),
        _page(FIRST, THIRD, SECOND),
        [HERE + "wording | added paragraph, edited paragraph"],
    ),
    "around what really came": (
        _page(f"{FIRST} {SECOND}"),
        _page(FIRST, "```\nfind the desk\n```", SECOND),
        [HERE + "wording | added code, edited paragraph"],
    ),
    "around another item of the list that it became": (
        _page(f"A trip needs a form if it costs more than a wage. {SECOND}"),
        _page(
            "A trip needs a form if:\n\n- it costs more than a wage.\n- it takes a night.",
            SECOND,
        ),
        [HERE + "wording | added list_item, edited paragraph"],
        [HERE + "wording | edited paragraph, removed list_item"],
    ),
    "behind what came, too short to be known": (
        _page(f"Ask the desk. {SECOND}"),
        _page("Ask the desk.", "```\nfind the desk\n```", SECOND),
        [HERE + "wording | added code, added paragraph, edited paragraph"],
    ),
    "beside a part with words of the other": (
        _page(f"{FIRST} {SECOND} {THIRD}"),
        _page(FIRST, f"{SECOND} {THIRD} Trains and flights cost more than a wage."),
        [HERE + "wording | edited paragraph"],
    ),
    "code": (
        _page("```\nopen desk\nkeep receipts in the drawer\n```"),
        _page("```\nopen desk\n```", "```\nkeep receipts in the drawer\n```"),
        [HERE + "wording | added code, edited code"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_reflow(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name])


def test_what_is_in_more_pieces_than_a_text_is_not_put_together(
    account: Callable[..., Account],
) -> None:
    items = [f"Drawer {number} holds the receipts." for number in range(MOST_PARTS + 1)]
    rest = " ".join(f"and shelf{number}" for number in range(400))
    told = account(_page(" ".join([*items, rest])), _page(_items(*items), rest))
    operations = {block.op for change in told.changes for block in change.blocks or ()}
    assert operations == {"added", "edited"}
