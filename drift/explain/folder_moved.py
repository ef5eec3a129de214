"""`folder.moved`: the pages of one folder went to another.

What it tells: the shortest folders whose exchange explains the new paths of at least two pages, and of most that left.
Why it matters: one redirect with a wildcard serves them all.
Example: `admin/` -> `operations/it/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from drift.changes.base import Location
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
        if len(ids) < AT_LEAST:
            continue
        new = comparison.matching.new.site
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
                    Leftover(path, 1, path, "path")
                    for path in new.pages
                    if before and path.startswith(before) and not path.startswith(after or before)
                ),
            ),
            explained=frozenset(ids),
        )


def _stem(path: object) -> str:
    """Leave the suffix out: a page may be converted on its way."""
    return str(PurePosixPath(str(path)).with_suffix(""))


FOLDER_MOVED = RuleKind("folder.moved", _propose)
