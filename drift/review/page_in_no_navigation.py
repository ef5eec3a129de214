"""`page-in-no-navigation`: a page came, or stayed, without a place in the navigation.

What it tells: each page that is new and in no navigation, and each that stayed while its last entry went. Trees without
navigation, what lies outside of the folder that the navigation is about or in a hidden one, the page at the root of the
site, pages that another one includes, drafts and what the generator leaves out (`exclude_patterns`, `exclude_docs`), and pages
marked as unlisted (`:orphan:`, `unlisted`, `not_in_nav`) are left in peace.
Why it matters: nobody finds it but by search.
Example: `visa.md` is added, and `SUMMARY.md` has no line for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import commonpath, dirname

from drift.review.base import Policy, Reviewed, Told, fresh, here
from drift.site.excluded import is_left_out, is_unlisted
from drift.site.places import is_index
from drift.site.tree_site import TreeSite
from drift.trees.site import Site
from drift.trees.walk import all_links


def _check(reviewed: Reviewed) -> Iterator[Told]:
    listed = _listed(reviewed.new)
    if not listed:
        return
    came = {here(change).path for change in reviewed.of("page.added")}
    origins = reviewed.origins()
    before = _listed(reviewed.old)
    left = {path for path in reviewed.new.pages if origins.get(path, path) in before}
    scope = _common([entry.page for entry in reviewed.new.nav])
    for path in sorted((came | left) & reviewed.new.pages.keys() - listed):
        if path.startswith(scope) and not _needs_none(reviewed.new, path):
            what = "new page" if path in came else "page, which was there before, is now"
            yield Told(message=f"{what} in no navigation", at=fresh(path), facts=(path,))


def _listed(site: Site) -> frozenset[str]:
    """The pages that have an entry, and those that the entries stand on."""
    return frozenset(path for entry in site.nav for path in (entry.page, entry.path))


def _common(paths: list[str]) -> str:
    """Give the folder that all paths lie in, with its closing slash; empty for the root of the tree."""
    folder = commonpath([dirname(path) for path in paths])
    return f"{folder}/" if folder else ""


def _needs_none(site: TreeSite, path: str) -> bool:
    if "/" not in path and is_index(path):
        return True
    if any(part.startswith(".") for part in path.split("/")):
        return True
    return is_left_out(site, path) or is_unlisted(site, path) or _is_included(site, path)


def _is_included(site: TreeSite, path: str) -> bool:
    return any(
        link.kind == "include" and site.resolve(other, link).page == path
        for other in site.naming(path)
        for link in all_links(site.pages[other].root)
    )


PAGE_IN_NO_NAVIGATION = Policy("page-in-no-navigation", "warning", _check, __doc__ or "")
