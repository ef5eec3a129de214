from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from drift.aggregate.standpoint import Standpoint
from drift.aggregate.trace import Moment
from drift.changes.base import Location
from drift.explain.base import Rule
from drift.render.trace.base import TraceView
from drift.render.trace.text import TEXT, shown
from tests.aggregate.lives import LEAVE, TRAVEL, built, moments, page, part
from tests.render.trace.sample import written
from tests.revision.builder import Builder

SECTION = """\
staff/a.md#time-off at HEAD

8b0b7e92a1  2020-09-13  Ada
    Step 5
    restored
      + new section (restored, removed by cb330f53fc)
        + Holidays are agreed with the team first and entered in the shared
          calendar afterwards.

cb330f53fc  2020-09-13  Ada
    Step 4
    removed
      - section removed
        - Holidays are agreed with the team first and entered in the shared
          calendar afterwards.

d77c5e04e5  2020-09-13  Ada
    Step 3
    renamed (was #leave)
      ~ heading: Leave → Time off

290605aebe  2020-09-13  Ada
    Step 2
    moved
      ~ moved here from a.md

2dee06e4cd  2020-09-13  Ada  (first commit)
    Step 0
    created
      + new page

5 commits.
"""

PAGE = """\
75980df6e2  2020-09-13  Ada
    Step 1
    edited
      Staff
        ~ facts changed: two added
          ~ Book [-trains-] {+coaches+} before flights, and …
          ~ … costs more than [-a wage-] {+two wages+}.

2dee06e4cd  2020-09-13  Ada  (first commit)
    Step 0
    created
      + new page
        + Book trains before flights, and ask the travel desk when a trip costs
          more than a wage.
        + 2 sections: Leave, Keys

6 commits.
"""

BLAME = """\
staff/a.md#keys at HEAD

2dee06e4cd 2020-09-13 Ada             # Keys
                                      Lock the screen whenever a desk is left
                                      alone, and tell the front office of lost
                                      keys.
"""


def test_a_section_is_told_without_what_its_reader_knows(folder: Path) -> None:
    assert written(TEXT, folder, "staff/a.md#time-off") == SECTION


def test_a_page_is_told_with_the_headings_on_it(folder: Path) -> None:
    assert written(TEXT, folder, "staff/a.md").endswith(PAGE)


def test_what_it_was_split_off_from_can_be_traced_on(folder: Path) -> None:
    told = written(TEXT, folder, "staff/a.md#comfort")
    assert "\n    Step 3\n    split off from staff/a.md#keys\n" in told
    assert told.endswith("\n3 commits.\nBefore: drift trace 'staff/a.md#keys' --at d77c5e04e5^\n")


def test_a_text_beside_its_commits(folder: Path) -> None:
    assert written(TEXT, folder, "staff/a.md#keys", blame=True) == BLAME


@pytest.mark.parametrize("width", [45, 60, 80])
def test_no_line_is_wider_than_the_paper(folder: Path, width: int) -> None:
    for blame in (False, True):
        told = written(TEXT, folder, "staff/a.md", blame=blame, width=width)
        assert max(map(len, told.splitlines())) <= width


def test_a_moment_is_written_before_the_next_is_looked_for(folder: Path) -> None:
    def endless() -> Iterator[Moment]:
        yield from moments(folder, "staff/a.md")[:1]
        raise AssertionError

    lines = TEXT.render(TraceView(place=Standpoint(("a.md", "")), rev="v1", moments=endless()))
    assert next(lines) == b"a.md at v1\n\n"
    assert b"Step 5" in next(lines)


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (Standpoint(("a.md", "")), "a.md"),
        (Standpoint(("a.md", "x"), ("T", "X")), "a.md#x"),
        (Standpoint(("a.md", "x~2"), ("T", "X")), "a.md#x"),
        (Standpoint(("a.md", "~1"), ("T", "?!")), "a.md#?!"),
    ],
)
def test_a_place_is_called_as_its_user_would(place: Standpoint, word: str) -> None:
    assert shown(place) == word


def test_a_rule_is_told_for_the_page_alone(folder: Path) -> None:
    (moment, *_) = moments(folder, "staff/a.md")
    places = tuple(Location(path, (), None, (1, 1)) for path in ("staff/a.md", "b.md", "c.md"))
    rule = Rule(
        id="r1", kind="term.renamed", before="x", after="y", count=3, confidence=1.0, places=places
    )
    entry = msgspec.structs.replace(moment.entry, rules=(rule,))
    view = TraceView(
        place=Standpoint(("staff/a.md", "")),
        rev="HEAD",
        moments=(msgspec.structs.replace(moment, entry=entry),),
    )
    assert b"term renamed: x \xe2\x86\x92 y in staff/a.md:1\n" in b"".join(TEXT.render(view))


def test_nothing_steers_the_terminal(folder: Path) -> None:
    (moment, *_) = moments(folder, "staff/a.md")
    evil = "\x1b[31m\u202e.md"
    commit = msgspec.structs.replace(moment.commit, author="A\x07da", subject="S\x1b[0m")
    there = Standpoint((evil, ""))
    told = msgspec.structs.replace(moment, commit=commit, old=there)
    view = TraceView(place=there, rev="\x1b", moments=(told,))
    text = b"".join(TEXT.render(view)).decode()
    assert {"\x1b", "\u202e", "\x07"}.isdisjoint(text)
    assert "\\x1b[31m" in text


def test_a_folder_that_moved_is_told_once(tmp_path: Path) -> None:
    pages = {f"{name}.md": page(name.title(), TRAVEL, part(name, LEAVE)) for name in ("one", "two")}
    folder = built(
        Builder(tmp_path / "handbook.git"),
        [{f"{at}/{name}": text for name, text in pages.items()} for at in "ab"],
    )
    told = written(TEXT, folder, "b/one.md#one")
    assert "    moved\n    = folder moved: a/ → b/ in b/one.md\n" in told
