from __future__ import annotations

import pytest

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.notes import Part
from drift.aggregate.notes.period import Gathered, gather
from drift.pipeline import compare
from tests.conftest import Files, both

GALLEY = """\
# Galley

Coffee is made at six by whoever has the early watch, and nobody speaks before the first cup.

## Stores

Flour, beans and dried fruit are kept dry in the forward locker, and counted every Friday.
"""
DECK = """\
# Deck

The deck is scrubbed on Mondays with sand and salt water, from the bow to the stern.

## Ropes

Ropes are coiled clockwise, hung up on their pins, and looked at for wear every 30 days.
"""
OLD: Files = {"life/galley.md": GALLEY, "ship/deck.md": DECK}


def gathered(old: Files, new: Files) -> Gathered:
    before, after = both(old, new)
    books = Sides(Handbook(before, "a" * 40, Forge()), Handbook(after, "b" * 40, Forge()))
    return gather(compare(before, after), books)


def part_lines(part: Part) -> list[str]:
    rows = [f"new {one.place.title} | {one.opening} | {one.came_from}" for one in part.new]
    rows += [f"moved {one.after} <- {one.before}" for one in part.moved]
    rows += [f"renamed {one.place.title} <- {one.before}" for one in part.renamed]
    for page in part.changed:
        rows.append(f"changed {page.place.title}")
        for one in page.details:
            facts = "; ".join(f"{fact.before} => {fact.after}" for fact in one.facts)
            rows.append(f"  {one.what} {one.place.title} | {one.before} | {facts}")
    rows += [f"gone {one.title} -> {[place.title for place in one.into]}" for one in part.removed]
    return rows


def told(found: Gathered) -> list[str]:
    rows = [f"= {one.kind} {one.before} => {one.after} {one.count}" for one in found.throughout]
    for part in found.parts:
        rows += [f"[{part.name}]", *part_lines(part)]
    return [*rows, *(f"small {name} {count}" for name, count in found.small.items())]


