"""A revision -> the redirect map that its site uses, read in whichever format it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from drift.cli.output import complain
from drift.errors import ConfigError, UsageError
from drift.site.documents import suffix_of, suffixes
from drift.site.paths import join, parent

if TYPE_CHECKING:
    from drift.render.redirects.base import Book
    from drift.review.base import Redirecting
    from drift.revision.base import Revision
    from drift.site.tree_site import TreeSite

_REMEDY = "name the map under [review] redirects"


def redirecting(
    new: Revision, sites: tuple[TreeSite, TreeSite], named: str, *, quiet: bool = False
) -> Redirecting | None:
    """Find and read the redirect map of a revision.

    Args:
        new: The revision.
        sites: The old and the new site.
        named: The path of the map, where the configuration names it; else it is looked for.
        quiet: Whether to say nothing of what looks like a map and cannot be read.

    Returns:
        The map nearest to the root that can be read; None where there is none.

    Raises:
        ConfigError: The map that is named is not there, or nobody can read it.
    """
    from drift.aggregate.map_row import RedirectMap
    from drift.render.redirects.base import Sites
    from drift.review.base import Redirecting
    from drift.site.published import Publisher

    ends = Sites(Publisher(sites[0]), Publisher(sites[1]))
    troubles: list[UsageError] = []
    for path, text, book in (_named(new, named),) if named else _found(new):
        try:
            rows = book.read(text, ends).rows
        except UsageError as error:
            if named:
                raise ConfigError(error.problem, where=path, remedy=error.remedy) from error
            troubles.append(UsageError(error.problem, where=path, remedy=_REMEDY))
        else:
            return Redirecting(path, RedirectMap(rows), ends.old, ends.new, anchors=book.anchors)
    if troubles and not quiet:
        complain(str(troubles[0]))
    return None


def _named(new: Revision, path: str) -> tuple[str, str, Book]:
    from drift.render.redirects import detect

    text = _text(new, path)
    if text is not None and (maps := _maps(new, path, text)):
        return maps[0]
    chosen = () if text is None else detect(PurePosixPath(path).name, text)
    if text is None or len(chosen) != 1 or chosen[0].book is None:
        raise ConfigError("is no redirect map of this revision", where=path, remedy=_REMEDY)
    return _followed(new, path, text, chosen[0].book)


def _maps(new: Revision, path: str, text: str) -> list[tuple[str, str, Book]]:
    """Read a file as each map that it is: of several in one `conf.py`, the file that it names has the pages of the site."""
    maps = [
        _followed(new, path, text, one)
        for one in _books()
        if _is_called_so(path, one) and one.knows(text)
    ]
    return sorted(maps, key=lambda one: one[0] == path)


def _followed(new: Revision, path: str, text: str, book: Book) -> tuple[str, str, Book]:
    """Go on to the file that a map names instead of having rows, where it is there."""
    name = book.elsewhere(text) if book.elsewhere else ""
    place = join(parent(path), name) if name else None
    rows = None if place is None else _text(new, place)
    return (path, text, book) if place is None or rows is None else (place, rows, book)


def _found(new: Revision) -> Iterator[tuple[str, str, Book]]:
    for path in _candidates(new, _books()):
        yield from _maps(new, path, _text(new, path) or "")


def _books() -> list[Book]:
    from drift.render.redirects import formats

    return [one.book for one in formats().values() if one.book and one.book.files]


def _candidates(new: Revision, books: Sequence[Book]) -> list[str]:
    """The files that are called as maps are, those nearest to the root first; a page about nginx is none."""
    paths = (entry.path for entry in new.entries())
    called = [path for path in paths if any(_is_called_so(path, one) for one in books)]
    called = [path for path in called if suffix_of(path) not in suffixes()]
    return sorted(called, key=lambda path: (path.count("/"), path))


def _is_called_so(path: str, book: Book) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(name, at) for at in book.files)


def _text(new: Revision, path: str) -> str | None:
    """Read a file as far as it is text."""
    for entry in new.entries():
        if entry.path == path:
            data = next(iter(new.read((entry,))))
            return data.decode("utf-8", "replace") if isinstance(data, bytes) else None
    return None
