from __future__ import annotations

import pytest

from drift.aggregate.terms.term import Moment
from tests.aggregate.terms.histories import Files, changed, found, lines

PLAN = """\
# The QPAD

Each crew writes a QPAD at the start of a season.

The QPAD names the goal of the crew and how it is measured.

Skippers read all QPADs aloud in the first meeting.
"""
WATCH = """\
# Watches

Who stands watch is written in the QPAD of the crew.

- Night watches are swapped only if the QPAD allows it.
- The log is kept by the watch leader.
"""
GALLEY = """\
# Galley

Coffee is made at six by whoever has the early watch.

What is bought follows from the QPAD, and is noted in the store book.
"""
BOOK = {"plan.md": PLAN, "watch.md": WATCH, "galley.md": GALLEY}


SWEPT = changed(BOOK, "QPAD", "GPAD")
SOME = changed(BOOK, "QPAD", "GPAD", "plan.md")
MORE = changed(SOME, "QPAD", "GPAD", "watch.md")

TOOLS = {
    f"{name}.md": f"# {name.title()}\n\nHours are noted in {{}} by each {name}.\n\nAsk the purser for a {{}} account.\n"
    for name in ("cook", "mate", "pilot")
}


def tools(name: str) -> Files:
    return {path: text.format(name, name) for path, text in TOOLS.items()}


CAMPAIGN = {
    "campaigns.md": """\
# Campaigns

A campaign changes many charts at once.

Create a campaign from a template, and name the people who must agree.

All campaigns are listed in the chart room.
""",
    "charts.md": """\
# Charts

Charts are redrawn by campaigns, and never by hand.

Each campaign is tried on a single chart.
""",
}
BATCH = {
    "batch-changes.md": """\
# Batch changes

A batch change changes many charts at once.

Create a batch change from a template, and name the people who must agree.

All batch changes are listed in the chart room.
""",
    "charts.md": """\
# Charts

Charts are redrawn by batch changes, and never by hand.

Each batch change is tried on a single chart.
""",
}


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        pytest.param((BOOK, SWEPT), ["QPAD -> GPAD, 7 on 3"], id="one sweep"),
        pytest.param(
            (BOOK, SOME, MORE, SWEPT), ["QPAD -> GPAD, 7 on 3, trickled"], id="page by page"
        ),
        pytest.param(
            (BOOK, SOME, MORE),
            ["QPAD -> GPAD, 6 on 2, trickled, left galley.md:5 prose"],
            id="a page is left over",
        ),
        pytest.param((BOOK, SWEPT, BOOK), [], id="there and back"),
        pytest.param(
            (BOOK, SWEPT, changed(SWEPT, "GPAD", "Compass")),
            ["QPAD -> Compass, 7 on 3, trickled"],
            id="a chain is told from end to end",
        ),
        pytest.param(
            (tools("Logbook"), tools("Shipshape")), ["Logbook -> Shipshape, 6 on 3"], id="a tool"
        ),
        pytest.param(
            (CAMPAIGN, BATCH), ["campaign -> batch change, 7 on 2"], id="two words for one"
        ),
        pytest.param(
            (BATCH, CAMPAIGN), ["batch change -> campaign, 7 on 2"], id="one word for two"
        ),
    ],
)
def test_a_term_that_was_renamed(revisions: tuple[Files, ...], expected: list[str]) -> None:
    assert lines(*revisions) == expected


PEOPLE = {
    f"{name}.md": f"# {name.title()}\n\nThe {name} answers to Ada Quill.\n\nWrite to Ada Quill before noon.\n"
    for name in ("cook", "mate", "pilot")
}
HANDLES = "# Crew\n\n" + "".join(
    f"- {name}: @{name}{name} on deck, {name}{name} below\n"
    for name in (
        "abel",
        "bert",
        "carl",
        "dora",
        "emil",
        "fritz",
        "gerd",
        "hugo",
        "ida",
        "jan",
        "kurt",
    )
)
RENAMED_HANDLES = HANDLES.replace("abelabel", "abelq")
for one in ("bert", "carl", "dora", "emil", "fritz", "gerd", "hugo", "ida", "jan", "kurt"):
    RENAMED_HANDLES = RENAMED_HANDLES.replace(f"{one}{one}", f"x{one}9")
PAGES = ("cook", "mate", "pilot", "purser", "rigger")


def everywhere(line: str) -> Files:
    """Give pages that end in the same line."""
    return {f"{name}.md": f"# {name.title()}\n\nWhat a {name} does.\n\n{line}\n" for name in PAGES}