CASES = {
    "nothing": ({}, []),
    "new": (
        {"life/sleep.md": "# Sleep\n\nEveryone sleeps four hours after each watch.\n"},
        ["[Life]", "new Sleep | Everyone sleeps four hours after each watch. | "],
    ),
    "fact": (
        {"ship/deck.md": DECK.replace("30 days", "14 days")},
        [
            "[Ship]",
            "changed Deck",
            "  facts Ropes |  | at for wear every 30 days. => at for wear every 14 days.",
        ],
    ),
    "wording": (
        {"ship/deck.md": DECK.replace("hung up on their pins", "hung on pins")},
        ["small reworded 1"],
    ),
    "section": (
        {"ship/deck.md": DECK + "\n## Sails\n\nSails are dried before they are folded away.\n"},
        ["[Ship]", "changed Deck", "  added Sails |  | "],
    ),
    "case": ({"ship/deck.md": DECK.replace("## Ropes", "## ROPES")}, ["small typos 1"]),
    "title": (
        {"ship/deck.md": DECK.replace("# Deck\n", "# Upper deck\n", 1)},
        ["[Ship]", "renamed Upper deck <- Deck"],
    ),
    "metadata": (
        {"ship/deck.md": f"---\nauthor: Ada\n---\n\n{DECK}"},
        ["small formatting 1"],
    ),
    "no title": (
        {"ship/deck.md": DECK.partition("\n\n")[2]},
        ["[Ship]", "renamed Ropes <- Deck"],
    ),
    "hidden": ({".github/ISSUES.md": "# Issues\n\nTell us what is wrong with the ship.\n"}, []),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told(name: str) -> None:
    change, expected = CASES[name]
    assert told(gathered(OLD, {**OLD, **change})) == expected


def test_what_went_away() -> None:
    assert told(gathered(OLD, {"life/galley.md": GALLEY})) == ["[Ship]", "gone Deck -> []"]


def test_files_that_are_published_where_they_were_did_not_move() -> None:
    new: Files = {f"content/{path}": text for path, text in OLD.items()}
    assert told(gathered(OLD, {**new, "hugo.toml": 'title = "Ship"\n'})) == []


def test_a_folder_that_moved_is_one_statement() -> None:
    old: Files = {"ships/galley.md": GALLEY, "ships/deck.md": DECK}
    new: Files = {"life/galley.md": GALLEY, "life/deck.md": DECK}
    assert told(gathered(old, new)) == ["= folder.moved ships/ => life/ 2"]


def test_folders_are_those_of_the_site() -> None:
    conf = "project = 'Ship'\n"
    old = {f"docs/{path}": text for path, text in OLD.items()} | {"docs/conf.py": conf}
    new = {path.replace("/life/", "/chores/"): text for path, text in old.items()}
    more = {"docs/life/sleep.md": "# Sleep\n\nEveryone sleeps four hours after each watch.\n"}
    moved = {"docs/chores/sleep.md": more["docs/life/sleep.md"]}
    assert told(gathered(old | more, new | moved)) == ["= folder.moved life/ => chores/ 2"]


def test_the_same_address_is_no_move() -> None:
    new = {path.replace("deck.md", "deck/README.md"): text for path, text in OLD.items()}
    assert told(gathered(OLD, new)) == ["small formatting 1"]


def test_another_page_at_the_same_address_is_a_rewritten_one() -> None:
    new = {
        "life/galley.md": GALLEY,
        "ship/deck/README.md": "# DECK\n\nPlanks, tar and oakum: all that keeps the sea out.\n",
    }
    assert told(gathered(OLD, new)) == ["[Ship]", "changed DECK", "  rewritten DECK |  | "]


def test_a_section_that_is_a_page_now_is_a_new_page() -> None:
    head, _, ropes = DECK.partition("\n## ")
    new = {"life/galley.md": GALLEY, "ship/deck.md": head, "ship/ropes.md": f"# {ropes}"}
    assert told(gathered(OLD, new)) == ["[Ship]", "new Ropes |  | Deck"]


def test_a_possessive_is_no_name() -> None:
    rows = "\n\n".join(f"Watch {n} is kept by the mate, and {{}}'s log is read." for n in range(9))
    old = {**OLD, "life/log.md": f"# Log\n\n{rows.replace('{}', 'Quillard')}\n"}
    new = {**OLD, "life/log.md": f"# Log\n\n{rows.replace('{}', 'Brannock')}\n"}
    assert not [row for row in told(gathered(old, new)) if "'s" in row]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Call {} again and log {}.", ["= term.renamed vessel2 => sloop 8"]),
        ("```\nping {}\nlog {}\n```", []),
    ],
)
def test_what_only_code_says_is_no_name(row: str, expected: list[str]) -> None:
    rows = "\n\n".join(f"On day {n}:\n\n{row}" for n in ("one", "two", "three", "four"))
    old, new = (
        {**OLD, "a.md": f"# Calls\n\n{rows.replace('{}', one)}\n"} for one in ("vessel2", "sloop")
    )
    assert [row for row in told(gathered(old, new)) if row.startswith("=")] == expected


def test_a_page_that_moved_alone_names_its_old_place() -> None:
    new: Files = {"life/galley.md": GALLEY, "life/deck.md": DECK}
    assert told(gathered(OLD, new)) == ["[Life]", "moved /life/deck <- /ship/deck"]


def test_a_section_is_told_to_have_come_from_another_page() -> None:
    cut = DECK.partition("## Ropes")
    new: Files = {"life/galley.md": GALLEY + "\n## Ropes" + cut[2], "ship/deck.md": cut[0]}
    assert told(gathered(OLD, new)) == ["[Life]", "changed Galley", "  arrived Ropes | Deck | "]


def test_only_what_is_asked_for_is_told() -> None:
    new = {
        **OLD,
        "life/sleep.md": "# Sleep\n\nFour hours.\n",
        "ship/sand.md": "# Sand\n\nSand must be dry.\n",
    }
    before, after = both(OLD, new)
    books = Sides(Handbook(before, "a" * 40, Forge()), Handbook(after, "b" * 40, Forge()))
    found = gather(compare(before, after), books, lambda path: path.startswith("ship/"))
    assert told(found) == ["[Ship]", "new Sand | Sand must be dry. | "]
