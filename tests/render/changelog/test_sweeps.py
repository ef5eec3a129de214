from __future__ import annotations

import pytest

from drift.changes.base import BlockChange, Change, Hunk, Location, Nature
from drift.render.changelog.bundle import Bundle
from drift.render.changelog.sweeps import MOST_LISTED, sections, sweep, swept


def _renamed(before: str, after: str, path: str = "a.md") -> Change:
    at = Location(path, (after,), None, (1, 2))
    return Change(
        id=f"{path} {before}",
        kind="section.renamed",
        old=at,
        new=at,
        before=before,
        after=after,
        significance="structure",
    )


def _edited(*found: Hunk, kind: str = "paragraph", nature: Nature = "typo") -> Change:
    at = Location("a.md", ("A",), None, (1, 2))
    block = BlockChange("edited", kind, "", "", None, found)
    return Change(
        id="e",
        kind="section.edited",
        old=at,
        new=at,
        nature=nature,
        blocks=(block,),
        significance="cosmetic",
    )


@pytest.mark.parametrize(
    ("change", "idle"),
    [
        (_renamed("Working Hours", "Working hours"), True),
        (_renamed("Why travel", "Why travel?"), True),
        (_renamed("Team", "Teams"), False),
        (_renamed("Version 1.5", "Version 15"), False),
        (_edited(Hunk("pip", "Pip"), Hunk("", ".")), True),
        (_edited(Hunk("pip", "Pip"), Hunk("a", "b")), False),
        (_edited(Hunk("Pip", "pip"), kind="code"), False),
        (_edited(Hunk("pip", "Pip"), nature="facts"), False),
    ],
)
def test_case_and_punctuation_are_idle(change: Change, *, idle: bool) -> None:
    found = swept([change, _renamed("One", "one")], kept=())
    assert (change not in found.rest) is idle


def test_on_many_pages_all_is_one_line_and_on_few_one_a_page() -> None:
    pages = [_renamed("One Day", "One day", f"{name}.md") for name in "abc"]
    assert swept(pages, kept=()).everywhere == tuple(pages)
    found = swept([*pages[:2], _renamed("Two Days", "Two days")], kept=())
    assert {path: len(changes) for path, changes in found.by_page.items()} == {"a.md": 2}
    assert found.rest == (pages[1],)


def test_what_others_follow_from_stays() -> None:
    pages = [_renamed("One Day", "One day", f"{name}.md") for name in "abc"]
    assert swept(pages, kept={pages[0].id}).rest == tuple(pages)


def test_a_sweep_tells_numbers_pairs_and_pages() -> None:
    pages = [_renamed("One Day", "One day", f"{name}.md") for name in "ab"]
    bundle = sweep([*pages, _edited(Hunk("pip", "Pip"))])
    assert bundle.head[0].text == (
        "2 headings and 1 passage on 2 pages changed in nothing but case or punctuation"
    )
    assert _rows(bundle) == ["One Day → One day (2 times); pip → Pip", "in a.md, b.md"]


def test_a_sign_came_or_went() -> None:
    signs = [_edited(Hunk("", ".")), _edited(Hunk(",", "")), _edited(Hunk(",", ""))]
    assert _rows(sweep(signs))[0] == "“,” removed (2 times); “.” added"


def _formatted(path: str, section: str, *blocks: BlockChange) -> Change:
    at = Location(path, (section,), None, (1, 2))
    return Change(
        id=f"{path} {section}",
        kind="section.edited",
        old=at,
        new=at,
        nature="formatting",
        blocks=blocks,
        significance="cosmetic",
    )


_CODE = BlockChange("edited", "code", "x", "x", (1, 1))
_GONE = BlockChange("removed", "directive", "", None, (1, 1), name="contents")
_CAME = BlockChange("added", "directive", None, "", (1, 1), name="contents")


@pytest.mark.parametrize(("block", "verb"), [(_GONE, "removed"), (_CAME, "added")])
def test_mere_formatting_is_swept(block: BlockChange, verb: str) -> None:
    changes = [_formatted(f"{name}.md", "A", _CODE, _CODE, block) for name in "abc"]
    assert swept(changes, kept=()).everywhere == tuple(changes)
    bundle = sweep(changes)
    assert bundle.head[0].text == "3 passages on 3 pages changed in nothing but formatting"
    assert _rows(bundle) == [f"6 code blocks; {verb} 3 contents directives", "in a.md, b.md, c.md"]


