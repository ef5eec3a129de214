"""A revision -> the redirect map that its site uses, read in whichever format it has."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from drift.errors import ConfigError

if TYPE_CHECKING:
    from drift.render.redirects.base import RedirectFormat
    from drift.review.base import Redirecting
    from drift.revision.base import Revision
    from drift.site.tree_site import TreeSite


def redirecting(new: Revision, sites: tuple[TreeSite, TreeSite], named: str) -> Redirecting | None:
    """Find and read the redirect map of a revision.

    Args:
        new: The revision.
        sites: The old and the new site.
        named: The path of the map, where the configuration names it; else it is looked for.

    Returns:
        The map nearest to the root that is one; None where there is none.

    Raises:
        ConfigError: The map that is named is not there, or nobody can read it.
        UsageError: What was found is no such map after all.
    """
    from drift.aggregate.map_row import RedirectMap
    from drift.render.redirects.base import Sites
    from drift.review.base import Redirecting
    from drift.site.published import Publisher

    found = _found(new, named)
    if found is None:
        return None
    path, text, chosen = found
    if chosen.book is None:
        return None
    ends = Sites(Publisher(sites[0]), Publisher(sites[1]))
    rows = chosen.book.read(text, ends).rows
    return Redirecting(path, RedirectMap(rows), ends.old, ends.new)


def _found(new: Revision, named: str) -> tuple[str, str, RedirectFormat] | None:
    from drift.render.redirects import detect, formats

    if named:
        text = _text(new, named)
        chosen = None if text is None else detect(PurePosixPath(named).name, text)
        if text is None or chosen is None:
            raise ConfigError(
                "is no redirect map of this revision", where=named, remedy="mend [review] redirects"
            )
        return named, text, chosen
    maps = [one for one in formats().values() if one.book and one.book.files]
    for path in _candidates(new, maps):
        text = _text(new, path)
        for one in maps if text is not None else ():
            if one.book and _is_called_so(path, one) and one.book.knows(text or ""):
                return path, text or "", one
    return None


def _candidates(new: Revision, maps: Iterable[RedirectFormat]) -> list[str]:
    """The files that are called as maps are, those nearest to the root first."""
    known = tuple(maps)
    paths = (entry.path for entry in new.entries())
    called = [path for path in paths if any(_is_called_so(path, one) for one in known)]
    return sorted(called, key=lambda path: (path.count("/"), path))


def _is_called_so(path: str, one: RedirectFormat) -> bool:
    name = path.rpartition("/")[2]
    return one.book is not None and any(fnmatchcase(name, at) for at in one.book.files)


def _text(new: Revision, path: str) -> str | None:
    """Read a file as far as it is text."""
    for entry in new.entries():
        if entry.path == path:
            data = next(iter(new.read((entry,))))
            return data.decode("utf-8", "replace") if isinstance(data, bytes) else None
    return None
