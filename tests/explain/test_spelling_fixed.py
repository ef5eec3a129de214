from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.spelling_fixed import LONGEST

EDITED = "section.edited a.md#Office | {} | edited paragraph"


def _page(text: str) -> dict[str, str]:
    return {"a.md": f"# Office\n\n{text}\n"}


CASES = {
    "a typo": (
        _page("Please recieve every visitor at the door."),
        _page("Please receive every visitor at the door."),
        [
            "rule spelling.fixed | recieve => receive | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a typo in a word that owns something": (
        _page("We keep everynoe's boots in the hall."),
        _page("We keep everyone's boots in the hall."),
        [
            "rule spelling.fixed | everynoe's => everyone's | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "another owner": (
        _page("We keep the captain's boots in the hall."),
        _page("We keep the skipper's boots in the hall."),
        [EDITED.format("wording")],
    ),
    "an acronym is no slip of a word": (
        _page("Write to the SLAC channel at noon."),
        _page("Write to the slack channel at noon."),
        [EDITED.format("typo")],
    ),
    "two hyphens for one": (
        _page("Load boat--log at the quay."),
        _page("Load boat-log at the quay."),
        [
            "rule spelling.fixed | boat--log => boat-log | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a typo that ends like a British word": (
        _page("The boat mattres to all of us."),
        _page("The boat matters to all of us."),
        [
            "rule spelling.fixed | mattres => matters | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "an option and its value": (
        _page("Call row -j n at the quay."),
        _page("Call row -jn at the quay."),
        [EDITED.format("typo")],
    ),
    "often": (
        _page("Every enviroment has a name.\n\nName your enviroment."),
        _page("Every environment has a name.\n\nName your environment."),
        [
            "rule spelling.fixed | enviroment => environment | 2 times",
            (
                "section.edited a.md#Office | typo | edited paragraph, edited paragraph"
                " <- spelling.fixed"
            ),
        ],
    ),
    "a hyphen": (
        _page("Send an e-mail to the front desk."),
        _page("Send an email to the front desk."),
        [
            "rule spelling.fixed | e-mail => email | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "one word in two new spellings": (
        _page("Send an e-mail to the front desk.\n\nThere is an e-mail desk."),
        _page("Send an email to the front desk.\n\nThere is an Email desk."),
        [
            "rule spelling.fixed | e-mail => email | 2 times",
            (
                "section.edited a.md#Office | typo | edited paragraph, edited paragraph"
                " <- spelling.fixed"
            ),
        ],
    ),
    "British and American": (
        _page("The colour of the door is green."),
        _page("The color of the door is green."),
        [
            "rule spelling.fixed | colour => color | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "in a heading": (
        {"a.md": "# Office\n\n## Visiters\n\nThey sign the book at the door.\n"},
        {"a.md": "# Office\n\n## Visitors\n\nThey sign the book at the door.\n"},
        [
            "rule spelling.fixed | Visiters => Visitors | 1 times",
            (
                "section.renamed a.md#Office/Visiters => a.md#Office/Visitors"
                " | Visiters => Visitors <- spelling.fixed"
            ),
        ],
    ),
    "with another edit, which it does not explain": (
        _page("Please recieve every visitor at the door."),
        _page("Please receive every visitor at the gate."),
        ["rule spelling.fixed | recieve => receive | 1 times", EDITED.format("wording")],
    ),
    "left over elsewhere": (
        _page("Please recieve every visitor.\n\nNobody may recieve money."),
        _page("Please receive every visitor.\n\nNobody may recieve money."),
        [
            "rule spelling.fixed | recieve => receive | 1 times | left a.md:5 prose",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a blank that was missing": (
        _page("Guests are immediatelygreeted at the door."),
        _page("Guests are immediately greeted at the door."),
        [
            "rule spelling.fixed | immediatelygreeted => immediately greeted | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a compound": (
        _page("Every door has a health check."),
        _page("Every door has a healthcheck."),
        [
            "rule spelling.fixed | health check => healthcheck | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a name that most of the handbook writes otherwise": (
        _page("Ask at Doorkeeprs.\n\nMail desk@doorkeeprs.example.\n\nDoorkeeprs is shut."),
        _page("Ask at Door Keeprs.\n\nMail desk@doorkeeprs.example.\n\nDoorkeeprs is shut."),
        [
            "rule spelling.fixed | Doorkeeprs => Door Keeprs | 1 times",
            EDITED.format("wording") + " <- spelling.fixed",
        ],
    ),
    "a row of words that is too long for spellings": (
        _page("Ask every visitor for a name. " * 20 + "recieve " * (LONGEST + 1)),
        _page("Ask every visitor for a name. " * 20 + "receive " * (LONGEST + 1)),
        [EDITED.format("typo")],
    ),
    # Of two words that no dictionary has, the nearer one to its words is right, unless the handbook says otherwise.
    "a word of nobody": (
        _page("Each grooblet has a lid."),
        _page("Each groblet has a lid."),
        [
            "rule spelling.fixed | grooblet => groblet | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "a word that the handbook has too seldom to know it": (
        _page("Each groblet has a lid.\n\nA grooblet is round."),
        _page("Each grooblet has a lid.\n\nA grooblet is round."),
        [EDITED.format("typo")],
    ),
    "a word that the handbook knows": (
        _page(f"Each groblet has a lid.\n\n{'A grooblet is round. ' * 2}"),
        _page(f"Each grooblet has a lid.\n\n{'A grooblet is round. ' * 2}"),
        [
            "rule spelling.fixed | groblet => grooblet | 1 times",
            EDITED.format("typo") + " <- spelling.fixed",
        ],
    ),
    "another word is no spelling": (
        _page("Ask at the front house for help."),
        _page("Ask at the front horse for help."),
        [EDITED.format("typo")],
    ),
    "another form of a word is no spelling": (
        _page("Every visitor signs the book."),
        _page("Every visitors signs the book."),
        [EDITED.format("wording")],
    ),
}

BACK = {
    # Introducing a typo is no rule.
    "a typo": [EDITED.format("typo")],
    "a typo in a word that owns something": [EDITED.format("typo")],
    "a typo that ends like a British word": [EDITED.format("typo")],
    "often": ["section.edited a.md#Office | typo | edited paragraph, edited paragraph"],
    "a blank that was missing": [EDITED.format("typo")],
    "a word of nobody": [EDITED.format("typo")],
    "a word that the handbook has too seldom to know it": [
        "rule spelling.fixed | grooblet => groblet | 1 times | left a.md:5 prose",
        EDITED.format("typo") + " <- spelling.fixed",
    ],
    "a word that the handbook knows": [EDITED.format("typo")],
    "in a heading": [
        "section.renamed a.md#Office/Visitors => a.md#Office/Visiters | Visitors => Visiters"
    ],
    "with another edit, which it does not explain": [EDITED.format("wording")],
    "left over elsewhere": [EDITED.format("typo")],
}


@pytest.mark.parametrize("name", CASES)
def test_spelling_fixed(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))
