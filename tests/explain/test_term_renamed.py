from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain import term_renamed
from drift.explain.explain import Account

ONE = "## One\n\nEvery {0} is written in winter by the whole crew.\n\n"
TWO = "## Two\n\nRead the {0} of your lead before you write your own.\n\n"
THREE = "## Three\n\nThe board reads each {0} once and files it away.\n\n"
FOUR = "## Four\n\nNobody may keep a {0} of another crew on board.\n\n"
EDITED = "section.edited a.md#A/{} | wording | edited paragraph"
BY_RULE = " <- term.renamed"


def _page(*parts: str) -> dict[str, str]:
    return {"a.md": "# A\n\n" + "".join(parts)}


def _both(before: str, after: str, *parts: str) -> tuple[dict[str, str], dict[str, str]]:
    return _page(*(p.format(before) for p in parts)), _page(*(p.format(after) for p in parts))


RULE = "rule term.renamed | V2MOM => VPMOM | 2 times"
NUMBER = "section.edited a.md#A/{} | facts | edited paragraph | {}"

CASES = {
    "in two places": (
        *_both("V2MOM", "VPMOM", ONE, TWO),
        [RULE, EDITED.format("One") + BY_RULE, EDITED.format("Two") + BY_RULE],
    ),
    "on two pages": (
        {"a.md": "# A\n\nWrite your V2MOM soon.\n", "b.md": "# B\n\nThe V2MOM is short.\n"},
        {"a.md": "# A\n\nWrite your VPMOM soon.\n", "b.md": "# B\n\nThe VPMOM is short.\n"},
        [
            RULE,
            "section.edited a.md#A | wording | edited paragraph <- term.renamed",
            "section.edited b.md#B | wording | edited paragraph <- term.renamed",
        ],
    ),
    "in reStructuredText": (
        {"a.rst": "A\n=\n\nWrite your V2MOM soon.\n\nThe V2MOM is short.\n"},
        {"a.rst": "A\n=\n\nWrite your VPMOM soon.\n\nThe VPMOM is short.\n"},
        [
            RULE,
            "section.edited a.rst#A | wording | edited paragraph, edited paragraph <- term.renamed",
        ],
    ),
    "in one place is no rule": (*_both("V2MOM", "VPMOM", ONE), [EDITED.format("One")]),
    "in two places of three is none": (
        _page(*(part.format("V2MOM") for part in (ONE, TWO, THREE)), FOUR.format("diary")),
        _page(
            *(part.format("VPMOM") for part in (ONE, TWO)),
            THREE.format("logbook"),
            FOUR.format("VPMOM"),
        ),
        [EDITED.format(heading) for heading in ("One", "Two", "Three", "Four")],
    ),
    "in one place where title and text agree": (
        _page("## V2MOM\n\nEvery V2MOM is written in winter by the crew.\n"),
        _page("## VPMOM\n\nEvery VPMOM is written in winter by the crew.\n"),
        [
            RULE,
            "section.renamed a.md#A/V2MOM => a.md#A/VPMOM | V2MOM => VPMOM <- term.renamed",
            (
                "section.edited a.md#A/V2MOM => a.md#A/VPMOM"
                " | wording | edited paragraph <- term.renamed"
            ),
        ],
    ),
    "in labels": (
        _page("- [Your V2MOM](https://x.example/1)\n- [Old V2MOM](https://x.example/2)\n"),
        _page("- [Your VPMOM](https://x.example/1)\n- [Old VPMOM](https://x.example/2)\n"),
        [
            RULE,
            "link.relabelled a.md#A | Your V2MOM => Your VPMOM <- term.renamed",
            "link.relabelled a.md#A | Old V2MOM => Old VPMOM <- term.renamed",
        ],
    ),
    "of one word for two": (
        *_both("Standup", "Morning Circle", ONE, TWO, THREE, "## A standup\n\nShort.\n"),
        [
            "rule term.renamed | Standup => Morning Circle | 3 times | left a.md:15 heading",
            EDITED.format("One") + BY_RULE,
            EDITED.format("Two") + BY_RULE,
            EDITED.format("Three") + BY_RULE,
        ],
    ),
    "of two words for one": (
        *_both("Harbor Council", "Quorum", ONE, TWO, THREE, "A quorum is enough.\n"),
        [
            "rule term.renamed | Harbor Council => Quorum | 3 times",
            EDITED.format("One") + BY_RULE,
            EDITED.format("Two") + BY_RULE,
            EDITED.format("Three") + BY_RULE,
        ],
    ),
    "with another edit, which it does not explain": (
        _page(ONE.format("V2MOM"), TWO.format("V2MOM"), THREE.format("V2MOM")),
        _page(
            ONE.format("VPMOM"),
            TWO.format("VPMOM"),
            THREE.format("VPMOM").replace("files it away", "burns it"),
        ),
        [
            "rule term.renamed | V2MOM => VPMOM | 3 times",
            EDITED.format("One") + BY_RULE,
            EDITED.format("Two") + BY_RULE,
            EDITED.format("Three"),
        ],
    ),
    "left over in all scopes": (
        _page(ONE.format("V2MOM"), TWO.format("V2MOM"), THREE.format("V2MOM"))
        | {
            "v2mom.md": "# The V2MOM {#v2mom}\n\nThe [V2MOM](https://x.example/v2mom) is an old"
            " V2MOM.\n\n    V2MOM=1\n"
        },
        _page(ONE.format("VPMOM"), TWO.format("VPMOM"), THREE.format("VPMOM"))
        | {
            "v2mom.md": "# The V2MOM {#v2mom}\n\nThe [V2MOM](https://x.example/v2mom) is an old"
            " V2MOM.\n\n    V2MOM=1\n"
        },
        [
            (
                "rule term.renamed | V2MOM => VPMOM | 3 times"
                " | left v2mom.md:1 path | left v2mom.md:1 heading | left v2mom.md:1 anchor"
                " | left v2mom.md:3 label | left v2mom.md:3 prose | left v2mom.md:3 url"
                " | left v2mom.md:5 code"
            ),
            EDITED.format("One") + BY_RULE,
            EDITED.format("Two") + BY_RULE,
            EDITED.format("Three") + BY_RULE,
        ],
    ),
    "a number is none": (
        *_both("14", "20", ONE, TWO),
        [NUMBER.format("One", "14 => 20"), NUMBER.format("Two", "14 => 20")],
    ),
    "a date is none": (
        *_both("2024-01-01", "2025-01-01", ONE, TWO),
        [
            NUMBER.format("One", "2024-01-01 => 2025-01-01"),
            NUMBER.format("Two", "2024-01-01 => 2025-01-01"),
        ],
    ),
    "a date in words is none": (
        *_both("13-Jan-2031", "27-May-2031", ONE, TWO),
        [
            NUMBER.format("One", "13-Jan-2031 => 27-May-2031"),
            NUMBER.format("Two", "13-Jan-2031 => 27-May-2031"),
        ],
    ),
    "a month is none": (
        *_both("January", "March", ONE, TWO),
        [EDITED.format("One"), EDITED.format("Two")],
    ),
    "a version is none": (
        *_both("v1.2", "v1.3", ONE, TWO),
        [EDITED.format("One"), EDITED.format("Two")],
    ),
    "a person is none": (
        *_both("Ada Quill", "Jim Tanner", ONE, TWO),
        [EDITED.format("One"), EDITED.format("Two")],
    ),
    "another choice of ordinary words is none": (
        *_both("big thing", "good thing", ONE, TWO, THREE),
        [EDITED.format("One"), EDITED.format("Two"), EDITED.format("Three")],
    ),
}

