from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from drift.changes.base import Change, Location
from drift.explain.base import Entry, Rule
from drift.render.log.words import words


def _rule(kind: str, before: str | int, after: str | int) -> Rule:
    return Rule(id=f"{before}", kind=kind, before=before, after=after, count=2, confidence=1.0)


TERM = _rule("term.renamed", "QPAD", "GPAD")


@pytest.mark.parametrize(
    ("rules", "kinds", "told"),
    [
        ((), {}, "nothing changed that a reader sees"),
        ((), {"section.edited": 2, "page.moved": 1}, "2 sections edited, 1 page moved: a.md"),
        ((TERM,), {"page.moved": 1}, "QPAD → GPAD; 1 page moved: a.md"),
        (
            (_rule("url.moved", "https://example.com/a/guides/", "https://example.com/a/b/"),),
            {},
            "…/guides/ → …/b/",
        ),
        ((_rule("folder.moved", "ops/it/", "ops/tools/"),), {}, "ops/it/ → ops/tools/"),
        ((TERM,) * 4, {}, "QPAD → GPAD; QPAD → GPAD; 2 more rules"),
        ((_rule("levels.shifted", 1, 2),), {}, "headings shifted from level 1 to 2"),
        (
            (),
            {"nav.added": 2, "link.added": 1, "link.moved": 1, "link.broken": 1},
            "2 navigation entries added, 1 link added, 1 link broken, 1 link moved: a.md",
        ),
        (
            (),
            dict.fromkeys(("nav.added", "link.added", "link.moved", "page.added", "nav.moved"), 1),
            "1 link added, 1 link moved, 1 navigation entry added and 2 more: a.md",
        ),
    ],
)
def test_few_words(
    silent: Entry, rules: tuple[Rule, ...], kinds: Mapping[str, int], told: str
) -> None:
    changes = tuple(
        Change(kind=kind, old=None, new=Location("a.md", ()), significance="links")
        for kind, count in kinds.items()
        for _ in range(count)
    )
    assert words(msgspec.structs.replace(silent, rules=rules, changes=changes)) == told


def test_what_a_rule_explains_is_not_counted(silent: Entry) -> None:
    place = Location("a.md", ())
    change = Change(id="c1", kind="link.added", old=None, new=place, significance="links")
    followed = msgspec.structs.replace(change, cause=TERM.id)
    entry = msgspec.structs.replace(silent, rules=(TERM,), changes=(followed,))
    assert words(entry) == "QPAD → GPAD"


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ({"page.added": "guides/a.md"}, "1 page added: a.md"),
        ({"page.added": "guides/index.md"}, "1 page added: guides/index.md"),
        ({"page.added": "README.rst"}, "1 page added: README.rst"),
        ({"page.added": "a.md", "page.moved": "b.md"}, "1 page added, 1 page moved"),
        (
            {"page.added": "a.md", "nav.added": "b.md"},
            "1 navigation entry added, 1 page added on 2 pages",
        ),
    ],
)
def test_where_it_changed(silent: Entry, kinds: Mapping[str, str], told: str) -> None:
    changes = tuple(
        Change(kind=kind, old=None, new=Location(path, ()), significance="structure")
        for kind, path in kinds.items()
    )
    assert words(msgspec.structs.replace(silent, changes=changes)) == told


def test_what_left_a_page_that_moved_is_on_the_page(silent: Entry) -> None:
    old, new = Location("a.md", ()), Location("b.md", ())
    changes = (
        Change(kind="page.moved", old=old, new=new, significance="structure"),
        Change(kind="link.removed", old=old, new=None, significance="links"),
    )
    told = words(msgspec.structs.replace(silent, changes=changes))
    assert told == "1 link removed, 1 page moved: b.md"
