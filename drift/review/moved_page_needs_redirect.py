"""`moved-page-needs-redirect`: a page left its address, and the site's redirect map leads nobody on from there.

What it tells: each page that was published at the merge base, whose address is in use no more, and for which the map that
the site uses has no row, or one that leads to no page. A site without such a map is left in peace: see `page-removed`; so is
a page whose new front matter names the old address (`aliases`, `redirect_from`).
Why it matters: links from mails, chats and search engines end in an error page, and no tool that looks at the tree alone
sees them.
Example: `travel.md` becomes `office/travel.md`, and `_redirects` has no line for `/travel`.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath
from types import MappingProxyType

import msgspec

from drift.aggregate.map_row import MOST_STEPS
from drift.changes.base import locations
from drift.review.base import Policy, Redirecting, Reviewed, Told, fresh, here
from drift.site.address import Address, address_keys

_ALIASES = frozenset({"aliases", "redirect_from"})
# Of Hugo and of Jekyll.

_WAYS = MappingProxyType(
    {"page.merged": "merged into", "page.converted": "moved to", "page.moved": "moved to"}
)


def _check(reviewed: Reviewed) -> Iterator[Told]:
    map_ = reviewed.redirecting
    if map_ is None:
        return
    went = dict(_went(reviewed))
    aliases = frozenset(_aliases(reviewed, map_))
    for path in sorted(reviewed.old.pages.keys() - reviewed.new.pages.keys()):
        address = map_.old.address(path)
        if (
            address is None
            or map_.new.page(address.path) is not None
            or not aliases.isdisjoint(address_keys(address.path))
        ):
            continue
        trouble = _trouble(map_, address)
        if trouble:
            what, target = went.get(path, ("removed", ""))
            where = f" {target}" if target else ""
            yield Told(
                message=f"page at {address.path} {what}{where}, and {trouble}",
                at=fresh(target or path),
                facts=(path,),
            )


def _went(reviewed: Reviewed) -> Iterator[tuple[str, tuple[str, str]]]:
    """Tell of pages what happened to them, and where their content is."""
    for kind, what in _WAYS.items():
        for change in reviewed.of(kind):
            for was in locations(change.old):
                yield was.path, (what, here(change).path)


def _aliases(reviewed: Reviewed, map_: Redirecting) -> Iterator[str]:
    """Go through the addresses that pages take over by their front matter, as the keys of addresses."""
    for path, page, _ in reviewed.touched():
        own = map_.new.address(path)
        folder = "" if own is None else own.path.rstrip("/").rpartition("/")[0]
        for datum in page.metadata:
            for name in _texts(datum.value) if datum.key in _ALIASES else ():
                # Hugo counts from the folder of the page, unless told otherwise.
                base = map_.new.prefix if name.startswith("/") else folder
                yield from address_keys(normpath(f"{base}/{name}"))


def _texts(value: str) -> tuple[str, ...]:
    found = msgspec.json.decode(value)
    every = found if isinstance(found, list) else [found]
    return tuple(one for one in every if isinstance(one, str))


def _trouble(map_: Redirecting, address: Address) -> str:
    """Say what is wrong with where readers of an address are led; nothing where they find a page or leave the site."""
    end, steps = map_.rows.end(address, map_.new.page)
    if steps == MOST_STEPS:
        return f"{map_.file} leads round and round from there"
    if map_.new.page(end.path) is not None or _is_file(map_, end):
        return ""
    row = map_.rows.row(end)
    if row is not None and row.target is None:
        # It leads out of the site; a pattern with a target would have been followed.
        return ""
    return f"{map_.file} has no redirect" if not steps else f"{map_.file} leads to no page"


def _is_file(map_: Redirecting, address: Address) -> bool:
    """Tell whether a file stands at an address, or the front of the site, which generators make."""
    name = address.path.removeprefix(f"{map_.new.prefix}/")
    return (
        address.key in {"/", map_.new.prefix} or f"{map_.new.root()}{name}" in map_.new.site.files
    )


MOVED_PAGE_NEEDS_REDIRECT = Policy(
    "moved-page-needs-redirect", "error", _check, __doc__ or "", frozenset({"page-removed"})
)