BACK = {
    "of one word for two": [
        "rule term.renamed | Morning Circle => Standup | 3 times",
        EDITED.format("One") + BY_RULE,
        EDITED.format("Two") + BY_RULE,
        EDITED.format("Three") + BY_RULE,
    ],
    "left over in all scopes": [
        "rule term.renamed | VPMOM => V2MOM | 3 times",
        EDITED.format("One") + BY_RULE,
        EDITED.format("Two") + BY_RULE,
        EDITED.format("Three") + BY_RULE,
    ],
    "of two words for one": [
        "rule term.renamed | Quorum => Harbor Council | 3 times | left a.md:15 prose",
        EDITED.format("One") + BY_RULE,
        EDITED.format("Two") + BY_RULE,
        EDITED.format("Three") + BY_RULE,
    ],
}


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("b.md", "# B\n\n```sh\nset A\nset V2MOM\n```\n", 5),
        ("b.md", "# B\n\n    set A\n    set V2MOM\n", 4),
        ("b.rst", "B\n=\n\n.. code-block:: sh\n   :linenos:\n\n   set A\n   set V2MOM\n", 8),
    ],
)
def test_what_is_left_over_in_code_has_its_line(
    name: str, text: str, line: int, account: Callable[..., Account]
) -> None:
    old, new = _both("V2MOM", "VPMOM", ONE, TWO)
    told = account({**old, name: text}, {**new, name: text})
    assert [(left.path, left.line) for left in told.rules[0].leftovers] == [(name, line)]


