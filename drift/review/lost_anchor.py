"""`lost-anchor`: an anchor that links from outside may name is gone.

What it tells: of each page the ids and labels that somebody wrote and that are gone or called otherwise, while the text is
still there; more than five pages at once. Where the site's redirect map can have rows for anchors, also those that
generators make of headings; what such a row leads on from is left in peace. Links inside the tree that break with it are told
by `broken-anchor`.
Why it matters: whoever wrote an id did so for others to link to, and their links now end at the top of the page.
Example: the heading "Visa {#visa}" loses its `{#visa}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.changes.base import Change, Location
from drift.review.base import Policy, Redirecting, Reviewed, Told, here, place
from drift.site.landmarks import anchors_of, make_id
from drift.trees.walk import walk

MOST = 3
"""Anchors or pages that are named before the rest is only counted."""

PAGES = 5
"""Pages that are told one by one."""


def _check(reviewed: Reviewed) -> Iterator[Told]:
    map_ = reviewed.redirecting if reviewed.redirecting and reviewed.redirecting.anchors else None
    by_page: dict[str, dict[str, Location]] = {}
    for change, name in (*_written(reviewed), *(_made(reviewed) if map_ else ())):
        at = here(change)
        page = reviewed.new.pages.get(at.path)
        # The id that docutils makes of a label outlives another spelling of it.
        gone = page is None or {name, make_id(name)}.isdisjoint(anchors_of(page))
        if gone and not (map_ and _is_led(map_, place(change.old).path, name)):
            by_page.setdefault(at.path, {}).setdefault(name, at)
    end = f"and {map_.file} has no redirect" if map_ else "and nothing leads on from there"
    paths = sorted(by_page)
    # One event that reaches over many pages is one remark, at the first.
    others = paths[1:] if len(paths) > PAGES else []
    more = f"; and so on {len(others)} more pages: {', '.join(others[:MOST])} …" if others else ""
    for path in paths[: len(paths) - len(others)]:
        names = by_page[path]
        yield Told(
            message=f"{_listed(list(names))} gone, {end}{more}",
            at=next(iter(names.values())),
            facts=(path, *sorted(names), *others),
        )


def _written(reviewed: Reviewed) -> Iterator[tuple[Change, str]]:
    """Go through the anchors that somebody wrote, and that no link in the tree uses."""
    for kind in ("anchor.changed", "anchor.removed"):
        for change in reviewed.of(kind):
            name = str(change.before)
            if not change.inbound and name in _names(reviewed, place(change.old)):
                yield change, name


def _names(reviewed: Reviewed, at: Location) -> set[str]:
    """The anchors that are written in a section as it was."""
    page = reviewed.old.pages[at.path]
    return {
        anchor.name
        for trail, section in walk(page.root)
        if trail == at.section
        for anchor in section.anchors
    }


def _made(reviewed: Reviewed) -> Iterator[tuple[Change, str]]:
    """Go through the anchors that generators made of headings which are others now, or on another page."""
    for kind in ("section.renamed", "section.moved"):
        for change in reviewed.of(kind):
            was = place(change.old)
            if was.anchor:
                yield change, was.anchor


def _is_led(map_: Redirecting, path: str, name: str) -> bool:
    address = map_.old.address(path, name)
    return address is not None and map_.rows.row(address) is not None


def _listed(names: list[str]) -> str:
    quoted = ", ".join(f"“{name}”" for name in names[:MOST])
    if len(names) == 1:
        return f"anchor {quoted} is"
    rest = f" and {len(names) - MOST} more" if names[MOST:] else ""
    return f"anchors {quoted}{rest} are"


LOST_ANCHOR = Policy("lost-anchor", "warning", _check, __doc__ or "")
