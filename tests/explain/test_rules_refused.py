"""What looks like a rule and is none, or has nothing left over, as real handbooks showed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account

Files = dict[str, str]

NAMES = "# Desk\n\nThe contact of the {0} desk is {1}, who answers within a day.\n"

CREW = "# Desk\n\nThe {0} is opened by {1} at dawn.\n"


def _desks(name: str, *, list_of: str = "") -> Files:
    desks = ("first gate", "second gate", "third gate", "fourth gate")
    pages = {f"{n}.md": CREW.format(desk, name) for n, desk in enumerate(desks)}
    return pages | {"people.md": f"# People\n\n{list_of}\n"} if list_of else pages


REFUSED = {
    "the scheme of addresses that are no links": (
        {
            "a.md": "# A\n\nServe it at `https://a.office`.\n\nAsk `https://b.office` or `https://c.office`.\n"
        },
        {
            "a.md": "# A\n\nServe it at `http://a.office`.\n\nAsk `http://b.office` or `http://c.office`.\n"
        },
    ),
    "people with profiles": (
        _desks("Ada Quill", list_of="See [us](https://x.example/messages/ada.quill), or ask ada."),
        _desks("Jim Tanner", list_of="See [us](https://x.example/messages/ada.quill), or ask ada."),
    ),
    "people whose names have small words in them": (
        _desks("Ada", list_of="Nos vemos el lunes en la casa de todos."),
        _desks("Tom De Moor", list_of="Nos vemos el lunes en la casa de todos, @ada."),
    ),
    "first names with accounts": (
        _desks("Ada", list_of="Write to @ada, or to jim@office.example."),
        _desks("Jim", list_of="Write to @ada, or to jim@office.example."),
    ),
    "a person and those who do it instead": (
        _desks("Ada McQuill", list_of="Write to ada.mcquill@office.example; our people answer."),
        _desks("People Office", list_of="Write to ada.mcquill@office.example; our people answer."),
    ),
    "people with titles": (
        _desks("Quill", list_of="Dr. Quill"),
        _desks("Moor", list_of="Dr. Quill"),
    ),
    "addresses of accounts": (
        _desks("0x1b5891167796722331b7ea7824"),
        _desks("0x2f5bce5077908a1b7370b9ae04"),
    ),
    "numbers in words": (_desks("seven keepers"), _desks("eight keepers")),
    "long numbers in words": (_desks("twenty-one keepers"), _desks("forty keepers")),
    "keywords of code": (
        {"a.md": "# A\n\n```\n" + "".join(f"yield desk({n})\n\n" for n in range(4)) + "```\n"},
        {"a.md": "# A\n\n```\n" + "".join(f"await desk({n})\n\n" for n in range(4)) + "```\n"},
    ),
    "a hyphen and a letter": (
        {"a.md": CREW.format("desk", "Ada-I")},
        {"a.md": CREW.format("desk", "Ada")},
    ),
    "words that mean the opposite": (
        {"a.md": CREW.format("desk", "uninstall")},
        {"a.md": CREW.format("desk", "install")},
    ),
    "how often": (_desks("a weekly vote"), _desks("a monthly vote")),
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


TOLD = {
    "a tool that has an account and a site": (
        _desks("Clackwork", list_of="See clackwork.com and @clackwork; one page is on clackwork."),
        _desks("Gatefold", list_of="See clackwork.com and @clackwork; one page is on clackwork."),
    ),
    "a council with a mailbox": (
        _desks(
            "the Harbor Council",
            list_of="Write to harbor.council@office.example at the harbor council.",
        ),
        _desks(
            "the Quay Assembly",
            list_of="Write to quay.assembly@office.example at the quay assembly.",
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_no_rule(name: str, account: Callable[[Files, Files], Account]) -> None:
    assert account(*REFUSED[name]).rules == ()


@pytest.mark.parametrize("name", sorted(set(REFUSED) - {"a blank that was lost"}))
def test_no_rule_the_other_way(name: str, account: Callable[[Files, Files], Account]) -> None:
    old, new = REFUSED[name]
    assert account(new, old).rules == ()


@pytest.mark.parametrize("name", TOLD)
def test_what_looks_like_a_person_and_is_none(
    name: str, account: Callable[[Files, Files], Account]
) -> None:
    old, new = TOLD[name]
    rules = [*account(old, new).rules, *account(new, old).rules]
    assert [rule.kind for rule in rules] == ["term.renamed", "term.renamed"]


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
