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

Files = dict[str, str]

PAGE = (
    "# Guide\n\nThe opening words of the guide stay.\n\n"
    "## Visits\n\nGuests must sign the book within 30 days of their stay.\n\n"
    "- bring a [map](https://maps.example.org/old)\n- bring some water for the road\n\n"
    "## Tools\n\nHammers hang left of the door and saws hang on the right side of it.\n\n"
    "## Kitchen\n\nKettles are filled in the evening by whoever leaves last.\n"
)

EDITS: dict[str, tuple[Files, Files]] = {
    "a word": ({"a.md": PAGE}, {"a.md": PAGE.replace("evening", "morning")}),
    "a number": ({"a.md": PAGE}, {"a.md": PAGE.replace("30", "14")}),
    "a heading": ({"a.md": PAGE}, {"a.md": PAGE.replace("## Tools", "## Instruments")}),
    "the title": ({"a.md": PAGE}, {"a.md": PAGE.replace("# Guide", "# Handbook")}),
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


def test_nothing_differs(tmp_path: Path) -> None:
    """Two equal sites are covered by an empty changelog."""
    old, new, changelog = _sites(tmp_path, ({"a.md": PAGE}, {"a.md": PAGE}))
    assert changelog.changes == ()
    assert coverage(old, new, changelog) == Coverage(1.0, ())


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
