"""What a changelog leaves unsaid is found, whatever it is; what it says is not asked for again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from drift.changes.base import Change, Location
from drift.coverage.measure import Coverage, coverage
from drift.explain.base import Changelog, Side, Stats
from drift.pipeline import diff
from drift.revision.disk import directory
from drift.site.build import site
from drift.trees.site import Site
from tests.coverage.deeds import DEEDS

Files = dict[str, str]

PAGE = (
    "# Guide\n\nThe opening words of the guide stay.\n\n"
    "## Visits\n\nGuests must sign the book within 30 days of their stay.\n\n"
    "- bring a [map](https://maps.example.org/old)\n- bring some water for the road\n\n"
    "## Tools\n\nHammers hang left of the door and saws hang on the right side of it.\n\n"
    "## Kitchen\n\nKettles are filled in the evening by whoever leaves last.\n"
)

NAV = {
    f"{name}.md": f"# {name.title()}\n\nAll about {name}.\n"
    for name in ("ants", "bees", "cats", "kits")
}
ANTS, BEES = "* [Ants](ants.md)\n", "* [Bees](bees.md)\n"
CATS = "* [Cats](cats.md)\n  * [Kits](kits.md)\n"
LONG = "Anna leads, Bert keeps the books, and Carla looks after the building.\n"
OTHER = "The office is at the harbour; letters go to the post box beside the gate.\n"

HEAD = "Zoo\n===\n\nAll animals.\n\n"
WINGS = {"With two wings": "bees", "With none": "cats"}
TREE = f"{HEAD}.. toctree::\n\n"

ROOMS = "".join(
    f"## {name}\n\nWhoever wants the {name.lower()} asks the porter for it.\n\n"
    f"See [{name} list](https://e.example/{name}).\n\n"
    for name in ("Attic", "Barn", "Cellar", "Dairy", "Eaves")
)
SHED = "# Shed\n\nAll tools.\n\n## Axes\n\nAxes hang on the wall.\n\n## Saws\n\nSaws lie in the box.\n\n"

HOUSE = (
    "# Rooms\n\nRooms have [keys](#keys), which are kept by the porter.\n\n"
    "## Keys\n\nKeys hang in the [hall](#hall), beside the lamp that is never put out.\n\n"
    "## Hall\n\nThe hall is to the left of the gate, and it is open at all hours.\n\n"
)

EDITS: dict[str, tuple[Files, Files]] = {
    "a word": ({"a.md": PAGE}, {"a.md": PAGE.replace("evening", "morning")}),
    "a sign": ({"a.md": PAGE + "\n✅\n"}, {"a.md": PAGE + "\n❌\n"}),
    "a number": ({"a.md": PAGE}, {"a.md": PAGE.replace("30", "14")}),
    "a heading": ({"a.md": PAGE}, {"a.md": PAGE.replace("## Tools", "## Instruments")}),
    "the title": ({"a.md": PAGE}, {"a.md": PAGE.replace("# Guide", "# Handbook")}),
    "a title above what stood there": ({"a.md": LONG}, {"a.md": f"# Guide\n\n{LONG}"}),
    "a title above what stood before another heading": (
        {"a.md": f"{LONG}\n{DEEDS}"},
        {"a.md": f"## Who\n\n{LONG.replace('Anna', 'Anne')}\n{DEEDS}"},
    ),
    "a page under its own title": (
        {"a.md": PAGE, "b.md": f"---\ntitle: Who\n---\n\n{LONG}"},
        {"a.md": f"{PAGE}\n## Who\n\n{LONG}"},
    ),
    "two sections under one path": (
        {"a.md": f"# Guide\n\n## Use\n\n{LONG}\n## Use\n\n{OTHER}"},
        {"a.md": f"# Guide\n\n## Use now\n\n{LONG}\n## Use then\n\n{OTHER}"},
    ),
    "a heading that stands before most of what another had": (
        {"a.md": f"# Rooms\n\nAll rooms.\n\n{ROOMS}{SHED}"},
        {
            "a.md": "# Rooms\n\n## Halls\n\nThere is one hall.\n\n"
            f"{SHED}# Old rooms\n\nAll rooms.\n\n{ROOMS.replace('Barn list', 'List of barns')}"
        },
    ),
    "a page of which part goes elsewhere": (
        {"rooms.md": HOUSE + DEEDS},
        {"rooms/plain.md": HOUSE, "rooms/more.md": f"# More on rooms\n\n{DEEDS}"},
    ),
    "a title before a footnote": (
        {"a.md": f"[^1]: A note on the house.\n\n# House\n\n{LONG}"},
        {"a.md": f"{LONG}\n[^1]: A note on the house.\n"},
    ),
    "a target": ({"a.md": PAGE}, {"a.md": PAGE.replace("org/old", "org/recent/sheets")}),
    "a label": ({"a.md": PAGE}, {"a.md": PAGE.replace("[map]", "[chart]")}),
    "a link goes": (
        {"a.md": PAGE},
        {"a.md": PAGE.replace("[map](https://maps.example.org/old)", "map")},
    ),
    "an item": ({"a.md": PAGE}, {"a.md": PAGE.replace("- bring some water for the road\n", "")}),
    "a section comes": (
        {"a.md": PAGE},
        {"a.md": f"{PAGE}\n## Garden\n\nRoses grow along the southern wall of the old yard.\n"},
    ),
    "a section goes": ({"a.md": PAGE}, {"a.md": PAGE[: PAGE.index("## Kitchen")]}),
    "a placeholder": ({"a.md": PAGE}, {"a.md": PAGE.replace("the road\n", "the road\n- TBD\n")}),
    "a page comes": ({"a.md": PAGE}, {"a.md": PAGE, "b.md": "# Boats\n\nBoats lie at the pier.\n"}),
    "a page goes": ({"a.md": PAGE, "b.md": "# Boats\n\nBoats lie at the pier.\n"}, {"a.md": PAGE}),
    "front matter": (
        {"a.md": f"---\nweight: 3\n---\n\n{PAGE}"},
        {"a.md": f"---\nweight: 4\n---\n\n{PAGE}"},
    ),
    "an entry moves with those below it": (
        {**NAV, "SUMMARY.md": f"# Contents\n\n{ANTS}{BEES}{CATS}"},
        {**NAV, "SUMMARY.md": f"# Contents\n\n{CATS}{ANTS}{BEES}"},
    ),
    "an entry goes behind one without a page": (
        {**NAV, "SUMMARY.md": f"# Contents\n\n{ANTS}* [Mice](mice.md)\n{BEES}"},
        {**NAV, "SUMMARY.md": f"# Contents\n\n* [Mice](mice.md)\n{ANTS}{BEES}"},
    ),
    "an entry of a toctree goes down": (
        {**NAV, "index.rst": f"{TREE}   ants\n   bees\n   cats\n"},
        {**NAV, "index.rst": f"{TREE}   bees\n   cats\n   ants\n"},
    ),
    "a section with a toctree goes and its entries stay": (
        {
            **NAV,
            "index.rst": f"{HEAD}Small\n-----\n\nAll that is small.\n\n{TREE[len(HEAD) :]}   ants\n   bees\n",
        },
        {**NAV, "index.rst": f"{TREE}   ants\n   bees\n"},
    ),
    "an item with another target goes down": (
        {
            "a.md": "# A\n\n- See [the list](https://one.example) of all.\n- Read the book of the year.\n- Ask the porter.\n"
        },
        {
            "a.md": "# A\n\n- Read the book of the year.\n- Ask the porter.\n- See [the list](https://two.example) of all.\n"
        },
    ),
    "a link goes to the end of its paragraph": (
        {"a.md": "# A\n\nSee [one](https://one.example), [two](https://two.example) and read.\n"},
        {"a.md": "# A\n\nSee [two](https://two.example), [one](https://one.example) and read.\n"},
    ),
    "a heading below the first goes up and the title goes": (
        {
            "a.md": f"# Old title\n\nWords that nobody needs.\n\n## Team\n\n{LONG}\n## Facts\n\n{OTHER}"
        },
        {"a.md": f"# The team\n\n{LONG}\n## Facts\n\n{OTHER}"},
    ),
    "most entries go to another list": (
        {
            **NAV,
            "index.rst": f"{TREE}   ants\n   bees\n   cats\n   more/index\n",
            "more/index.rst": "More\n====\n\nWhat else there is.\n",
        },
        {
            **NAV,
            "index.rst": f"{TREE}   ants\n   more/index\n",
            "more/index.rst": (
                "More\n====\n\nWhat else there is.\n\n.. toctree::\n\n   /bees\n   /cats\n"
            ),
        },
    ),
    "a page is split, and a block of a part edited that stood first": (
        {"z.md": PAGE},
        {
            "z.md": f"{PAGE[: PAGE.index('## Visits')]}{PAGE[PAGE.index('## Tools') : PAGE.index('## Kitchen')]}",
            "a.md": (
                f"# House\n\n{PAGE[PAGE.index('## Kitchen') :].replace('evening', 'morning')}\n"
                f"{PAGE[PAGE.index('## Visits') : PAGE.index('## Tools')].replace('30', '14')}"
            ),
        },
    ),
    "the same link a second time, elsewhere in a block": (
        {"a.md": f"# A\n\nAsk [them](https://one.example) first.\n\n{LONG}"},
        {
            "a.md": f"# A\n\nSee [all of it](https://one.example) at once.\n\n"
            f"Ask [them](https://one.example) first.\n\n{LONG}"
        },
    ),
    "the keys of front matter in another order, and one more": (
        {"a.md": f"---\nweight: 3\nlayout: wide\n---\n\n{PAGE}"},
        {"a.md": f"---\nlayout: wide\nweight: 3\nkind: list\n---\n\n{PAGE}"},
    ),
    "a cell": (
        {"a.md": f"{PAGE}\n| who | when |\n| --- | --- |\n| Ann | noon |\n| Bob | dusk |\n"},
        {"a.md": f"{PAGE}\n| who | when |\n| --- | --- |\n| Ann | noon |\n| Bob | dawn |\n"},
    ),
}


def _sites(tmp_path: Path, files: tuple[Files, Files]) -> tuple[Site, Site, Changelog]:
    sides = []
    for name, texts in zip(("old", "new"), files, strict=True):
        for path, text in texts.items():
            goal = tmp_path / name / path
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_text(text, encoding="utf-8")
        sides.append(directory(name, tmp_path / name))
    return site(sides[0]), site(sides[1]), diff(*sides)


def _without(changelog: Changelog, gone: Change) -> Changelog:
    rest = tuple(change for change in changelog.changes if change is not gone)
    return msgspec.structs.replace(changelog, changes=rest)


def _silent() -> Changelog:
    side = Side(rev="")
    return Changelog(old=side, new=side, rules=(), changes=(), stats=Stats({}, {}, None))


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_what_the_engine_says_is_enough(tmp_path: Path, files: tuple[Files, Files]) -> None:
    """Every small edit is told."""
    old, new, changelog = _sites(tmp_path, files)
    assert coverage(old, new, changelog) == Coverage(1.0, ())


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_what_is_left_out_is_noticed(tmp_path: Path, files: tuple[Files, Files]) -> None:
    """Each change is needed, but for one of mere formatting: without it, something is left over."""
    old, new, changelog = _sites(tmp_path, files)
    telling = [change for change in changelog.changes if change.nature != "formatting"]
    assert telling
    for change in telling:
        assert coverage(old, new, _without(changelog, change)).share < 1.0, change.kind


def test_a_leftover_has_its_place(tmp_path: Path) -> None:
    """Side, file, line and word are named."""
    old, new, _ = _sites(tmp_path, EDITS["a word"])
    found = coverage(old, new, _silent())
    assert found.share == 0.0
    assert [(each.side, each.path, each.line, each.text) for each in found.uncovered] == [
        ("new", "a.md", 18, "morning"),
        ("old", "a.md", 18, "evening"),
    ]


def test_an_include_follows_its_page(tmp_path: Path) -> None:
    """One place outside of the pages is spelt otherwise from another folder, and is no other place."""
    text = "News\n====\n\n.. include:: {}/NEWS.txt\n"
    files = {"docs/news.rst": text.format("..")}, {"docs/html/news.rst": text.format("../..")}
    assert coverage(*_sites(tmp_path, files)) == Coverage(1.0, ())


def test_the_captions_of_a_new_page(tmp_path: Path) -> None:
    """Captions came with their page, and do not go along with the entry before them, which was elsewhere."""
    rest = "".join(f".. toctree::\n   :caption: {c}\n\n   /{p}\n\n" for c, p in WINGS.items())
    old = {**NAV, "index.rst": f"{TREE}   ants\n   bees\n   cats\n"}
    new = {
        **NAV,
        "index.rst": f"{TREE}   sub/all\n",
        "sub/all.rst": f"Beasts\n======\n\nWhat creeps.\n\n.. toctree::\n\n   /ants\n\n{rest}",
    }
    sites = _sites(tmp_path, (old, new))
    assert [change.kind for change in sites[2].changes].count("nav.moved") == len(WINGS) + 1
    assert coverage(*sites) == Coverage(1.0, ())


def test_the_front_matter_of_a_page_that_was_a_section(tmp_path: Path) -> None:
    """It came with the page, of which the move tells; of a page that was there before it is asked for."""
    start, end = PAGE.index("## Visits"), PAGE.index("## Kitchen")
    left, gone = PAGE[:start] + PAGE[end:], f"# Visits{PAGE[start:end].removeprefix('## Visits')}"
    gone = gone.replace("## Tools", "### Tools")
    one = PAGE.replace("## Tools", "### Tools")
    page = {"b.md": f"---\nlayout: wide\n---\n\n{gone}"}
    sites = _sites(tmp_path, ({"a.md": one}, {"a.md": left, **page}))
    assert [change.kind for change in sites[2].changes] == ["section.moved"]
    assert coverage(*sites) == Coverage(1.0, ())
    assert "layout=wide" in {each.text for each in coverage(*sites[:2], _silent()).uncovered}


def test_the_front_matter_of_a_page_that_was_a_part(tmp_path: Path) -> None:
    """It came with the page, of which the split tells; that of the page which stays has no order."""
    more = f"{OTHER}\n{LONG}\n{OTHER.upper()}\n{LONG.upper()}"
    keys = "layout: wide\nweight: 3\n"
    sites = _sites(
        tmp_path,
        (
            {"a.md": f"---\n{keys}---\n\n# Guide\n\n{LONG.title()}\n{OTHER.title()}\n{more}"},
            {
                "a.md": f"---\nweight: 3\nlayout: wide\n---\n\n# Guide\n\n{LONG.title()}\n{OTHER.title()}",
                "b.md": f"---\n{keys}---\n\n# Rest\n\n{more}",
            },
        ),
    )
    assert [change.kind for change in sites[2].changes] == ["section.split"]
    assert coverage(*sites) == Coverage(1.0, ())


def test_a_link_that_works_again(tmp_path: Path) -> None:
    """What mended it tells of it, also where its page went elsewhere meanwhile."""
    text = f"Zoo\n===\n\n{LONG}\nSee :ref:`bears` first.\n"
    bears = ".. _bears:\n\nBears\n=====\n\nThey sleep until spring comes.\n"
    files = {"zoo.rst": text}, {"wild/zoo.rst": text, "bears.rst": bears}
    assert coverage(*_sites(tmp_path / "role", files)) == Coverage(1.0, ())
    listed = {"SUMMARY.md": f"# Contents\n\n{ANTS}{BEES}", "ants.md": NAV["ants.md"]}
    assert coverage(*_sites(tmp_path / "entry", (listed, listed | NAV))) == Coverage(1.0, ())


def test_a_label_that_begins_a_word(tmp_path: Path) -> None:
    """The ending behind it stayed; what tells of the label tells of the word."""
    text = "# A\n\nUnlike [{}](https://one.example)s, they stay where they are all year.\n"
    sites = _sites(tmp_path, ({"a.md": text.format("cow")}, {"a.md": text.format("horse")}))
    assert [change.kind for change in sites[2].changes] == ["link.relabelled"]
    assert coverage(*sites) == Coverage(1.0, ())
    assert coverage(*sites[:2], _silent()).share == 0.0


def test_a_link_that_went_into_a_heading(tmp_path: Path) -> None:
    """Its place is in the section still, and its words are told by the heading."""
    texts = (
        f"# A\n\n## Bears\n\n(See also: [cave](https://one.example))\n\n{LONG}",
        f"# A\n\n## Bears (or: [Cave](https://one.example))\n\n{LONG}",
    )
    sites = _sites(tmp_path, ({"a.md": texts[0]}, {"a.md": texts[1]}))
    assert coverage(*sites) == Coverage(1.0, ())
    assert coverage(*sites[:2], _silent()).share == 0.0


def test_two_names_of_a_heading_are_one_place(tmp_path: Path) -> None:
    """A link to a page and one to the label of its title lead to one place."""
    goal = {
        "zoo.md": f"(all-beasts)=\n\n# Zoo\n\n{LONG}",
        "conf.py": "extensions = ['myst_parser']\n",
    }
    texts = [f"# A\n\nSee [the zoo]({way}) and come.\n" for way in ("zoo.md", "#all-beasts")]
    files = {"a.md": texts[0], **goal}, {"a.md": texts[1], **goal}
    assert coverage(*_sites(tmp_path, files)) == Coverage(1.0, ())


def test_nothing_differs(tmp_path: Path) -> None:
    """Two equal sites are covered by an empty changelog."""
    old, new, changelog = _sites(tmp_path, ({"a.md": PAGE}, {"a.md": PAGE}))
    assert changelog.changes == ()
    assert coverage(old, new, changelog) == Coverage(1.0, ())


TWICE = "Call the porter before the gate is opened for a delivery."

PARTS = (
    "# Gates\n\n## North\n\nThe north gate is for carts and horses, day and night.\n\n"
    f"- Look at the seal of every cart that comes in.\n- {TWICE}\n\n"
    "## South\n\nThe south gate is for people on foot, from dawn to dusk.\n\n"
    f"- Ask for the name of whoever is not known here.\n- {TWICE}\n"
)

ONE = (
    "# Gates\n\n## Both gates\n\nThe north gate is for carts and horses, day and night.\n\n"
    "The south gate is for people on foot, from dawn to dusk.\n\n"
    "- Look at the seal of every cart that comes in.\n"
    f"- Ask for the name of whoever is not known here.\n- {TWICE}\n"
)


@pytest.mark.parametrize("texts", [(PARTS, ONE), (ONE, PARTS)], ids=["merged", "split"])
def test_a_line_that_two_parts_had_and_the_whole_has_once(
    tmp_path: Path, texts: tuple[str, str]
) -> None:
    """One of the two is told, and the plain comparison may take either."""
    old, new, changelog = _sites(tmp_path, ({"a.md": texts[0]}, {"a.md": texts[1]}))
    lone = [
        block.before or block.after
        for change in changelog.changes
        for block in change.blocks or ()
        if block.op in {"added", "removed"}
    ]
    assert lone == [TWICE]
    assert coverage(old, new, changelog) == Coverage(1.0, ())


def test_a_word_that_went_elsewhere_unsaid_is_noticed(tmp_path: Path) -> None:
    """What stands on both sides is no gap only where changes tell of more than differs."""
    files = {"a.md": PAGE}, {"a.md": PAGE.replace("right side", "side right")}
    old, new, _ = _sites(tmp_path, files)
    assert {each.text for each in coverage(old, new, _silent()).uncovered} <= {"right", "side"}
    assert coverage(old, new, _silent()).share == 0.0


def test_an_edit_inside_a_moved_section_is_asked_for(tmp_path: Path) -> None:
    """A move tells where a section went, not what was edited on the way."""
    other = "# Depot\n\nWhat is not needed lies here.\n"
    start, end = PAGE.index("## Tools"), PAGE.index("## Kitchen")
    tools = PAGE[start:end]
    new_text = other + "\n" + tools.replace("saws hang", "axes hang")
    old, new, _ = _sites(
        tmp_path,
        ({"a.md": PAGE, "b.md": other}, {"a.md": PAGE[:start] + PAGE[end:], "b.md": new_text}),
    )
    line = 1 + PAGE[:start].count("\n")
    moved = Change(
        kind="section.moved",
        old=Location("a.md", ("Guide", "Tools"), "tools", (line, line + 3)),
        new=Location("b.md", ("Depot", "Tools"), "tools", (5, 7)),
        significance="structure",
    )
    found = coverage(old, new, msgspec.structs.replace(_silent(), changes=(moved,)))
    assert [(each.side, each.text) for each in found.uncovered] == [
        ("old", "saws"),
        ("new", "axes"),
    ]
