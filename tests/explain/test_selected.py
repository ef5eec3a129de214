from __future__ import annotations

import pytest

from drift.changes.base import BlockChange, Change, Hunk, Location
from drift.explain.base import Changelog, Rule, Side, Stats
from drift.explain.selected import Wanted, selected

_EDIT = Change(
    id="c1",
    kind="section.edited",
    old=Location("a.md", ("A",)),
    new=Location("a.md", ("A",)),
    significance="wording",
    blocks=(BlockChange("edited", "paragraph", "x", "y", (1, 1), (Hunk("x", "y", cause="r1"),)),),
)
_LINK = Change(
    id="c2",
    kind="link.added",
    old=None,
    new=Location("docs/b.md", ("B",)),
    significance="links",
)
_RULES = (
    Rule(id="r1", kind="term.renamed", before="x", after="y", count=1, confidence=1.0),
    Rule(
        id="r2",
        kind="url.moved",
        before="x",
        after="y",
        count=1,
        confidence=1.0,
        places=(Location("docs/b.md", ()),),
    ),
)
_ALL = Changelog(
    old=Side("1"),
    new=Side("2"),
    rules=_RULES,
    changes=(_EDIT, _LINK),
    stats=Stats({"old": 2, "new": 2}, {"section.edited": 1, "link.added": 1}, None),
)


@pytest.mark.parametrize(
    ("wanted", "rules", "changes"),
    [
        (Wanted(), ["r1", "r2"], ["c1", "c2"]),
        (Wanted(kinds={"section.edited"}), ["r1"], ["c1"]),
        (Wanted(kinds={"url.moved"}), ["r2"], []),
        (Wanted(significances={"links"}), [], ["c2"]),
        (Wanted(path=lambda path: path.startswith("docs/")), ["r2"], ["c2"]),
        (Wanted(kinds={"link.added"}, significances={"wording"}), [], []),
    ],
)
def test_what_was_not_asked_for_is_left_out(
    wanted: Wanted, rules: list[str], changes: list[str]
) -> None:
    part = selected(_ALL, wanted)
    assert [rule.id for rule in part.rules] == rules
    assert [change.id for change in part.changes] == changes


def test_what_stays_is_counted_anew() -> None:
    assert selected(_ALL, Wanted(kinds={"link.added"})).stats.by_kind == {"link.added": 1}
