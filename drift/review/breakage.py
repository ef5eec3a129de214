"""Broken links of a changelog -> whether their page or only the anchor on it is missing, and where what they name is now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from drift.changes.base import Change
from drift.review.base import Reviewed, here, place
from drift.site.documents import suffix_of, suffixes
from drift.site.excluded import is_left_out
from drift.site.tree_site import TreeSite
from drift.trees.page import Link
from drift.trees.site import Site, Target
from drift.trees.walk import all_links, own_links, walk

SEVERAL = 3
"""Links of a page that lead nowhere, and none that leads anywhere: that is no mistake."""

_TELLING = frozenset(
    {"anchor.changed", "page.converted", "page.merged", "page.moved", "section.merged"}
    | {"section.moved", "section.renamed"}
)
# Causes that know where what was linked to is now.


_TEMPLATE = re.compile(r"^[ \t]*(?:\{\{.*\}\}|\{%.*%\}|--8<--.*)[ \t]*$", re.MULTILINE)
# On a line of its own.

_Links = dict[tuple[tuple[str, ...], int | None, str], Link]
"""The links of a page by section path, line and target as written."""


def broken(reviewed: Reviewed, *, anchors: bool) -> Iterator[Change]:
    """Go through the links that the range broke.

    Args:
        reviewed: What changed.
        anchors: Whether those are wanted whose page is there and their anchor is not; else all others.

    Yields:
        The changes.
    """
    pages: dict[str, list[Change]] = {}
    for change in reviewed.of("link.broken"):
        pages.setdefault(here(change).path, []).append(change)
    origins = reviewed.origins() if pages else {}
    ends = frozenset(map(_end, reviewed.new.files)) if pages else frozenset[str]()
    for path, changes in pages.items():
        if is_left_out(reviewed.new, path) or _is_part(reviewed.old, origins.get(path, path)):
            continue
        links = _links(reviewed.new, path)
        for change in changes:
            target = _target(reviewed.new, change, links)
            lost = target is not None and target.page in reviewed.new.pages
            made = lost and target and _is_made(reviewed.new, target, new=change.before is None)
            copied = _may_be_copied(reviewed.new, str(change.after), ends)
            if lost == anchors and not made and not copied:
                yield change


def _target(site: Site, change: Change, links: _Links) -> Target | None:
    at = here(change)
    link = links.get((at.section, at.lines and at.lines[0], str(change.after)))
    return None if link is None else site.resolve(at.path, link)


def _is_part(site: Site, path: str) -> bool:
    """Tell whether a page is put into others by a program, so that none of its links counted from where it stands."""
    if path not in site.pages:
        return False
    links = all_links(site.pages[path].root)
    targets = (site.resolve(path, link) for link in links if not link.target.startswith("/"))
    states = Counter(target.state for target in targets if target.page != path)
    return states["missing"] >= SEVERAL and not states["found"]


def named(change: Change) -> str:
    """Name a broken link in words.

    Args:
        change: Of the kind `link.broken`.

    Returns:
        Its label, where it has one, and its target.
    """
    facts = (change.link.new or change.link.old) if change.link else None
    label = f" “{facts.label}”" if facts and facts.label else ""
    return f"link{label} to {change.before if change.after is None else change.after}"


def moves(reviewed: Reviewed) -> dict[str, Change]:
    """List what may have taken the target of a link to another place.

    Args:
        reviewed: What changed.

    Returns:
        The changes by their ids.
    """
    return {one.id: one for one in reviewed.changelog.changes if one.kind in _TELLING}


def found_again(change: Change, among: Mapping[str, Change]) -> str:
    """Tell where what a broken link names is now.

    Args:
        change: Of the kind `link.broken`.
        among: What may have taken it there, by id.

    Returns:
        The end of a sentence; empty where nothing tells it.
    """
    cause = among.get(change.cause or "")
    if cause is None:
        return ""
    at = place(cause.new)
    anchor = f"#{at.anchor}" if at.anchor else ""
    return f"; it is now {at.path}{anchor}"


def _is_made(site: Site, target: Target, *, new: bool) -> bool:
    """Tell whether the site's generator may make an anchor out of what nobody else can read.

    It may where the page names it as plugins do (`config.tags`), and where a template on the page stands for more text; of
    that, only a link that found its anchor before tells that it is gone.
    """
    source = site.source(target.page)
    named = "." in target.anchor and target.anchor in source
    return named or (new and _TEMPLATE.search(source) is not None)


def _may_be_copied(site: TreeSite, written: str, ends: frozenset[str]) -> bool:
    """Tell whether a generator that nobody here knows may publish a file at an address: `/assets/sea/map.png` out of `static/`."""
    place = PurePosixPath(written.partition("#")[0].partition("?")[0])
    document = not place.suffix or suffix_of(place.name) in suffixes()
    if site.content.settings.generator or not place.is_absolute() or document:
        return False
    return _end(str(place)) in ends


def _end(path: str) -> str:
    """The name of a file, and of the folder that it lies in."""
    return "/".join(path.split("/")[-2:])


def _links(site: Site, path: str) -> _Links:
    """Index the links of a page, of which thousands may be broken."""
    page = site.pages.get(path)
    found: _Links = {}
    for trail, section in walk(page.root) if page else ():
        for link in own_links(section):
            found.setdefault((trail, link.line, link.target), link)
    return found
