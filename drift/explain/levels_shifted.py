"""`levels.shifted`: all headings of a page, or all below one heading, went deeper or shallower alike.

What it tells: the levels of the topmost, before and after, and how many headings went along.
Why it matters: it is one decision, usually the tool's or the template's, and changes no word.
Example: all headings of `travel.md` one level deeper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from drift.changes.base import Change, Location
from drift.changes.comparison import Comparison
from drift.explain.base import Rule
from drift.explain.clues import Clues
from drift.explain.proposal import PLACES, Proposal, RuleKind, rule_id
from drift.match.matching import Matching, Pair


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    shifted: dict[tuple[str, tuple[str, ...], int], list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == "section.releveled" and isinstance(change.new, Location):
            step = int(str(change.after)) - int(str(change.before))
            shifted[change.new.path, change.new.section[:-1], step].append(change)
    for (path, parent, step), group in sorted(shifted.items()):
        pairs = list(_pairs(comparison, group))
        count = sum(_along(comparison.matching, pair, step) for pair in pairs)
        if count < PLACES or not _all_alike(comparison.matching, pairs):
            continue
        top = min(group, key=lambda change: int(str(change.before)))
        before, after = int(str(top.before)), int(str(top.after))
        yield Proposal(
            Rule(
                id=rule_id("levels.shifted", before, after, "/".join((path, *parent))),
                kind="levels.shifted",
                before=before,
                after=after,
                count=count,
                confidence=top.confidence,
                places=tuple(c.new for c in group if isinstance(c.new, Location)),
            ),
            explained=frozenset(change.id for change in group),
        )


def _pairs(comparison: Comparison, group: Iterable[Change]) -> Iterable[Pair]:
    """Find the sections that some changes are about."""
    places = (change.new for change in group)
    pairs = (comparison.pair_at.get(at) for at in places if isinstance(at, Location))
    return (pair for pair in pairs if pair is not None)


def _along(matching: Matching, pair: Pair, step: int) -> int:
    """Count a heading and those below it, on both sides, that went by as many levels; one that is new went nowhere."""
    old, new = matching.old, matching.new
    within = old.below(pair.old)
    return 1 + sum(
        (one := matching.sections.old_of(node)) is not None
        and one in within
        and new.nodes[node].section.level - old.nodes[one].section.level == step
        for node in new.below(pair.new)
    )


def _all_alike(matching: Matching, pairs: Iterable[Pair]) -> bool:
    """Tell whether the sections that changed their level are all that their parent has on both sides."""
    old, new, sections = matching.old.nodes, matching.new.nodes, matching.sections
    shifted = {pair.new for pair in pairs}
    stayed = {
        child
        for parent in {new[node].parent for node in shifted}
        for child in new[parent].children
        # What came from elsewhere, or went there, has no level here to be compared.
        if (one := sections.old_of(child)) is not None and sections.holds(old[one].parent, parent)
    }
    return stayed == shifted


LEVELS_SHIFTED = RuleKind("levels.shifted", _propose)
