"""`page-in-no-navigation`: a page came, or stayed, without a place in the navigation.

What it tells: each page that is new and in no navigation, and each that stayed while its last entry went. Trees without
navigation, the page at the root of the site, and pages marked `:orphan:` are left in peace.
Why it matters: nobody finds it but by search.
Example: `visa.md` is added, and `SUMMARY.md` has no line for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, fresh, here
from drift.site.places import is_index
from drift.trees.site import Site


def _check(reviewed: Reviewed) -> Iterator[Told]:
    listed = _listed(reviewed.new)
    if not listed:
        return
    came = {here(change).path for change in reviewed.of("page.added")}
    origins = reviewed.origins()
    before = _listed(reviewed.old)
    left = {path for path in reviewed.new.pages if origins.get(path, path) in before}
    for path in sorted((came | left) & reviewed.new.pages.keys() - listed):
        if not _needs_none(reviewed.new, path):
            what = "new page" if path in came else "page, which was there before, is now"
            yield Told(message=f"{what} in no navigation", at=fresh(path), facts=(path,))


def _listed(site: Site) -> frozenset[str]:
    """The pages that have an entry, and those that the entries stand on."""
    return frozenset(path for entry in site.nav for path in (entry.page, entry.path))


def _needs_none(site: Site, path: str) -> bool:
    if "/" not in path and is_index(path):
        return True
    return any(datum.key == "orphan" for datum in site.pages[path].metadata)


PAGE_IN_NO_NAVIGATION = Policy("page-in-no-navigation", "warning", _check, __doc__ or "")
