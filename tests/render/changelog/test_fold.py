from __future__ import annotations

import msgspec

from drift.changes.base import Change, LinkFacts, LinkSides, Location
from drift.explain.base import Changelog, Side, Stats
from drift.explain.sentence import sentence
from drift.render.changelog.fold import fold, told_once

_HERE = Location("a.md", ("A",), "a", (1, 9))


def _link(kind: str, label: str, *, at: Location = _HERE, new: bool = True) -> Change:
    side = LinkFacts(label, "b.md", "inline")
    return Change(
        kind=kind,
        old=None if new else at,
        new=at,
        before=None if new else "b.md",
        after="b.md",
        significance="links",
        link=LinkSides(None if new else side, side),
    )


def test_a_new_link_that_leads_nowhere_is_told_once() -> None:
    changes = [
        _link("link.added", "Fares"),
        _link("link.added", "Maps"),
        _link("link.added", "Fares", at=Location("b.md", (), None, None)),
        _link("link.broken", "Fares"),
        _link("link.broken", "Maps", new=False),
    ]
    assert told_once(changes) == tuple(changes[1:])
    said = "".join(span.text for span in sentence(changes[3]))
    assert said == "new link “Fares” to b.md is broken"


def test_a_label_that_went_along_with_its_target_is_not_listed_below_it() -> None:
    led, other = (
        msgspec.structs.replace(_link("link.retargeted", label), id=label)
        for label in ("Fares", "Maps")
    )
    said = msgspec.structs.replace(led, id="said", kind="link.relabelled", cause="Fares")
    broken = msgspec.structs.replace(led, id="broken", kind="link.broken", cause="Maps")
    changes = (led, said, other, broken)
    side = Side(rev="v1")
    below, told = fold(
        Changelog(old=side, new=side, rules=(), changes=changes, stats=Stats({}, {}, None))
    )
    assert (below, told) == ({"Maps": (broken,)}, [led, other])