def test_inflections_and_cases_are_one_family(account: Callable[..., Account]) -> None:
    forms = ("V2MOM", "V2MOMs", "v2mom", "V2MOM")
    texts = [part.format(form) for part, form in zip((ONE, TWO, THREE, ONE), forms, strict=True)]
    old, new = _page(*texts), _page(*(text.replace("2", "P").replace("vP", "vp") for text in texts))
    told = account(old, new)
    assert [(rule.before, rule.after, rule.count) for rule in told.rules] == [("V2MOM", "VPMOM", 4)]
    assert told.rules[0].variants == (("V2MOMs", "VPMOMs"), ("v2mom", "vpmom"))
    assert {change.cause for change in told.changes} == {told.rules[0].id}


@pytest.mark.parametrize(
    ("went", "stayed", "told"), [(12, 48, True), (11, 48, False), (12, 300, False)]
)
def test_a_plain_word_is_renamed_in_many_places_however_often_it_stays(
    went: int, stayed: int, told: bool, account: Callable[..., Account]
) -> None:
    lines = [f"- The {{}} hauls line {number}.\n" for number in range(went + stayed)]
    old = _page(*(line.format("squad") for line in lines))
    forms = ["crew"] * went + ["squad"] * stayed
    new = _page(*(line.format(form) for line, form in zip(lines, forms, strict=True)))
    rules = account(old, new).rules
    expected = [("squad", "crew", went, stayed)] if told else []
    assert [(r.before, r.after, r.count, len(r.leftovers)) for r in rules] == expected


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("the squad.toml", True),
        ("ships/squad", True),
        (".crew.squad", True),
        ("a squad", False),
        ("squad/", False),
        ("some squad.", False),
    ],
)
def test_the_name_of_a_file_that_stays_is_no_word_that_stays(
    name: str, told: bool, account: Callable[..., Account]
) -> None:
    rest = "".join(f"- Look {number} times into {name} before dawn.\n" for number in range(4))
    old, new = _both("squad", "gang", ONE, TWO, THREE, rest)
    assert [rule.before for rule in account(old, new).rules] == ["squad"] * told


def test_the_handbook_is_not_looked_through_for_what_is_no_rule_anyway(
    account: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def reached(phrase: str, _: object) -> bool:
        asked.append(phrase)
        return False

    monkeypatch.setattr(term_renamed, "reached", reached)
    old, new, _ = CASES["in two places of three is none"]
    assert account(old, new).rules == ()
    assert asked == []
    old, new, _ = CASES["in two places"]
    assert [rule.after for rule in account(old, new).rules] == ["VPMOM"]
    assert asked[:2] == ["V2MOM", "VPMOM"]


def test_a_verb_that_follows_the_number_of_a_term_is_no_part_of_it(
    account: Callable[..., Account],
) -> None:
    rows = ("The squad hauls the line.", "Any squad hauls the rope.", "No squad hauls alone.")
    others = ("The crews haul the line.", "Any crews haul the rope.", "No crews haul alone.")
    old, new = (_page(*(f"{row}\n\n" for row in side)) for side in (rows, others))
    assert [(r.before, r.after, r.count) for r in account(old, new).rules] == [
        ("squad", "crews", 3)
    ]


@pytest.mark.parametrize("name", CASES)
def test_term_renamed(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
