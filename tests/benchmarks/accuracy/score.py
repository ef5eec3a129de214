"""Expected facts and a changelog -> hits, misses and false alarms."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from drift.changes.base import Change, Location
from drift.explain.base import Changelog, Rule
from tests.benchmarks.accuracy.outline import plain
from tests.benchmarks.accuracy.truth import Fact, Place, Unsaid

_BY_PAGE = ("nav.added", "nav.removed", "nav.moved")
"""Kinds whose location is the file of the entry; a section has no meaning there."""

_IN_SECTION = ("link.", "anchor.", "placeholder.", "nav.")
"""Kinds that come or go in a section which stands on both sides: on the missing side either form is a true location."""


@dataclass
class Score:
    """How one changelog fared."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: list[Fact] = field(default_factory=list)
    alarms: list[Change | Rule] = field(default_factory=list)
    folded: int = 0
    natures: Counter[bool] = field(default_factory=Counter)
    wrong_natures: list[tuple[Fact, str]] = field(default_factory=list)
    entries: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 when nothing was there to find and nothing was said."""
        hits = sum(self.hits.values())
        return (
            2 * hits / (2 * hits + len(self.misses) + len(self.alarms))
            if hits or self.misses or self.alarms
            else 1.0
        )


def score(facts: Sequence[Fact], changelog: Changelog) -> Score:
    """Hold a changelog against the truth.

    A change that names a cause is folded under it for every reader: it may answer an expectation, and is no alarm
    when there is none.

    Args:
        facts: What a perfect tool reports.
        changelog: What was reported.

    Returns:
        The score.
    """
    result = Score()
    left: list[Change] = list(changelog.changes)
    rules: list[Rule] = list(changelog.rules)
    for fact in sorted(facts, key=lambda fact: fact.tolerated):
        said = _rule(fact, rules) or _change(fact, left)
        if said is None and not fact.tolerated:
            result.misses.append(fact)
        if said is not None and not fact.tolerated:
            result.hits[fact.kind] += 1
            _nature(fact, said, result)
    result.alarms = [*rules, *(change for change in left if change.cause is None)]
    result.folded = sum(change.cause is not None for change in left)
    result.entries = len(changelog.rules) + sum(
        change.cause is None for change in changelog.changes
    )
    return result


def _nature(fact: Fact, said: Change | Rule, result: Score) -> None:
    if not fact.nature or isinstance(said, Rule):
        return
    nature = str(said.nature)
    result.natures[nature == fact.nature] += 1
    if nature != fact.nature:
        result.wrong_natures.append((fact, nature))


def _rule(fact: Fact, rules: list[Rule]) -> Rule | None:
    for rule in rules:
        if (
            rule.kind == fact.kind
            and _same(fact.before, rule.before)
            and _same(fact.after, rule.after)
        ):
            rules.remove(rule)
            return rule
    return None


def _change(fact: Fact, left: list[Change]) -> Change | None:
    for wanted in (fact, *fact.others):
        found = [at for at, change in enumerate(left) if _answers(wanted, change)]
        if found:
            found.sort(key=lambda at: left[at].cause is not None)
            return left.pop(found[0])
    return None


def _answers(fact: Fact, change: Change) -> bool:
    if fact.kind != change.kind or (fact.key and fact.key != change.key):
        return False
    paths_only = fact.kind in _BY_PAGE
    for places, side in ((fact.old, change.old), (fact.new, change.new)):
        free = not places and fact.kind.startswith(_IN_SECTION)
        if not free and _places(places, paths_only) != _places(spots(side), paths_only):
            return False
    return _same(fact.before, change.before) and _same(fact.after, change.after)


def _places(places: Sequence[Place], paths_only: bool) -> list[Place]:
    return sorted(
        (path, () if paths_only else tuple(map(plain, section))) for path, section in places
    )


def spots(side: Location | tuple[Location, ...] | None) -> list[Place]:
    """List the places of one side of a change."""
    if side is None:
        return []
    sides = (side,) if isinstance(side, Location) else side
    return [(spot.path, spot.section) for spot in sides]


def _same(wanted: object, said: object) -> bool:
    return isinstance(wanted, Unsaid) or _folded(wanted) == _folded(said)


def _folded(value: object) -> str:
    if isinstance(value, str):
        return plain(value).casefold().rstrip("/")
    return json.dumps(value)


def show_fact(fact: Fact) -> str:
    """Write an expected change as one line."""
    ends = f"{_ends(fact.old)} => {_ends(fact.new)}" if fact.old != fact.new else _ends(fact.new)
    nature = f" <{fact.nature}>" if fact.nature else ""
    return f"{fact.kind}{nature} [{fact.edit}] {ends}  {fact.before!r} -> {fact.after!r}"


def _ends(places: Sequence[Place]) -> str:
    return ", ".join(f"{path}#{'/'.join(section)}" for path, section in places) or "-"


def show_said(said: Change | Rule) -> str:
    """Write what was reported as one line."""
    if isinstance(said, Rule):
        return f"{said.kind} {said.before!r} -> {said.after!r} x{said.count}"
    old, new = spots(said.old), spots(said.new)
    ends = f"{_ends(old)} => {_ends(new)}" if old != new else _ends(new)
    nature = f" <{said.nature}>" if isinstance(said.nature, str) else ""
    blocks = said.blocks if not isinstance(said.blocks, msgspec.UnsetType) else ()
    hunks = "".join(
        f"\n         {block.op} {block.kind}: "
        + "; ".join(f"[{h.before}|{h.after}]" for h in block.hunks)
        for block in blocks[:6]
    )
    cause = f" cause={said.cause}" if said.cause else ""
    return (
        f"{said.kind}{nature}{cause} {ends}  {_short(said.before)} -> {_short(said.after)}{hunks}"
    )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) < 90 else f"{text[:60]}…{text[-25:]}"


def near(fact: Fact, changelog: Changelog) -> list[Change]:
    """List what was reported about the same section, or of the same kind on the same page, beside a miss."""
    places = {*fact.old, *fact.new}
    pages = {path for path, _ in places}
    titles = {section[-1:] for _, section in places}
    found = []
    for change in changelog.changes:
        said = {*spots(change.old), *spots(change.new)}
        same = change.kind == fact.kind and pages & {path for path, _ in said}
        if places & said or same or titles & {section[-1:] for _, section in said if section}:
            found.append(change)
    return found[:8]
