"""A range of history -> where readers of the pages and anchors at its start should be sent at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.aggregate.anchors import Anchors
from drift.aggregate.answers import kept
from drift.aggregate.lead import Lead
from drift.aggregate.lineage import Lineage
from drift.aggregate.redirect import Redirect, RedirectKind, Spot
from drift.aggregate.steps import Ends, Sites, Way, both, lineage
from drift.aggregate.whereabouts import Whereabouts
from drift.history.places import Place
from drift.history.pointer import pointer
from drift.match import match
from drift.site.tree_site import TreeSite

SURE = 0.5
"""What is less certain is a guess and no redirect."""


class Redirects(msgspec.Struct, frozen=True, eq=False):
    """What became of the places at the start of a range that are elsewhere at its end."""

    rows: tuple[Redirect, ...]
    # By their old places.
    old: TreeSite
    # At the start.
    new: TreeSite
    # At the end.


def redirects(
    ends: Ends, way: Way, *, min_confidence: float = SURE, all_published: bool = False
) -> Redirects:
    """Find the redirects that a range calls for.

    Args:
        ends: The range.
        way: How its history is walked.
        min_confidence: What is less certain has no new place, and a guess.
        all_published: Whether to look also for the places that came and went within the range.

    Returns:
        A row a page whose path changed, and a row an anchor that changed or went to another page; also those of
        which only a sign is left at the old place.

    Raises:
        RevisionError: The history cannot be read.
    """
    sites = both(ends, way)
    rows = kept(
        way.cache,
        _facts(ends, way, all_published=all_published),
        _DECODER,
        lambda: _found(ends, way, sites, all_published=all_published),
    )
    return Redirects(tuple(_judged(row, min_confidence) for row in rows), sites.old, sites.new)


def _found(
    ends: Ends, way: Way, sites: Sites, *, all_published: bool
) -> tuple[tuple[Redirect, ...], bool]:
    """Find all rows, and tell whether they would be the same tomorrow."""
    followed = lineage(ends, way, sites, between=all_published)
    rows = _Rows(followed.lineage, sites)
    found = sorted(
        (*rows.all(), *rows.between(followed.between)),
        key=lambda row: (row.old.path or "", row.old.anchor or ""),
    )
    return tuple(found), followed.whole


def _facts(ends: Ends, way: Way, *, all_published: bool) -> tuple[object, ...]:
    # Replaced and grafted commits keep their ids and have other trees and parents.
    shape = ends.repository.ask(
        "rev-list", "--first-parent", "--parents", f"{ends.old}..{ends.new}"
    )
    return ("redirects", ends.old, ends.new, shape, way.stated, all_published)


_DECODER = msgspec.msgpack.Decoder(tuple[Redirect, ...])


def _judged(row: Redirect, least: float) -> Redirect:
    if row.confidence >= least or not row.resolved:
        return row
    return msgspec.structs.replace(row, new=Spot(None), guess=row.new)


class _Rows:
    """The places of two revisions, and what lies between."""

    def __init__(self, followed: Lineage, sites: Sites) -> None:
        self._lineage = followed
        self._sites = old, new = sites.old, sites.new
        self._old, self._new = Anchors(old), Anchors(new)
        self._where = Whereabouts(followed, match(old, new), self._new)

    def all(self) -> Iterator[Redirect]:
        """Go through all pages that are not what they were, and their anchors."""
        old, new = self._sites
        differing = old.differing(new)
        for path in old.pages:
            if path in differing or self._lineage.of((path, "")).place != (path, ""):
                lead, elsewhere = self._page(path)
                if elsewhere:
                    yield _row("page", Spot(path), lead, self._title(lead))
                yield from self._anchors(path, elsewhere=elsewhere)

    def between(self, places: Iterable[Place]) -> Iterator[Redirect]:
        """Go through the pages and sections that were not there at the start, and are not at the end."""
        old, _ = self._sites
        for place in places:
            path, key = place
            known = path in old.pages and (not key or key in self._old.on(path).sections)
            # A key with a number behind it is no anchor that a link could name.
            if known or self._new.holds(place) or "~" in key:
                continue
            lead = self._where.of(place)
            if key:
                row = self._section(Spot(path, key), lead)
                if row is not None:
                    yield row
            else:
                yield _row("page", Spot(path), lead, self._title(lead))

    def _page(self, path: str) -> tuple[Lead | None, bool]:
        """Tell where a page lives now, and whether that is elsewhere."""
        lead = self._where.of((path, ""))
        if path not in self._sites[1].pages:
            return lead, True
        return lead, lead is not None and lead.place[0] != path

    def _title(self, lead: Lead | None) -> str | None:
        """Give the anchor of the section that a page became; the title of a page needs none."""
        if lead is None or not lead.place[1]:
            return None
        path, key = lead.place
        spots = self._new.on(path)
        return None if next(iter(spots.sections)) == key else spots.first.get(key)

    def _anchors(self, path: str, *, elsewhere: bool) -> Iterator[Redirect]:
        alive = self._new.on(path).fragments if path in self._sites[1].pages else {}
        for fragment, (key, name) in self._old.on(path).fragments.items():
            if not elsewhere and fragment in alive and not self._only_a_sign(path, name, fragment):
                continue
            lead = self._where.of((path, key))
            if lead is None or lead.confidence < SURE:
                lead = self._where.signpost((path, key), fragment) or lead
            row = self._section(Spot(path, fragment), lead)
            if row is not None:
                yield row

    def _section(self, old: Spot, lead: Lead | None) -> Redirect | None:
        if lead is None:
            return _row("section", old, None, None)
        path, key = lead.place
        spots = self._new.on(path)
        same = spots.fragments.get(old.anchor or "")
        # What the old fragment names there is the same section, or a place in it, or has its label.
        kept = same and (not key or same[0] == key or spots.is_label(*same))
        anchor = old.anchor if kept else spots.first.get(key)
        if (path, anchor) == (old.path, old.anchor):
            return None
        return _row("section", old, lead, anchor)

    def _only_a_sign(self, path: str, name: str, fragment: str) -> bool:
        old, new = self._sites
        now = self._new.on(path).fragments[fragment][1]
        return pointer(new, path, now) is not None and pointer(old, path, name) is None


def _row(kind: RedirectKind, old: Spot, lead: Lead | None, anchor: str | None) -> Redirect:
    return Redirect(
        kind=kind,
        old=old,
        new=Spot(None) if lead is None else Spot(lead.place[0], anchor),
        confidence=0.0 if lead is None else min(0.999, lead.confidence),
        commits=() if lead is None else lead.commits,
    )
