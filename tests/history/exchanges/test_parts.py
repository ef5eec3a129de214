"""Terms that were renamed in a part of a handbook, or as a part of longer names."""

from __future__ import annotations

import pytest

from drift.changes.base import Hunk
from drift.history.exchanges.parts import in_hosts, parts
from drift.history.exchanges.phrases import Exchange
from tests.aggregate.terms.histories import Files, changed, found

PAGES = ("cook", "mate", "pilot", "purser", "rigger")

LOGS = {
    f"{name}.md": f"# {name.title()}\n\nThe {name} opens a Logtool docket for each leak.\n\n"
    f"No docket of a {name} is closed at night. The sub-docket of a {name} is.\n\n"
    f"Read the Logtool docket of the {name} aloud. A {name} set NEW_DOCKET in it.\n"
    for name in PAGES
}


def test_a_name_inside_a_longer_one_is_a_form_of_it_and_another_name_is_not() -> None:
    replaced = (
        ("Logtool docket", "Shipshape dossier"),
        ("docket", "dossier"),
        ("DOCKET", "DOSSIER"),
    )
    after: Files = LOGS
    for old, new in replaced:
        after = changed(after, old, new)
    terms = found(LOGS, after)
    assert [(one.before, one.after) for one in terms] == [
        ("docket", "dossier"),
        ("Logtool docket", "Shipshape dossier"),
    ]
    assert ("sub-docket", "sub-dossier") in terms[0].variants


def numbered(sign: str) -> Files:
    """Give pages of which each names a rule of its own and points to the next."""
    return {
        f"{name}.md": f"# {name.title()}\n\nFor a {name} holds {sign}-{name}.\n\nSee {sign}-next-{name} too.\n"
        for name in PAGES
    }


def test_what_is_another_part_of_many_names_is_one_term() -> None:
    (term,) = found(numbered("QPAD"), numbered("HOLM"))
    assert (term.before, term.after, term.count) == ("QPAD", "HOLM", 10)
    assert ("QPAD-cook", "HOLM-cook") not in term.variants


def test_what_is_another_part_of_one_name_is_told_by_the_name() -> None:
    pages = [
        {
            f"{name}.md": f"# {name.title()}\n\nA {name} runs {tool} at night, and {tool}.sh by day.\n"
            for name in PAGES
        }
        for tool in ("mid-berth", "mid-quay")
    ]
    (term,) = found(*pages)
    assert (term.before, term.after) == ("mid-berth", "mid-quay")


def test_what_is_another_part_of_a_host_is_one_term() -> None:
    pages = [
        {
            f"{name}.md": f"# {name.title()}\n\nA {name} asks {board}.local at night.\n"
            for name in PAGES
        }
        for board in ("quayboard", "ropeboard")
    ]
    (term,) = found(*pages)
    assert (term.before, term.after, term.count) == ("quayboard", "ropeboard", 5)


KEPT = {
    f"shed-{number}.md": f"# Shed {number}\n\n"
    + "".join(f"Rope {at} of shed {number} is listed in Quaybase.\n\n" for at in range(12))
    for number in range(4)
}
LISTS = {
    f"list-{number}.md": f"# List {number}\n\nRow {number} is kept in {{0}} for good.\n\n"
    f"Nobody but {{1}} has list {number}.\n\nWe read list {number} from {{1}} at night.\n\n"
    f"Ask for list {number} in {{0}} by day.\n"
    for number in range(2)
}


def listed(one: str, other: str) -> Files:
    return KEPT | {path: text.format(one, other) for path, text in LISTS.items()}


def test_a_part_of_the_handbook_has_another_term() -> None:
    (term,) = found(listed("Quaybase", "Quaybase"), listed("Ropebase", "Ropebase"))
    assert (term.before, term.after, term.count) == ("Quaybase", "Ropebase", 8)
    assert term.leftovers == ()
    most = changed(
        listed("Ropebase", "Ropebase"), "in Ropebase for", "in Quaybase for", "list-1.md"
    )
    (term,) = found(listed("Quaybase", "Quaybase"), most)
    assert [one.path for one in term.leftovers] == ["list-1.md"]


def test_what_stays_on_the_pages_of_a_part_is_left_over() -> None:
    (term,) = found(
        listed("Quaybase", f"Quaybase\n\n{STOCK}\nor Quaybase"),
        listed("Ropebase", f"Ropebase\n\n{STOCK}\nor Ropebase"),
    )
    assert (term.before, term.after) == ("Quaybase", "Ropebase")
    assert {one.path for one in term.leftovers} == {"list-0.md", "list-1.md"}


STOCK = "".join(f"- Rope {at} from Quaybase\n" for at in range(9))


def sorts(name: str) -> Files:
    """Give a page that says of what sort things are."""
    things = ("lamp", "rope", "sail", "mast", "hull", "oar")
    return KEPT | {"sorts.md": "".join(f"The {name} {one} is old.\n\n" for one in things)}


