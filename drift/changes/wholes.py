"""A link that came or went -> the page or section that came or went as a whole, and that it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from drift.changes.base import Change, locations
from drift.trees.site import Site, Target
from drift.trees.walk import names_of, walk

_KINDS = MappingProxyType({"link.added": "added", "link.removed": "removed"})

Wholes = Mapping[tuple[str, str, tuple[str, ...]], str]
"""What became of pages and sections by path and section path -> the id of the change that says so."""


def wholes(changes: Sequence[Change]) -> Wholes:
    """Collect the pages and sections that came or went as a whole.

    Args:
        changes: All changes.
    """
    found = {f"{what}.{how}": how for what in ("page", "section") for how in _KINDS.values()}
    return {
        (found[change.kind], at.path, at.section): change.id
        for change in changes
        if change.kind in found
        for at in (*locations(change.old), *locations(change.new))
    }


def along(change: Change, target: Target | None, site: Site, known: Wholes) -> str | None:
    """Explain a link that came or went with what it leads to, as an entry of the navigation does.

    Args:
        change: Of a link that came or went.
        target: What it leads to.
        site: The revision that it stands in.
        known: What came or went as a whole.

    Returns:
        The id of the change of the page or section, if there is one.
    """
    if target is None or target.state != "found" or target.page not in site.pages:
        return None
    how = _KINDS[change.kind]
    trail = _trail(site, target)
    found = (known.get((how, target.page, trail[:end])) for end in range(len(trail), -1, -1))
    return next(filter(None, found), None)


def _trail(site: Site, target: Target) -> tuple[str, ...]:
    """Find the section that an anchor names."""
    if not target.anchor:
        return ()
    sections = walk(site.pages[target.page].root)
    return next((path for path, one in sections if target.anchor in names_of(one)), ())
