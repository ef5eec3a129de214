"""What looks like a rule and is none, or has nothing left over, as real handbooks showed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account

Files = dict[str, str]

NAMES = "# Desk\n\nThe contact of the {0} desk is {1}, who answers within a day.\n"

REFUSED = {
    "people": (
        {
            "a.md": NAMES.format("first", "Ada Quill (@ada.quill)"),
            "b.md": NAMES.format("second", "Ada Quill"),
        },
        {"a.md": NAMES.format("first", "Jim Tanner"), "b.md": NAMES.format("second", "Jim Tanner")},
    ),
    "words that were chosen otherwise twice": (
        {
            "a.md": NAMES.format("first", "support form"),
            "b.md": NAMES.format("two", "support form"),
        },
        {"a.md": NAMES.format("first", "a request"), "b.md": NAMES.format("two", "a request")},
    ),
    "a sign": (
        {"a.md": "# A\n\nOne two - three four.\n"},
        {"a.md": "# A\n\nOne two three four.\n"},
    ),
    "a blank that was lost": (
        {"a.md": "# A\n\nYou can use tokens in the address.\n"},
        {"a.md": "# A\n\nYou can usetokens in the address.\n"},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_no_rule(name: str, account: Callable[[Files, Files], Account]) -> None:
    assert account(*REFUSED[name]).rules == ()


def test_a_right_spelling_that_the_handbook_keeps_to_is_not_left_over(
    account: Callable[[Files, Files], Account],
) -> None:
    rest = "".join(f"\n## Part {n}\n\nPick the color of part {n}.\n" for n in range(4))
    old, new = "# A\n\nThe color of the door.\n", "# A\n\nThe colour of the door.\n"
    (rule,) = account({"a.md": old + rest}, {"a.md": new + rest}).rules
    assert (rule.before, rule.after, rule.leftovers) == ("color", "colour", ())


def test_a_misspelling_is_left_over(account: Callable[[Files, Files], Account]) -> None:
    rest = "".join(f"\n## Part {n}\n\nPick the adress of part {n}.\n" for n in range(4))
    old, new = "# A\n\nThe adress of the door.\n", "# A\n\nThe address of the door.\n"
    (rule,) = account({"a.md": old + rest}, {"a.md": new + rest}).rules
    assert len(rule.leftovers) == 4
