from __future__ import annotations

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.render.changelog.bundle import Bundle, Row
from drift.render.changelog.groups import grouped
from drift.render.changelog.outline import Entry

_HERE = Location("a.md", ("A",), "a", (1, 9))


def _link(kind: str, label: str, before: str | None, after: str | None) -> Entry:
    old = LinkFacts(label, before, "inline") if before else None
    new = LinkFacts(label, after, "inline") if after else None
    return Entry(
        Change(
            kind=kind,
            old=_HERE if old else None,
            new=_HERE if new else None,
            before=before,
            after=after,
            significance="links",
            link=LinkSides(old, new),
        )
    )


def _shown(row: Row) -> tuple[str, list[str]]:
    return row.name, [
        (value.mark or "") + "".join(span.text for span in value.spans) for value in row.values
    ]


def test_links_of_a_kind_are_one_list_wherever_they_stand() -> None:
    entries = [
        _link("link.added", "Fares", None, "fares.md"),
        _link("link.removed", "Maps", "maps.md", None),
        _link("link.added", "b.md", None, "b.md"),
    ]
    first, second = grouped(entries, whole=False)
    assert isinstance(first, Bundle)
    assert (first.mark, first.head[0].text) == ("+", "2 new links")
    assert list(map(_shown, first.rows)) == [("Fares", ["fares.md"]), ("", ["b.md"])]
    assert second == entries[1]


def test_files_that_are_shown_where_they_stand_are_no_links() -> None:
    sides = [LinkSides(None, LinkFacts("", f"inc/{name}.md", "include")) for name in "ab"]
    entries = [
        Entry(
            Change(
                kind="link.added",
                old=None,
                new=_HERE,
                after=f"inc/{name}.md",
                significance="links",
                link=link,
            )
        )
        for name, link in zip("ab", sides, strict=True)
    ]
    link = _link("link.added", "Fares", None, "fares.md")
    bundle, rest = grouped([*entries, link], whole=False)
    assert isinstance(bundle, Bundle)
    assert bundle.head[0].text == "2 files included now"
    assert list(map(_shown, bundle.rows)) == [("", ["inc/a.md"]), ("", ["inc/b.md"])]
    assert rest == link


def test_entries_below_the_same_one_are_in_another_order() -> None:
    entries = [
        Entry(
            Change(
                kind="nav.moved",
                old=_HERE,
                new=_HERE,
                before=("Crew", name),
                after=("Crew", name),
                significance="structure",
            )
        )
        for name in ("Keys", "Maps")
    ]
    (bundle,) = grouped(entries, whole=False)
    assert isinstance(bundle, Bundle)
    assert bundle.head[0].text == "2 entries in another order in the navigation"
    assert list(map(_shown, bundle.rows)) == [("", ["Crew › Keys"]), ("", ["Crew › Maps"])]


def test_long_targets_stand_below_each_other() -> None:
    old, new = "https://example.org/" + "a" * 20, "https://example.org/" + "b" * 20
    (bundle,) = grouped([_link("link.retargeted", "Fares", old, new)], whole=False)
    assert isinstance(bundle, Bundle)
    assert "".join(span.text for span in bundle.head) == "link “Fares” leads elsewhere"
    assert list(map(_shown, bundle.rows)) == [("", [f"-{old}", f"+{new}"])]


def test_in_full_each_is_told_by_itself() -> None:
    entries = [_link("link.added", name, None, name) for name in ("a", "b")]
    assert list(grouped(entries, whole=True)) == entries


def test_what_came_from_several_places_has_a_row_each() -> None:
    olds = tuple(
        Location(path, (name,)) for path, name in (("a.md", "A"), ("a.md", "B"), ("b.md", "C"))
    )
    merged = Change(kind="section.merged", old=olds, new=_HERE, significance="structure")
    (bundle,) = grouped([Entry(merged)], whole=False)
    assert isinstance(bundle, Bundle)
    assert bundle.head[0].text == "merged with"
    assert [values for _, values in map(_shown, bundle.rows)] == [["B"], ["b.md › C"]]


def test_of_very_many_links_the_rest_is_counted() -> None:
    (bundle,) = grouped(
        [_link("link.added", f"{n}", None, f"{n}.md") for n in range(30)], whole=False
    )
    assert isinstance(bundle, Bundle)
    assert bundle.head[0].text == "30 new links"
    assert (len(bundle.rows), _shown(bundle.rows[-1])) == (11, ("", ["and 20 more"]))


def test_a_link_that_nobody_touched_has_one_target() -> None:
    entries = [_link("link.retargeted", name, f"{name}.md", f"{name}.md") for name in ("a", "b")]
    (bundle,) = grouped(entries, whole=False)
    assert isinstance(bundle, Bundle)
    assert list(map(_shown, bundle.rows)) == [("a", ["a.md"]), ("b", ["b.md"])]
    far = _link("link.retargeted", "a", "x" * 60, "x" * 60)
    assert list(grouped([far], whole=False)) == [far]


def test_links_that_came_from_one_place_are_one_line() -> None:
    there = Location("b.md", ("B",), "b", (1, 9))
    entries = [
        Entry(
            Change(
                kind="link.moved",
                old=old,
                new=_HERE,
                before=("B",),
                after=("A",),
                significance="links",
                link=LinkSides(None, LinkFacts(name, f"{name}.md", "inline")),
            )
        )
        for name, old in (("Fares", there), ("Maps", there))
    ]
    (bundle,) = grouped(entries, whole=False)
    assert isinstance(bundle, Bundle)
    assert "".join(span.text for span in bundle.head) == "2 links moved here from b.md › B"
    assert list(map(_shown, bundle.rows)) == [("", ["Fares, Maps"])]


def test_broken_links_that_are_new_are_a_list_of_their_own() -> None:
    entries = [_link("link.broken", name, None, f"{name}.md") for name in ("a", "b")]
    (bundle,) = grouped(entries, whole=False)
    assert isinstance(bundle, Bundle)
    assert (bundle.mark, bundle.head[0].text) == ("!", "2 new links are broken")


def test_images_have_a_list_of_their_own() -> None:
    kinds = ("inline", "image", "inline", "image")
    entries = [
        Entry(
            Change(
                kind="link.added",
                old=None,
                new=Location("a.md", ("A",), None, (1, 1)),
                after=f"{number}.png",
                link=LinkSides(None, LinkFacts(f"Plan {number}", f"{number}.png", kind)),
                significance="links",
            )
        )
        for number, kind in enumerate(kinds)
    ]
    heads = [one.head[0].text for one in grouped(entries, whole=False) if isinstance(one, Bundle)]
    assert heads == ["2 new links", "2 new images"]