def each(line: str) -> Files:
    """Give pages that say the same in their own words."""
    return {f"{name}.md": f"# {name.title()}\n\n{line.format(name)}\n" for name in PAGES}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            PEOPLE, changed(PEOPLE, "Ada Quill", "Bo Larsen"), id="people in the same office"
        ),
        pytest.param({"crew.md": HANDLES}, {"crew.md": RENAMED_HANDLES}, id="accounts in a list"),
        pytest.param(
            everywhere("Brought to you by Shipshape."),
            everywhere("Brought to you by Logbook."),
            id="boilerplate of a template",
        ),
        pytest.param(
            each("The {} keeps 12 lamps and 40 ropes."),
            each("The {} keeps 14 lamps and 40 ropes."),
            id="numbers",
        ),
        pytest.param(
            each("The {} is paid on Mondays."), each("The {} is paid on Fridays."), id="days"
        ),
        pytest.param(
            each("The {} is paid in March."), each("The {} is paid in April."), id="months"
        ),
        pytest.param(
            each("The {} works with v1.4 of the plan."),
            each("The {} works with v2.0 of the plan."),
            id="versions",
        ),
        pytest.param(
            each("You are a {}, and you will learn."),
            each("You're a {}, and you'll learn."),
            id="contractions",
        ),
        pytest.param(
            each("The {} should be at hand."), each("The {} must be at hand."), id="modal verbs"
        ),
        pytest.param(
            each("The {} recieves a lamp."), each("The {} receives a lamp."), id="spelling"
        ),
        pytest.param(
            each("The {} has a Github account."),
            each("The {} has a GitHub account."),
            id="capitals",
        ),
        pytest.param(
            each("The {} reads the e-mail."), each("The {} reads the email."), id="hyphens"
        ),
        pytest.param(
            each("See [the {0}](http://ship.example/{0})."),
            each("See [the {0}](https://ship.example/{0})."),
            id="another scheme of URLs",
        ),
        pytest.param(
            {f"old/{name}.md": f"# {name.title()}\n\nWhat a {name} does.\n" for name in PAGES},
            {f"new/{name}.md": f"# {name.title()}\n\nWhat a {name} does.\n" for name in PAGES},
            id="a folder that moved",
        ),
        pytest.param(
            {
                "a.md": "# Duties of all\n\nRead [Duties of all](a.md).\n",
                "b.md": "[Duties of all](a.md)\n",
            },
            {"a.md": "# What to do\n\nRead [What to do](a.md).\n", "b.md": "[What to do](a.md)\n"},
            id="a title with the links to it",
        ),
        pytest.param(
            {"a.md": "# Crew\n\nThe order is quick and quiet.\n"},
            {"a.md": "# Crew\n\nThe order is swift and quiet.\n"},
            id="one word in one place",
        ),
        pytest.param(
            each("Ask Martha Quill about the {}; Martha keeps it."),
            each("Ask Oskar Lindqvist about the {}; Oskar keeps it."),
            id="first names of people who are named in full elsewhere",
        ),
        pytest.param(
            each("Dr. Quill signs for the {}."),
            each("Dr. Lindqvist signs for the {}."),
            id="surnames with a word beside them",
        ),
        pytest.param(
            each("The {} runs on Quick Quay 22.04."),
            each("The {} runs on Loud Lugger 24.04."),
            id="names of versions",
        ),
        pytest.param(
            each("The {} has ropes and lamps."),
            each("The {} has lamps and ropes."),
            id="another order",
        ),
        pytest.param(
            each("Click the lamp of the {}."),
            each("Select the lamp of the {}."),
            id="an order to the reader",
        ),
        pytest.param(
            each("A simple {} is best for a guest."),
            each("An easy {} is best for a guest."),
            id="how a thing is",
        ),
        pytest.param(
            each("Currently, the {} sleeps in the bow."),
            each("Presently, the {} sleeps in the bow."),
            id="how a thing is done",
        ),
        pytest.param(
            each("The {} is relieved at noon."),
            each("The {} is relieved at midnight."),
            id="times of the day",
        ),
        pytest.param(
            {**each("Ask the {}."), "a.md": "# Who\n\nGive it to Emily.\n\nThen Emily signs.\n"},
            {
                **each("Ask the `taylor` alias."),
                "a.md": "# Who\n\nGive it to Taylor.\n\nThen Taylor signs.\n",
            },
            id="first names that are also an alias",
        ),
        pytest.param(
            each("Task of the {}: incomplete."), each("Task of the {}: complete."), id="a state"
        ),
    ],
)
def test_a_look_alike_is_none(before: Files, after: Files) -> None:
    assert lines(before, after) == []


