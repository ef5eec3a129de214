"""`folder.moved`: the pages of one folder went to another.

What it tells: the shortest folders whose exchange explains the new paths of at least two pages, and of most that left.
Why it matters: one redirect with a wildcard serves them all.
Example: `admin/` -> `operations/it/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from drift.changes.base import Location
from drift.changes.comparison import Comparison
from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.prefixes import grouped
from drift.explain.proposal import PLACES, Proposal, RuleKind, rule_id, support

_Row = tuple[str, str, str]
"""The id of a `page.moved`, the old path and the new one, both without suffix."""

_Folder = tuple[str, str, list[str], list[str]]
"""The old folder, the new one, the ids of what it explains, and the pages that stayed."""


def _propose(clues: Clues) -> Iterable[Proposal]:
    comparison, changes = clues.comparison, clues.changes
    moved = {change.id: change for change in changes if change.kind == "page.moved"}
    rows = [(key, _stem(change.before), _stem(change.after)) for key, change in moved.items()]
    new = comparison.matching.new.site
    for before, after, ids, left in _folders(comparison, rows):
        yield Proposal(
            Rule(
                id=rule_id("folder.moved", before or "./", after or "./"),
                kind="folder.moved",
                before=before or "./",
                after=after or "./",
                count=len(ids),
                confidence=round(support(len(ids)), 3),
                places=tuple(place for key in ids if isinstance(place := moved[key].new, Location)),
                leftovers=tuple(
                    Leftover(path, 1, path, "path") for path in left if path in new.pages
                ),
            ),
            explained=frozenset(ids),
        )


def _folders(comparison: Comparison, rows: list[_Row]) -> Iterable[_Folder]:
    """Find the shortest folders that most of their pages left, deeper ones where the shortest are not so.

    A new folder around an old one cuts down to where it stands, `a/x/` -> `a/new/x/` to `a/` -> `a/new/`; if other
    pages of `a/` stayed, it is `x/` that moved.
    """
    olds = {key: old for key, old, _ in rows}
    for (before, after), ids in sorted(grouped(rows).items()):
        yield from _left(comparison, before, after, {key: olds[key] for key in ids})


def _left(
    comparison: Comparison, before: str, after: str, olds: dict[str, str]
) -> Iterable[_Folder]:
    """Tell whether most pages left a folder, or look at the folders in it."""
    if len(olds) < PLACES:
        return
    nested = after.startswith(before)
    stayed = _stayed(comparison, before, after if nested else None)
    # Those that were in the other folder before are where all of them are now.
    left = [path for path in stayed if not (nested and path.startswith(after))]
    deeper: dict[str, dict[str, str]] = defaultdict(dict)
    for key, old in olds.items():
        name, slash, _ = old.removeprefix(before).partition("/")
        if slash:
            deeper[name + slash][key] = old
    # Where others stayed, a folder did not move out of which one of its own went, nor one of whose pages went into one.
    whole = any(len(inside) == len(olds) for inside in deeper.values())
    if len(left) <= len(olds) and not (left and nested) and not (stayed and whole):
        yield before, after, list(olds), left
        return
    for name, inside in sorted(deeper.items()):
        yield from _left(comparison, before + name, after + name, inside)


def _stayed(comparison: Comparison, folder: str, inner: str | None) -> list[str]:
    """List the old pages of a folder that live on and did not leave it, by their new paths.

    Args:
        comparison: The two revisions.
        folder: The folder.
        inner: A folder in it that others went to; of what is there now, only what was there before stayed.
    """
    matching = comparison.matching
    paths = {path: path for path in matching.unchanged} | matching.new_paths()
    return sorted(
        new
        for old, new in paths.items()
        if old.startswith(folder) and new.startswith(folder)
        if inner is None or old.startswith(inner) or not new.startswith(inner)
    )


def _stem(path: object) -> str:
    """Leave the suffix out: a page may be converted on its way."""
    return str(PurePosixPath(str(path)).with_suffix(""))


FOLDER_MOVED = RuleKind("folder.moved", _propose)