def test_formatting_of_one_page_names_the_sections() -> None:
    changes = [_formatted("a.md", name, _CODE) for name in ("One", "Two", "Two")]
    found = swept([*changes, _renamed("Three", "three", "b.md")], kept=())
    assert found.by_page == {"a.md": tuple(changes)}
    assert _rows(sweep(changes)) == ["3 code blocks", "in One, Two"]


def test_a_sweep_of_both_says_so() -> None:
    bundle = sweep([_renamed("Three", "three"), _formatted("a.md", "One", _CODE)])
    assert bundle.head[0].text == (
        "1 heading and 1 passage changed in nothing but case, punctuation or formatting"
    )
    assert _rows(bundle) == ["Three → three", "formatting of 1 code block", "in One"]


def _rows(bundle: Bundle) -> list[str]:
    return ["".join(s.text for value in row.values for s in value.spans) for row in bundle.rows]


def test_renamed_headings_have_a_row_each() -> None:
    bundle = sections([_renamed("One", "Two"), _renamed("Three", "Four")])
    assert (bundle.head[0].text, len(bundle.rows)) == ("2 headings renamed", 2)


def test_sections_in_another_order_are_named() -> None:
    at = [Location("a.md", ("Terms", name), None, (1, 1)) for name in ("Amber", "Birch", "Cedar")]
    bundle = sections(
        [
            Change(
                kind="section.reordered",
                old=one,
                new=one,
                before=1,
                after=2,
                significance="structure",
            )
            for one in at
        ]
    )
    assert bundle.head[0].text == "3 sections in another order"
    assert _rows(bundle) == ["Amber, Birch, Cedar"]


@pytest.mark.parametrize(
    ("path", "old", "new", "head"),
    [
        ("a.md", "Old", ("New",), "3 sections moved to New from Old"),
        ("b.md", "Old", ("New",), "3 sections moved to New from b.md › Old"),
        ("b.md", "", (), "3 sections moved here from b.md"),
    ],
)
def test_sections_that_moved_one_way_are_named(
    path: str, old: str, new: tuple[str, ...], head: str
) -> None:
    was = (old,) if old else ()
    bundle = sections(
        [
            Change(
                kind="section.moved",
                old=Location(path, (*was, name), None, (1, 1)),
                new=Location("a.md", (*new, name), None, (1, 1)),
                before=(*was, name),
                after=(*new, name),
                significance="structure",
            )
            for name in ("Amber", "Birch", "Cedar")
        ]
    )
    assert "".join(span.text for span in bundle.head) == head
    assert _rows(bundle) == ["Amber, Birch, Cedar"]


def test_links_that_lead_elsewhere_are_named_by_their_sections() -> None:
    rows = (("Oars", "oar_shop", "oars"), ("Oars", "oar_shop", "oars"), ("Sails", "loft", "sails"))
    bundle = sections(
        [
            Change(
                kind="link.retargeted",
                old=(at := Location("a.md", (name,), None, (1, 1))),
                new=at,
                before=f"https://yard.example/{before}.html",
                after=f"https://yard.example/shop/{after}.html",
                significance="links",
            )
            for name, before, after in rows
        ]
    )
    assert bundle.head[0].text == "3 links in 2 sections lead elsewhere"
    assert [row.name for row in bundle.rows] == ["Oars", "Sails"]
    assert _rows(bundle) == ["oar_shop → shop/oars", "loft → shop/sails"]


def test_of_very_many_new_headings_the_rest_is_counted() -> None:
    many = [_renamed(f"One {number}", f"Two {number}") for number in range(MOST_LISTED)]
    assert len(sections(many).rows) == MOST_LISTED
    rows = sections([*many, _renamed("Last", "Latest")]).rows
    assert len(rows) == MOST_LISTED - 1
    assert rows[-1].values[0].spans[0].text == "and 3 more"
