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
from drift.explain.proposal import Proposal, RuleKind, rule_id

AT_LEAST = 2


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    shifted: dict[tuple[str, tuple[str, ...], int], list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind == "section.releveled" and isinstance(change.new, Location):
            step = int(str(change.after)) - int(str(change.before))
            shifted[change.new.path, change.new.section[:-1], step].append(change)
    for (path, parent, _), group in sorted(shifted.items()):
        count = sum(_headings(comparison, change) for change in group)
        if count < AT_LEAST or not _all_alike(comparison, path, parent, len(group)):
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


def _all_alike(comparison: Comparison, path: str, parent: tuple[str, ...], count: int) -> bool:
    """Tell whether the sections that changed their level are all that their parent has on both sides."""
    matching = comparison.matching
    for node in matching.new.nodes:
        if node.page == path and node.path == parent:
            paired = [child for child in node.children if child in matching.sections.by_new]
            return len(paired) == count
    return False


def _headings(comparison: Comparison, change: Change) -> int:
    new = comparison.matching.new
    at = change.new
    for node in new.nodes:
        if isinstance(at, Location) and node.page == at.path and node.path == at.section:
            return 1 + sum(1 for _ in new.below(node.id))
    return 1


LEVELS_SHIFTED = RuleKind("levels.shifted", _propose)
