"""`levels.shifted`: all headings of a page, or all below one heading, went deeper or shallower alike.

What it tells: the levels of the topmost, before and after, and how many headings went along.
Why it matters: it is one decision, usually the tool's or the template's, and changes no word.
Example: all headings of `travel.md` one level deeper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from drift.changes.base import Change, Location
from drift.changes.comparison import Comparison
from drift.explain.base import Rule
from drift.explain.clues import Clues
from drift.explain.proposal import PLACES, Proposal, RuleKind, rule_id


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    shifted: dict[tuple[str, tuple[str, ...], int], list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == "section.releveled" and isinstance(change.new, Location):
            step = int(str(change.after)) - int(str(change.before))
            shifted[change.new.path, change.new.section[:-1], step].append(change)
    for (path, parent, _), group in sorted(shifted.items()):
        new = comparison.matching.new
        count = sum(1 + len(list(new.below(node))) for node in _nodes(comparison, group))
        if count < PLACES or not _all_alike(comparison, group):
            continue
        top = group[0]
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


def _all_alike(comparison: Comparison, group: Sequence[Change]) -> bool:
    """Tell whether the sections that changed their level are all that their parent has on both sides."""
    new, pairs = comparison.matching.new, comparison.matching.sections
    parents = {new.nodes[node].parent for node in _nodes(comparison, group)}
    children = [child for parent in parents for child in new.nodes[parent].children]
    return len([child for child in children if child in pairs.by_new]) == len(group)


def _nodes(comparison: Comparison, group: Iterable[Change]) -> list[int]:
    """Find the new sections that some changes are about."""
    places = (change.new for change in group)
    pairs = (comparison.pair_at.get(at) for at in places if isinstance(at, Location))
    return [pair.new for pair in pairs if pair is not None]


LEVELS_SHIFTED = RuleKind("levels.shifted", _propose)
