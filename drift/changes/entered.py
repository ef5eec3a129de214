"""An entry of the navigation that came or went -> the change of the page that came or went with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from drift.changes.base import Change, Location, locations
from drift.changes.comparison import Comparison
from drift.trees.site import Site

_CAME = ("page.added", "page.split", "page.merged", "section.moved")
_WENT = ("page.removed", "page.merged", "page.split")
# What makes a page come or go, the strongest first.

_KINDS = MappingProxyType({"nav.added": _CAME, "nav.removed": _WENT})

Entered = Mapping[tuple[str, str], str]
"""The kind of change of an entry, and a page that came or went as a whole -> the id of the change that says so."""


def entered(comparison: Comparison, changes: Sequence[Change]) -> Entered:
    """Collect the pages that came or went; one that lives on, in part or elsewhere, did not.

    Args:
        comparison: The two revisions.
        changes: All changes.
    """
    old, new, pages = comparison.matching.old, comparison.matching.new, comparison.matching.pages
    ranked: dict[tuple[str, str], tuple[int, str]] = {}
    for kind, which in _KINDS.items():
        came = kind == "nav.added"
        forest, taken = (new, pages.by_new) if came else (old, pages.by_old)
        for change in changes:
            if change.kind not in which:
                continue
            row = (which.index(change.kind), change.id)
            for at in locations(change.new if came else change.old):
                if forest.roots.get(at.path) not in taken:
                    key = (kind, at.path)
                    ranked[key] = min(row, ranked.get(key, row))
    return {key: name for key, (_, name) in ranked.items()}


def with_page(change: Change, at: Location, site: Site, known: Entered) -> str | None:
    """Explain an entry that came or went with its page, or with the page that it stands in.

    Args:
        change: Of the entry.
        at: Where the entry stands.
        site: The revision that it stands in.
        known: What came or went.

    Returns:
        The id of the change of the page, if there is one.
    """
    line = at.lines[0] if at.lines else 0
    page = next((e.page for e in site.nav if (e.path, e.line) == (at.path, line)), "")
    return known.get((change.kind, page)) or known.get((change.kind, at.path))
