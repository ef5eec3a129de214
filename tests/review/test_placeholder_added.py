from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

RATES = "# Rates\n\nNights are paid twice.\n"

SEA = "## At sea\n\nThe mate keeps a list of all hours that were stood on deck. The rate is TBD.\n"

DAYS = "".join(
    f"\n## On {day}\n\nThe {watch} watch is paid by the {coin}, and eats with the {mate}.\n"
    for day, watch, coin, mate in (
        ("Monday", "first", "ducat", "cook"),
        ("Tuesday", "dog", "florin", "mate"),
        ("Friday", "middle", "guilder", "purser"),
    )
)

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\nHolidays: TBD\n"},
        ["rates.md:5 placeholder added: TBD"],
    ),
    # On a new page, and in a new section with all below it.
    (
        {"rates.md": RATES},
        {"rates.md": RATES, "visa.md": "# Visa\n\nTBD\n\n## Fees (TODO)\n\nSee there.\n"},
        ["visa.md:3 placeholder added: TBD", "visa.md:5 placeholder added: TODO"],
    ),
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\n## Feasts\n\nNone.\n\n### Easter\n\nTBD\n"},
        ["rates.md:11 placeholder added: TBD"],
    ),
    # At the line where its block begins, and nothing of the section behind it.
    (
        {"rates.md": f"{RATES}\n## Rest\n\nHours of rest: TBD.\n"},
        {
            "rates.md": f"{RATES}\n## Feasts\n\nNone but\nTBD.\n\n### Easter\n\nNone.\n"
            "\n## Rest\n\nHours of rest: TBD.\n"
        },
        ["rates.md:7 placeholder added: TBD"],
    ),
    (
        {"rates.md": RATES},
        {"rates.md": f"The list is TBD.\n\n{RATES}"},
        ["rates.md:1 placeholder added: TBD"],
    ),
    # Those of one block are counted.
    (
        {"rates.md": RATES},
        {"rates.md": f"{RATES}\n| Port | Rate |\n| --- | --- |\n| Bonn | TBD |\n| Kiel | TBD |\n"},
        ["rates.md:5 placeholder added: TBD, 2 times"],
    ),
    # It went along with a section that became a page.
    (
        {"rates.md": f"{RATES}\n{SEA}"},
        {"rates.md": RATES, "sea.md": SEA[1:], "port.md": "# Port\n\nCall the harbour master.\n"},
        [],
    ),
    # Or stands on a new page now, among what is new there.
    (
        {"rates.md": f"{RATES}{DAYS}\n{SEA}"},
        {
            "rates.md": RATES + DAYS,
            "port.md": f"# Port\n\nThe harbour master is TBA.\n\n{SEA}\n## In port\n\nHours: TBC.\n",
        },
        ["port.md:3 placeholder added: TBA", "port.md:11 placeholder added: TBC"],
    ),
    (
        {"rates.md": f"{RATES}{DAYS}\n{SEA}"},
        {"rates.md": RATES + DAYS, "port.md": f"The harbour master is TBA.\n\n{SEA}\n## In port\n"},
        ["port.md:1 placeholder added: TBA"],
    ),
    # Before the first heading of a page that was split off, which is new.
    (
        {"rates.md": RATES + DAYS},
        {"rates.md": RATES, "port.md": f"The list is TBD.\n{DAYS}"},
        ["port.md:1 placeholder added: TBD"],
    ),
    # Of two sections of one name that one which is new.
    (
        {"rates.md": f"{RATES}\n## Rest\n\nHours of rest: TBD.\n"},
        {"rates.md": f"{RATES}\n## Rest\n\nHours of rest: TBD.\n\n## Rest\n\nBeds, TODO.\n"},
        ["rates.md:11 placeholder added: TODO"],
    ),
    # It was there before, or is a word like any other.
    (
        {"rates.md": f"{RATES}\nHolidays: TBD\n"},
        {"rates.md": f"{RATES}\nHolidays and feasts: TBD\n"},
        [],
    ),
    ({"rates.md": RATES}, {"rates.md": f"{RATES}\nWhat there is to do is told aloud.\n"}, []),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("placeholder-added", old, new) == told
