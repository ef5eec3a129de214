"""Changes -> the same, each that another one explains in full naming it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from drift.changes.base import Change, Location, locations
from drift.changes.comparison import Comparison
from drift.changes.entered import entered, with_page
from drift.changes.labels import says_piece, shows_target
from drift.changes.parents import adopted
from drift.changes.wholes import along, wholes
from drift.trees.page import Link
from drift.trees.site import Site, Target
from drift.trees.walk import all_links, paths_of

_OF_PAGES = ("page.moved", "page.removed", "page.merged", "page.split", "page.converted")

_TAKEN = ("section.moved", "section.merged", "section.split")
"""What takes a section from one place to another."""

_OF_SECTIONS = ("section.renamed", *_TAKEN, "section.removed", "page.retitled")


def with_causes(comparison: Comparison, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Fill in which change explains which.

    Args:
        comparison: The two revisions.
        changes: All changes, with their ids.

    Returns:
        The same in the same order.
    """
    index = _Index(comparison, changes)
    return tuple(
        msgspec.structs.replace(change, cause=cause)
        if (cause := index.cause(change)) not in {None, change.id}
        else change
        for change in changes
    )


class _Index:
    """The changes by what they happened to."""

    def __init__(self, comparison: Comparison, changes: Sequence[Change]) -> None:
        self._comparison = comparison
        self._old, self._new = comparison.matching.old.site, comparison.matching.new.site
        self._pages: dict[str, dict[str, str]] = defaultdict(dict)
        self._sections: dict[tuple[str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
        self._anchors: dict[tuple[str, str], str] = {}
        self._headings: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._links: dict[str, dict[tuple[int, str], Link]] = {}
        self._retargets: dict[tuple[Location, str], str] = {}
        self._merged: dict[tuple[str, str], str] = {}
        self._paths: dict[str, dict[str, tuple[str, ...]]] = {}
        self._respelled = {
            comparison.old_at(edit.old)
            for edit in comparison.edits
            if all(block.respelled for block in edit.blocks if not block.told)
        }
        self._wholes = wholes(changes)
        self._entered = entered(comparison, changes)
        for change in changes:
            self._add(change)

    def _add(self, change: Change) -> None:
        old, new = locations(change.old), locations(change.new)
        if change.kind in _OF_PAGES:
            for at in old:
                self._pages[at.path][change.kind] = change.id
        if change.kind == "page.merged" and new:
            self._merged.update({(at.path, new[0].path): change.id for at in old})
        if change.kind in _OF_SECTIONS:
            for at in old:
                self._sections[at.path, at.section].setdefault(change.kind, change.id)
        self._add_name(change, old, new)

    def _add_name(
        self, change: Change, old: tuple[Location, ...], new: tuple[Location, ...]
    ) -> None:
        if change.kind in {"section.added", "section.removed"}:
            for at in (*old, *new):
                self._headings[change.kind, at.path, at.section] = change.id
        if change.kind.startswith("anchor.") and old:
            self._anchors[old[0].path, str(change.before)] = change.id
        if change.kind in {"link.retargeted", "link.broken"} and old:
            self._retargets[old[0], str(change.before)] = change.id

    def cause(self, change: Change) -> str | None:
        """Name the change that explains another, if there is one."""
        old, new = locations(change.old), locations(change.new)
        if change.kind.startswith("link."):
            both = old and new
            return self._of_link(old[0], new[0], change) if both else self._of_end(old, new, change)
        if change.kind.startswith("nav."):
            site, at = (self._new, new[0]) if new else (self._old, old[0])
            return with_page(change, at, site, self._entered)
        if change.kind == "section.edited":
            return self._of_respelling(old[0], new[0])
        if change.kind.startswith("anchor."):
            return self._of_anchor(old[0], new[0])
        if change.kind == "section.moved":
            return self._of_adoption(old[0], new[0])
        return None

    def _of_end(
        self, old: tuple[Location, ...], new: tuple[Location, ...], change: Change
    ) -> str | None:
        """Explain a link that came or went with what it leads to."""
        site, at = (self._new, new[0]) if new else (self._old, old[0])
        return along(change, self._target(site, at, change, new=bool(new)), site, self._wholes)

    def _of_link(self, old: Location, new: Location, change: Change) -> str | None:
        if change.kind == "link.retargeted":
            one = self._target(self._old, old, change, new=False)
            other = self._target(self._new, new, change, new=True)
            if self._follows(one, other, change):
                return self._of_target(one) or self._of_files(old, one, other)
            return self._merged.get((one.page, other.page)) if one and other else None
        if change.kind == "link.relabelled" and change.link and change.link.old:
            if shows_target(change.link):
                return self._of_name(old, new, change)
            named = self._retargets.get((old, change.link.old.target))
            return named if says_piece(change.link) else None
        return self._of_broken(old, new, change) if change.kind == "link.broken" else None

    def _of_files(self, old: Location, one: Target | None, other: Target | None) -> str | None:
        """Explain a link to a file that is no page, such as a picture, by what took its own page along."""
        gone = one and not (one.page in self._old.pages or one.page in self._new.files)
        return self._of_home(old) if gone and other and other.page not in self._old.files else None

    def _follows(self, one: Target | None, other: Target | None, change: Change) -> bool:
        """Tell whether a link leads to the same place as before by lineage, or that place went from under it."""
        if change.before == change.after:
            return True
        if one is None or other is None:
            return False
        homes = self._comparison.homes
        return homes.old(one) == homes.new(other)

    def _of_respelling(self, old: Location, new: Location) -> str | None:
        """Explain links that are written otherwise and lead where they led, on another page than before."""
        if old.path == new.path or old not in self._respelled:
            return None
        taken = self._around(old.path, old.section, _TAKEN)
        return taken or self._page(old.path, _OF_PAGES)

    def _of_name(self, old: Location, new: Location, change: Change) -> str | None:
        """Explain what a link shows for want of a label: it changed as the target did, or as the name of its page."""
        named = self._retargets.get((old, str(change.before)))
        if named is None and old.path != new.path:
            return self._page(old.path, _OF_PAGES)
        return named

    def _of_broken(self, old: Location, new: Location, change: Change) -> str | None:
        """Explain a link that nobody touched and that leads nowhere now: by its goal, else by where it went itself."""
        if change.before != change.after:
            return None
        target = self._target(self._old, old, change, new=False)
        return self._of_target(target) or (self._of_home(old) if old.path != new.path else None)

    def _of_target(self, target: Target | None) -> str | None:
        """Find what happened to a place in the tree: to its page, else to the section of its anchor."""
        if target is None or not target.page:
            return None
        page = self._page(target.page, _OF_PAGES)
        if page is not None or not target.anchor:
            return page
        if (target.page, target.anchor) in self._anchors:
            named = self._anchors[target.page, target.anchor]
            return self._of_section(target) or named
        return self._of_section(target)

    def _of_section(self, target: Target) -> str | None:
        if target.page not in self._old.pages:
            return None
        if target.page not in self._paths:
            self._paths[target.page] = paths_of(self._old.pages[target.page].root)
        path = self._paths[target.page].get(target.anchor, ())
        return self._around(target.page, path) or self._title_of(target.page, path)

    def _around(
        self, page: str, path: tuple[str, ...], which: Iterable[str] = _OF_SECTIONS
    ) -> str | None:
        """Find what happened to a section, or to one that it went along with."""
        for length in range(len(path), 0, -1):
            kinds = self._sections.get((page, path[:length]), {})
            for kind in which:
                if kind in kinds and (length == len(path) or kind != "section.renamed"):
                    return kinds[kind]
        return None

    def _page(self, path: str, kinds: Iterable[str]) -> str | None:
        found = self._pages.get(path, {})
        return next((found[kind] for kind in kinds if kind in found), None)

    def _of_anchor(self, old: Location, new: Location) -> str | None:
        kinds = self._sections.get((old.path, old.section), {})
        if old.path == new.path:
            return kinds.get("section.renamed") or self._title_of(old.path, old.section)
        return self._of_home(old)

    def _of_home(self, old: Location) -> str | None:
        """Find what took a section to another page."""
        return self._around(old.path, old.section) or self._page(old.path, _OF_PAGES)

    def _title_of(self, page: str, path: tuple[str, ...]) -> str | None:
        """The title of a page is renamed by `page.retitled`, which stands at the page."""
        kinds = self._sections.get((page, ()), {})
        return kinds.get("page.retitled") if path == (self._old.pages[page].title,) else None

    def _of_adoption(self, old: Location, new: Location) -> str | None:
        """Explain a section that stands under another heading because that one came or the old one went."""
        heading = adopted(self._comparison, old, new)
        return self._headings.get(heading) if heading else None

    def _target(self, site: Site, at: Location, change: Change, *, new: bool) -> Target | None:
        written = change.after if new else change.before
        line = at.lines[0] if at.lines else 0
        side = f"{new}:{at.path}"
        if side not in self._links:
            self._links[side] = {
                (link.line, link.target): link
                for link in (all_links(site.pages[at.path].root) if at.path in site.pages else ())
            }
        link = self._links[side].get((line, str(written)))
        return None if link is None else site.resolve(at.path, link)
