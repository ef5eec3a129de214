from __future__ import annotations

import re

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from drift.changes.base import BlockChange, Change, LinkFacts, LinkSides, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.changelog.text import TEXT
from drift.render.changelog.view import View


@pytest.mark.parametrize(
    ("name", "width", "context", "verbose", "color"),
    [
        ("plain", 80, 3, False, False),
        ("in_full", 80, 1, True, False),
        ("narrow", 40, 0, False, False),
        ("colored", 80, 3, False, True),
    ],
)
def test_golden(
    sample_changelog: Changelog,
    file_regression: FileRegressionFixture,
    name: str,
    width: int,
    context: int,
    verbose: bool,
    color: bool,
) -> None:
    view = View(
        changelog=sample_changelog, width=width, context=context, verbose=verbose, color=color
    )
    text = TEXT.render(view)
    file_regression.check(text, basename=name, extension=".txt", encoding="utf-8", newline="")


def test_without_color_there_is_no_control_character(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_lines_keep_to_the_width_where_they_can_be_broken(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog, width=40))
    assert all(len(line) <= 40 for line in text.splitlines() if "http" not in line)


def test_what_a_rule_explains_is_not_repeated(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog))
    assert text.count("QPAD →") == 1
    assert text.count("guides/ →") == 1


def test_no_change_is_one_sentence() -> None:
    side = Side("v1")
    empty = Changelog(
        old=side, new=side, rules=(), changes=(), stats=Stats({"old": 1, "new": 1}, {}, None)
    )
    assert TEXT.render(View(changelog=empty)) == "v1 → v1\n\nNothing changed.\n"


def test_a_change_stands_under_its_page_and_section() -> None:
    here = Location("a.md", ("A",), "a", (1, 2))
    change = Change(
        kind="placeholder.added", old=None, new=here, after="TBD", significance="content"
    )
    side = Side("v1")
    told = Changelog(old=side, new=side, rules=(), changes=(change,), stats=Stats({}, {}, None))
    assert TEXT.render(View(changelog=told)).splitlines()[2:] == [
        "a.md",
        "",
        "  A",
        "    + placeholder added: TBD",
        "",
        "1 change on 1 page.",
    ]


def _told(*changes: Change, width: int = 80) -> list[str]:
    side = Side("v1")
    told = Changelog(old=side, new=side, rules=(), changes=changes, stats=Stats({}, {}, None))
    return TEXT.render(View(changelog=told, width=width)).splitlines()[2:-2]


def _link(label: str, target: str) -> Change:
    here = Location("a.md", ("A",), "a", (1, 2))
    return Change(
        id=label,
        kind="link.added",
        old=None,
        new=here,
        after=target,
        significance="links",
        link=LinkSides(None, LinkFacts(label, target, "inline")),
    )


def test_links_stand_in_columns_where_there_is_room_and_below_each_other_where_not() -> None:
    links = _link("Fares", "fares.md"), _link("Maps of towns", "https://maps.example/towns")
    assert _told(*links)[3:] == [
        "    + 2 new links",
        "      Fares          fares.md",
        "      Maps of towns  https://maps.example/towns",
    ]
    assert _told(*links, width=40)[3:] == [
        "    + 2 new links",
        "      Fares",
        "        fares.md",
        "      Maps of towns",
        "        https://maps.example/towns",
    ]


def test_columns_are_straight_beside_wide_letters() -> None:
    assert _told(_link("车票", "fares.md"), _link("Maps", "maps.md"))[4:] == [
        "      车票  fares.md",
        "      Maps  maps.md",
    ]


def test_what_is_new_says_how_it_begins() -> None:
    here = Location("a.md", ("A",), "a", (1, 2))
    blocks = tuple(
        BlockChange("added", "list_item", None, text, (1, 1)) for text in ("Ask Ann", "Go home.")
    )
    new = Change(
        id="n", kind="section.added", old=None, new=here, significance="content", blocks=blocks
    )
    assert _told(new)[3:] == ["    + new section", "      + Ask Ann · Go home."]


def test_pages_of_a_list_say_how_they_begin() -> None:
    pages = [
        Change(
            id=name,
            kind="page.added",
            old=None,
            new=Location(f"{name}.md", ()),
            significance="content",
            blocks=(BlockChange("added", "paragraph", None, f"All about {name}.", (1, 1)),),
        )
        for name in "abc"
    ]
    assert _told(*pages) == [
        "3 pages: new page",
        "  a.md",
        "    All about a.",
        "  b.md",
        "    All about b.",
        "  c.md",
        "    All about c.",
    ]


def test_a_link_whose_label_is_its_target_does_not_spoil_the_column() -> None:
    links = tuple(
        Change(
            id=target,
            kind="link.added",
            old=None,
            new=Location("a.md", ()),
            after=target,
            significance="links",
            link=LinkSides(None, LinkFacts(label, target, "inline")),
        )
        for label, target in (("Fares", "fares.md"), ("b.md", "b.md"))
    )
    side = Side("v1")
    told = Changelog(old=side, new=side, rules=(), changes=links, stats=Stats({}, {}, None))
    lines = TEXT.render(View(changelog=told, width=40)).splitlines()
    assert [line.strip() for line in lines if "s.md" in line or line.strip() == "b.md"] == [
        "Fares  fares.md",
        "b.md",
    ]