PORT = changed(listed("Quaybase", "Quaybase"), "Quaybase", "port Quaybase")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            listed("Quaybase", "Quaybase"), listed("Quaybase2", "Quaybase2"), id="the name and more"
        ),
        pytest.param(
            listed("Quaybase", "Quaybase"), listed("Ropebase", "Lampbase"), id="now this, now that"
        ),
        pytest.param(sorts("Quaybase"), sorts("Ropebase"), id="the sort of a thing"),
        pytest.param(
            PORT,
            changed(PORT, "port Quaybase", "port Ropebase", *LISTS),
            id="a part of a name that stays",
        ),
    ],
)
def test_a_few_others_of_a_term_that_stays(before: Files, after: Files) -> None:
    assert found(before, after) == ()


TASKS = {
    f"shed-{number}.md": f"# Shed {number}\n\n"
    + "".join(f"Rope {at} of shed {number} is listed in Quaybase.\n\n" for at in range(20))
    for number in range(5)
} | {
    f"task-{number}.md": f"# Task {number}\n\nRow {number} is kept in {{0}} for good.\n\n"
    f"Nobody but {{0}} has task {number}.\n\nWe read task {number} from {{1}} at night.\n"
    for number in range(6)
}


def tasks(one: str, other: str, more: str = "") -> Files:
    return {path: text.format(one, other) + more for path, text in TASKS.items()}


def test_another_took_over_most_of_what_many_pages_say() -> None:
    (term,) = found(tasks("Quaybase", "Quaybase"), tasks("Ropebase", "Lampbase"))
    assert (term.before, term.after, term.count) == ("Quaybase", "Ropebase", 12)
    assert term.leftovers == ()
    stays = "\nA Quaybase and no other.\n\nSee Quaybase too.\n"
    assert found(tasks("Quaybase", "Quaybase", stays), tasks("Ropebase", "Lampbase", stays)) == ()


def linked(owner: str, *, folder: str = "plan") -> Files:
    """Give pages that name something in the targets of their links alone."""
    return {
        f"{folder}/rope-{number}.md": f"# Rope {number}\n\n"
        f"See [what holds rope {number}](https://code.example/{owner}/rope-{number}).\n"
        for number in range(40)
    }


def test_a_name_that_only_targets_say() -> None:
    (term,) = found(linked("shipsmithy"), linked("quaywrights"))
    assert (term.before, term.after, term.count) == ("shipsmithy", "quaywrights", 40)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(linked("harbor"), linked("quaywrights"), id="a word"),
        pytest.param(linked("shipsmithy"), linked("ship/wrights"), id="several words"),
        pytest.param(
            linked("shipsmithy", folder="shipsmithy"),
            linked("quaywrights", folder="quaywrights"),
            id="a folder with its pages",
        ),
    ],
)
def test_a_target_that_moved_is_no_term(before: Files, after: Files) -> None:
    assert found(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "pair"),
    [
        ("QPAD-012", "GPAD-012", ("QPAD", "GPAD")),
        ("set_berth_name", "set_deck_name", ("berth", "deck")),
        ("ship.old-berth", "ship.new-deck", ("old-berth", "new-deck")),
        ("QPAD-012", "GPAD-013", None),
        ("QPAD-012", "QPAD-013", None),
        ("set_name", "get_title", None),
        ("QPAD", "GPAD", None),
        ("harbour.core.sails", "harbour.sails", ("harbour.core", "harbour")),
        ("harbour.sails.Jib", "harbour.hold.sails.Jib", ("harbour.sails", "harbour.hold.sails")),
        ("harbour.sails", "harbour.sails.Jib", None),
        ("sails.Jib", "harbour.sails.Jib", None),
        ("SHIP_LOG_LINES", "log_lines", None),
        ("a QPAD-012", "a GPAD-012", None),
    ],
)
def test_parts_of_names(before: str, after: str, pair: tuple[str, str] | None) -> None:
    found = [(one.pair, one.name) for one in parts(Exchange((before, after), "", ""))]
    assert found == ([(pair, before)] if pair else [])


@pytest.mark.parametrize(
    ("before", "after", "pair"),
    [
        ("quayboard.local", "ropeboard.local", ("quayboard", "ropeboard")),
        ("log.quayboard.example", "log.ropeboard.example", ("quayboard", "ropeboard")),
        ("quayboard.example", "quayboard.org", None),
        ("quayboard.example", "ropeboard.org", None),
        ("log.quayboard.tech", "log.ropeboard.tech", ("quayboard", "ropeboard")),
        ("quayboard.keeper", "ropeboard.keeper", None),
    ],
)
def test_parts_of_hosts(before: str, after: str, pair: tuple[str, str] | None) -> None:
    found = list(in_hosts(Hunk(before=before, after=after)))
    assert [(one.pair, one.name) for one in found] == ([(pair, "")] if pair else [])
