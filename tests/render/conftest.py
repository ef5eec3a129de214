from __future__ import annotations

import pytest

from drift.changes.base import (
    BlockChange,
    Change,
    Fact,
    Hunk,
    Inbound,
    LinkFacts,
    LinkSides,
    Location,
    RunnerUp,
)
from drift.explain.base import Changelog, Leftover, Rule, Side, Stats

_PATH = "ops/index.md"
_OLD = Location("ops/index.rst", ("Operations",), "operations", (1, 40))
_NEW = Location(_PATH, ("Operations",), "operations", (1, 44))


def _at(*section: str, lines: tuple[int, int], path: str = _PATH) -> Location:
    return Location(path, section, section[-1].lower().replace(" ", "-"), lines)


def _pages() -> tuple[Change, ...]:
    old, new = Location("ops/index.rst", ()), Location(_PATH, ())
    return (
        Change(
            id="c01",
            kind="page.converted",
            old=old,
            new=new,
            before="rst",
            after="markdown",
            significance="cosmetic",
        ),
        Change(
            id="c02",
            kind="page.retitled",
            old=old,
            new=new,
            before="Operations Guides",
            after="Operations",
            significance="structure",
        ),
        Change(
            id="c03",
            kind="page.added",
            old=None,
            new=Location("ops/we|ird `name`\x1b[31m.md", ()),
            significance="content",
            runner_up=RunnerUp("people/pets.md", ("Pets",), 0.61),
        ),
    )


def _sections() -> tuple[Change, ...]:
    parts = (
        BlockChange(
            op="edited",
            kind="paragraph",
            before="Travel must be booked 30 days ahead by QPAD owners.",
            after="Travel should be booked 14 days ahead by GPAD owners.",
            lines=(12, 12),
            hunks=(
                Hunk("must", "should", ("Travel", "be booked")),
                Hunk("30", "14", ("should be booked", "days ahead by")),
                Hunk("QPAD", "GPAD", ("days ahead by", "owners."), "r01"),
            ),
        ),
        BlockChange(
            op="added", kind="list_item", before=None, after="*Ask* <b>first</b>", lines=(14, 14)
        ),
        BlockChange(op="removed", kind="code", before="rm -rf\nold", after=None, lines=(15, 16)),
        BlockChange(op="moved", kind="table", before="a | b", after="a | b", lines=(18, 19)),
        BlockChange(op="edited", kind="paragraph", before="Bold.", after="Bold.", lines=(20, 20)),
    )
    return (
        Change(
            id="c04",
            kind="section.edited",
            old=_at("Operations", "Travel", lines=(10, 19)),
            new=_at("Operations", "Travel", lines=(10, 20)),
            significance="content",
            confidence=0.93,
            nature="facts",
            blocks=parts,
            facts=(Fact("modal", "must", "should"), Fact("duration", "30 days", "14 days")),
        ),
        Change(
            id="c05",
            kind="section.renamed",
            old=_at("Operations", "Peeple", lines=(21, 25)),
            new=_at("Operations", "People", lines=(22, 26)),
            before="Peeple",
            after="People",
            significance="structure",
        ),
        Change(
            id="c06",
            kind="section.added",
            old=None,
            new=_at("Operations", "**Bold** [x](y) | <script>", lines=(27, 30)),
            significance="content",
        ),
        Change(
            id="c07",
            kind="section.split",
            old=_at("Operations", "Money", lines=(26, 40)),
            new=(
                _at("Operations", "Money", lines=(31, 36)),
                _at("Operations", "Budgets", lines=(37, 44)),
            ),
            significance="structure",
        ),
    )


def _links() -> tuple[Change, ...]:
    old = LinkFacts("Travel guide", "http://h.example.com/guides/travel.html", "inline")
    new = LinkFacts("Travel guide", "http://h.example.com/bizops/travel.html", "inline")
    gone = LinkFacts("", "pets.md#cats", "image")
    return (
        Change(
            id="c08",
            kind="link.retargeted",
            old=_OLD,
            new=_NEW,
            before=old.target,
            after=new.target,
            cause="r02",
            significance="links",
            link=LinkSides(old, new),
        ),
        Change(
            id="c09",
            kind="link.removed",
            old=_OLD,
            new=None,
            before=gone.target,
            significance="links",
            link=LinkSides(gone, None),
        ),
        Change(
            id="c10",
            kind="link.broken",
            old=_OLD,
            new=_NEW,
            before="#peeple",
            after="#peeple",
            cause="c05",
            significance="links",
            link=LinkSides(
                LinkFacts("Peeple", "#peeple", "inline"), LinkFacts("Peeple", "#peeple", "inline")
            ),
        ),
        Change(
            id="c11",
            kind="anchor.removed",
            old=_OLD,
            new=None,
            before="old-\u202eanchor",
            significance="links",
            inbound=(Inbound(_PATH, 9, "see", "#old-anchor"),),
        ),
        Change(
            id="c12",
            kind="page.metadata",
            old=Location("ops/index.rst", ()),
            new=Location(_PATH, ()),
            after="@octocat, #12",
            key="owner",
            significance="wording",
        ),
        Change(
            id="c13",
            kind="section.reordered",
            old=_at("Operations", "Pets", lines=(38, 40)),
            new=_at("Operations", "Pets", lines=(40, 44)),
            before=3,
            after=0,
            significance="structure",
        ),
    )


@pytest.fixture(scope="session")
def sample_changelog() -> Changelog:
    """Every shape of a change at least once, with text that tries to break out of each format."""
    changes = (*_pages(), *_sections(), *_links())
    return Changelog(
        old=Side("v1", "0123456789abcdef0123456789abcdef01234567", "2024-01-02T03:04:05+00:00"),
        new=Side("WORKTREE"),
        rules=(
            Rule(
                id="r01",
                kind="term.renamed",
                before="QPAD",
                after="GPAD",
                count=12,
                confidence=0.99,
                variants=(("QPADs", "GPADs"),),
                places=tuple(
                    Location(f"ops/{name}.md", ("Plan",), "plan", (line, line))
                    for name in ("index", "plan", "sales", "travel")
                    for line in (3, 8, 13)
                ),
                leftovers=(
                    Leftover("ops/plan.md", 30, "The [QPAD](qpad.md) of |2019|", "prose"),
                    Leftover("ops/plan.md", 44, "qpad.png", "url"),
                ),
            ),
            Rule(
                id="r02",
                kind="url.moved",
                before="http://h.example.com/guides/",
                after="http://h.example.com/bizops/",
                count=1,
                confidence=0.9,
                places=(_NEW,),
            ),
        ),
        changes=changes,
        stats=Stats(
            pages={"old": 4, "new": 5},
            by_kind={change.kind: 1 for change in changes},
            coverage=1.0,
            skipped={"old": 2, "new": 3},
        ),
    )
