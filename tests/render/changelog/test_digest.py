from __future__ import annotations

from drift.changes.base import Change, Location
from drift.explain.base import Changelog, Rule, Side, Stats
from drift.render.changelog.digest import KINDS, LARGE, digest
from drift.render.changelog.outline import outline

RULE = Rule(id="r1", kind="folder.moved", before="a/", after="b/", count=2, confidence=1.0)


def _change(number: int, kind: str, folder: str, *, cause: str | None = None) -> Change:
    at = Location(f"docs/{folder}p{number}.md", (f"S{number}",))
    return Change(
        id=f"c{number}",
        kind=kind,
        old=at,
        new=at,
        before=f"b{number}",
        after=f"a{number}",
        significance="structure",
        cause=cause,
    )


def _digest(*changes: Change) -> str:
    side = Side("v")
    changelog = Changelog(
        old=side, new=side, rules=(RULE,), changes=changes, stats=Stats({}, {}, None)
    )
    return digest(changelog, outline(changelog))


def test_a_large_changelog_is_told_in_short() -> None:
    many = [
        _change(n, "section.renamed", "sails/" if n % 3 else "oars/deep/") for n in range(LARGE)
    ]
    rest = [
        _change(100, "link.broken", "", cause=None),
        _change(101, "page.moved", "hulls/", cause="r1"),
        _change(102, "page.moved", "hulls/", cause="c3"),
        _change(103, "page.metadata", "keel/"),
    ]
    assert _digest(*many, *rest) == (
        "In short: 1 page moved, 60 sections renamed, 1 link broken; most in docs/sails/ (40 pages),"
        " docs/oars/ (20 pages) and 3 other folders."
    )


def test_a_few_changes_are_told_without() -> None:
    assert _digest(*(_change(n, "section.renamed", "") for n in range(LARGE - 2))) == ""


def test_one_folder_is_not_named() -> None:
    told = _digest(*(_change(n, "section.renamed", "sails/") for n in range(LARGE)))
    assert told == "In short: 60 sections renamed."


def test_front_matter_is_left_to_the_pages() -> None:
    assert _digest(*(_change(n, "page.metadata", f"{n}/") for n in range(LARGE))) == ""


def test_rare_kinds_are_not_counted() -> None:
    kinds = ("added", "removed", "moved", "merged", "split", "converted", "retitled")
    told = _digest(*(_change(n, f"page.{kinds[n % 7]}", "") for n in range(7 * LARGE)))
    assert told.count(",") == KINDS - 1


def test_what_nearly_all_stands_in_is_named_alone() -> None:
    many = [_change(n, "section.renamed", "sails/") for n in range(LARGE)]
    assert _digest(*many, _change(100, "section.renamed", "sails/deep/")) == (
        "In short: 61 sections renamed; most in docs/sails/ (60 pages) and 1 other folder."
    )


def test_many_small_folders_are_counted() -> None:
    told = _digest(*(_change(n, "section.renamed", f"{n % 20}/") for n in range(LARGE)))
    assert told == "In short: 60 sections renamed; in 20 folders."


def test_what_is_explained_by_what_was_not_asked_for_is_counted() -> None:
    assert (
        _digest(*(_change(n, "nav.added", "sails/", cause="c999") for n in range(LARGE)))
        == f"In short: {LARGE} navigation entries added."
    )
