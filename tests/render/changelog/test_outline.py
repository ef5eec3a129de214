from __future__ import annotations

import msgspec

from drift.changes.base import BlockChange, Change, Location
from drift.explain.base import Changelog, Rule, Side, Stats
from drift.render.changelog.outline import outline
from drift.render.changelog.summary import alike_followed


def _change(
    name: str, *, path: str = "a.md", line: int | None = None, cause: str | None = None
) -> Change:
    lines = None if line is None else (line, line)
    section = () if line is None else (f"at {line}",)
    return Change(
        id=name,
        kind="section.edited",
        old=None,
        new=Location(path, section, None, lines),
        cause=cause,
        significance="wording",
    )


def _changelog(*changes: Change, rules: tuple[Rule, ...] = ()) -> Changelog:
    side = Side("v")
    return Changelog(old=side, new=side, rules=rules, changes=changes, stats=Stats({}, {}, None))


def test_pages_by_path_their_own_changes_first_then_sections_by_line() -> None:
    parts = outline(
        _changelog(
            _change("1", path="b.md"), _change("2", line=9), _change("3", line=2), _change("4")
        )
    )
    assert [
        (page.path, [entry.change.id for place in page.places for entry in place.entries])
        for page in parts.pages
    ] == [("a.md", ["4", "3", "2"]), ("b.md", ["1"])]


def test_what_follows_is_folded_under_the_last_cause_that_is_told() -> None:
    rule = Rule(id="r", kind="term.renamed", before="x", after="y", count=1, confidence=1.0)
    parts = outline(
        _changelog(
            _change("1", cause="r"),
            _change("2", cause="1"),
            _change("3"),
            _change("4", cause="3"),
            rules=(rule,),
        )
    )
    (entry,) = parts.pages[0].places[0].entries
    assert [change.id for change in parts.rules[0].followers] == ["1", "2"]
    assert [change.id for change in entry.followers] == ["4"]
    assert (parts.told, parts.folded) == (1, 3)


def test_a_cause_that_was_filtered_out_folds_nothing() -> None:
    assert outline(_changelog(_change("1", cause="gone"))).told == 1


def test_causes_in_a_circle_are_told() -> None:
    assert outline(_changelog(_change("1", cause="2"), _change("2", cause="1"))).told == 2


def test_what_a_moved_page_lost_is_told_where_it_is_now() -> None:
    moved = Change(
        id="m",
        kind="page.moved",
        old=Location("old.md", ()),
        new=Location("new.md", ()),
        significance="structure",
    )
    lost = Change(
        id="l",
        kind="section.removed",
        old=Location("old.md", ("A",), "a", (1, 2)),
        new=None,
        significance="content",
    )
    (page,) = outline(_changelog(moved, lost)).pages
    assert (page.path, page.was, len(page.places)) == ("new.md", "old.md", 2)


def test_pages_that_came_with_the_same_are_told_together() -> None:
    pages = [
        _change(name, path=f"{name}.md", cause=cause)
        for page in ("1", "2", "3")
        for name, cause in ((page, None), (f"{page} entry", page))
    ]
    (alike,) = outline(_changelog(*pages)).alike
    assert (alike.paths, len(alike.entry.followers)) == (("1.md", "2.md", "3.md"), 1)
    assert alike_followed(alike) == "each with it: 1 section edited"
    other = outline(_changelog(*pages, _change("4", path="4.md")))
    assert [page.path for page in other.pages] == ["4.md"]


def _renamed(before: str, after: str, line: int, path: str = "a.md") -> Change:
    at = Location(path, (after,), None, (line, line))
    return Change(
        id=f"{path}{before}",
        kind="section.renamed",
        old=at,
        new=at,
        before=before,
        after=after,
        significance="structure",
    )


def test_headings_of_which_nothing_else_is_told_are_one_list() -> None:
    changelog = _changelog(_renamed("Team", "People", 1), _renamed("Trips", "Travel", 2))
    (page,) = outline(changelog).pages
    (listed,) = page.lists
    assert ([change.before for change in listed], page.places) == (["Team", "Trips"], ())
    (page,) = outline(changelog, whole=True).pages
    assert (page.lists, len(page.places)) == ((), 2)


def _reordered(name: str, line: int) -> Change:
    at = Location("a.md", ("Terms", name), None, (line, line))
    return Change(
        id=name,
        kind="section.reordered",
        old=at,
        new=at,
        before=line + 1,
        after=line,
        significance="structure",
    )


def test_many_sections_in_another_order_are_one_list() -> None:
    order = [_reordered(name, line) for line, name in enumerate(("Amber", "Birch", "Cedar"))]
    (page,) = outline(_changelog(*order)).pages
    assert (page.lists, page.places) == ((tuple(order),), ())
    (page,) = outline(_changelog(*order[:2])).pages
    assert (page.lists, len(page.places)) == ((), 2)


def _retargeted(name: str, line: int, to: str) -> Change:
    at = Location("a.md", (name,), None, (line, line))
    return Change(
        id=f"{name} {to}",
        kind="link.retargeted",
        old=at,
        new=at,
        before=f"old/{to}.md",
        after=f"new/place/{to}.md",
        significance="links",
    )


def test_sections_of_which_links_alone_lead_elsewhere_are_one_list() -> None:
    links = [_retargeted("Amber", 1, "a"), _retargeted("Amber", 1, "b")]
    links += [_retargeted("Birch", 2, "c"), _retargeted("Cedar", 3, "d")]
    edited = msgspec.structs.replace(_change("5", line=4), new=links[3].new)
    (page,) = outline(_changelog(*links[:3], edited)).pages
    assert (page.lists, len(page.places)) == ((), 3)
    links = [msgspec.structs.replace(one, before=f"{n}.md") for n, one in enumerate(links)]
    (page,) = outline(_changelog(*links)).pages
    assert (page.lists, page.places) == ((tuple(links),), ())
    (page,) = outline(_changelog(*links, edited)).pages
    assert (page.lists, len(page.places)) == ((), 3)


def test_headings_that_changed_in_case_alone_are_told_together() -> None:
    parts = outline(_changelog(*(_renamed("A B", "A b", 1, f"{name}.md") for name in "abc")))
    assert (len(parts.sweep), parts.pages, parts.told) == (3, (), 3)


def test_parts_that_came_together_say_where_they_were() -> None:
    new = Location("a.md", ("A",), None, (1, 1))
    olds = (new, Location("a.md", ("B",), None, (2, 2)), Location("b.md", ("C",), None, (1, 1)))
    edits = [
        Change(id=str(number), kind="section.edited", old=old, new=new, significance="wording")
        for number, old in enumerate(olds)
    ]
    blocks = (BlockChange("added", "paragraph", None, "x", (1, 1)),)
    (page,) = outline(
        _changelog(*(msgspec.structs.replace(edit, blocks=blocks) for edit in edits))
    ).pages
    assert [entry.part for entry in page.places[0].entries] == ["", "B", "b.md › C"]