def test_a_term_of_ordinary_words_is_told_by_the_word_beside_them() -> None:
    before = each(
        "The {0} opens a merge request.\n\nAll merge requests of a {0} are read.\n\n"
        "Merge by hand, merge at night, merge alone: a {0} may merge as all do."
    )
    after = changed(before, "merge request", "pull request")
    assert [(one.before, one.after) for one in found(before, after)] == [
        ("merge request", "pull request")
    ]


def test_a_word_beside_it_is_part_of_a_term_that_is_said_in_other_senses() -> None:
    pages = {
        f"{name}.md": f"# {name.title()}\n\nThe {name} finds it in the site configuration.\n\n"
        f"A site for a {name}, a site for a guest, a site for all: each site is built alone.\n\n"
        f"Change the site configuration of a {name} at night.\n"
        for name in PAGES
    }
    after = changed(pages, "site configuration", "project configuration")
    assert [(one.before, one.after) for one in found(pages, after)] == [
        ("site configuration", "project configuration")
    ]


@pytest.mark.parametrize(("pages", "told"), [(12, ["sail -> canvas, 24 on 12"]), (5, [])])
def test_a_folder_that_many_pages_name_otherwise(pages: int, told: list[str]) -> None:
    chests = {
        f"chest-{n}.md": f"# Chest {n}\n\nLook for it in chest/sail/{n * 'x'}.md at night.\n\n"
        f"```\nopen chest/sail/{n * 'y'}.md\n```\n"
        for n in range(pages)
    }
    deck = {"deck.md": "# Deck\n\n" + "Each sail is dry.\n\n" * 600}
    after = {**changed(chests, "/sail/", "/canvas/"), **deck}
    assert [line.partition(", left")[0] for line in lines({**chests, **deck}, after)] == told


@pytest.mark.parametrize(("written", "told"), [(5, [("QPAD", "GPAD")]), (0, [])])
def test_pages_written_anew_speak_for_a_term_too(written: int, told: list[tuple[str, str]]) -> None:
    log = {"log.md": "# Log\n\n" + "Nobody looked into the QPAD at night.\n\n" * 24}
    old = {"forms.md": "# Forms\n\n" + "Paper for a QPAD is in the chest.\n\n" * 32}
    new = {"ink.md": "# Ink\n\n" + "Whoever is awake signs one GPAD each.\n\n" * written}
    before = {**BOOK, **old, **log}
    after = {**changed(BOOK, "QPAD", "GPAD", "plan.md"), **new, **log}
    after["plan.md"] = after["plan.md"].replace("The GPAD names", "The paper names")
    assert [(one.before, one.after) for one in found(before, after)] == told


def test_what_is_told_of_a_term() -> None:
    (term,) = found(BOOK, SOME, MORE, SWEPT)
    assert term.first == Moment(f"{1:040x}", "2024-01-01T12:00:00+00:00")
    assert term.last == Moment(f"{3:040x}", "2024-03-01T12:00:00+00:00")
    assert term.commits == tuple(f"{number:040x}" for number in (1, 2, 3))
    assert term.paths == ("galley.md", "plan.md", "watch.md")
    assert term.variants == (("QPADs", "GPADs"),)
    assert 0.9 < term.confidence < 1


def test_mentions_of_the_past_are_no_leftovers() -> None:
    after = {**SWEPT, "changelog.md": "# Changelog\n\nThe QPAD is born.\n"}
    after["watch.md"] += "\nThe GPAD (formerly QPAD) is read aloud.\n"
    (term,) = found(BOOK, after)
    assert [one.path for one in term.allowed] == ["changelog.md", "watch.md"]
    assert term.leftovers == ()


def test_versions_beside_which_a_later_one_stands_say_nothing() -> None:
    old = {f"v1.{n}/{path}": text for n in range(9) for path, text in BOOK.items()}
    now, then = ({f"v1.9/{path}": text for path, text in book.items()} for book in (SOME, BOOK))
    (term,) = found({**old, **then}, {**old, **now})
    assert {one.path for one in term.leftovers} == {"v1.9/galley.md", "v1.9/watch.md"}


def test_a_range_without_changes_has_no_terms() -> None:
    assert found(BOOK, BOOK) == ()
    assert found(BOOK) == ()
