"""`folder.moved`: the pages of one folder went to another.

What it tells: the shortest folders whose exchange explains the new paths of at least two pages, and of most that left.
Why it matters: one redirect with a wildcard serves them all.
Example: `admin/` -> `operations/it/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from drift.changes.base import Location
from drift.changes.comparison import Comparison
from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.prefixes import grouped
from drift.explain.proposal import Proposal, RuleKind, rule_id

AT_LEAST = 2


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    moved = {change.id: change for change in changes if change.kind == "page.moved"}
    rows = [(key, _stem(change.before), _stem(change.after)) for key, change in moved.items()]
    for (before, after), ids in sorted(grouped(rows).items()):
        new = comparison.matching.new.site
        left = [path for path in _stayed(comparison, before) if not path.startswith(after or path)]
        if len(ids) < AT_LEAST or len(left) > len(ids):
            continue
        yield Proposal(
            Rule(
                id=rule_id("folder.moved", before or "./", after or "./"),
                kind="folder.moved",
                before=before or "./",
                after=after or "./",
                count=len(ids),
                confidence=round(1 - 0.5 ** (len(ids) + 1), 3),
                places=tuple(place for key in ids if isinstance(place := moved[key].new, Location)),
                leftovers=tuple(
                    Leftover(path, 1, path, "path") for path in left if path in new.pages
                ),
            ),
            explained=frozenset(ids),
        )


def _stayed(comparison: Comparison, folder: str) -> list[str]:
    """List the old pages of a folder that live on and did not leave it, by their new paths."""
    matching = comparison.matching
    paired = {
        matching.old.nodes[pair.old].page: matching.new.nodes[pair.new].page
        for pair in matching.pages.by_old.values()
    }
    stayed = [*(path for path in matching.unchanged if path.startswith(folder))]
    stayed += [
        new for old, new in paired.items() if old.startswith(folder) and new.startswith(folder)
    ]
    return sorted(stayed)


def _stem(path: object) -> str:
    """Leave the suffix out: a page may be converted on its way."""
    return str(PurePosixPath(str(path)).with_suffix(""))


FOLDER_MOVED = RuleKind("folder.moved", _propose)
