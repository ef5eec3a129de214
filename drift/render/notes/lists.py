"""Pages that are new, moved, renamed or gone -> points of a list: few pages one by one, many as their titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drift.aggregate.notes.notes import Elsewhere, Gone, NewPage, Place, Source
from drift.render.notes.base import Line, Run
from drift.render.notes.pages import made_by

FEW_NEW = 3
"""New pages of a part that are told one by one, with their first words; more are a list of titles."""

MOST_TITLES = 12
"""Titles in one list; the rest is counted."""

TOGETHER = 3
"""Pages that moved from one folder to another and kept their names: both folders are named once."""

_Item = tuple[tuple[Run, ...], tuple[Source, ...]]
"""A page in words, and what it came from."""


def new(pages: Sequence[NewPage], *, whole: bool) -> Iterator[Line]:
    """Tell of the pages that were not there.

    Args:
        pages: Of one part of the handbook.
        whole: Whether to name everything.

    Yields:
        A line a page, or one for all.
    """
    if len(pages) > FEW_NEW and not whole:
        yield _listed([Run("New", "strong")], [(_new_page(one), one.sources) for one in pages])
        return
    for page in pages:
        opening = (Run(f": {page.opening}"),) if page.opening else ()
        made = made_by(page.sources)
        yield Line((Run("New", "strong"), Run(": "), *_new_page(page), *opening, *made))


def moved(pages: Sequence[Elsewhere], *, whole: bool) -> Iterator[Line]:
    """Tell of the pages that have another address.

    Args:
        pages: Of one part of the handbook.
        whole: Whether to name everything.

    Yields:
        A line for those that went from one folder to another under their own names, and one for the others.
    """
    folders = [_folders(page) for page in pages]
    together = {both: count for both, count in Counter(folders).items() if count >= TOGETHER}
    together.pop(("", ""), None)
    for before, after in together:
        some = [page for page, own in zip(pages, folders, strict=True) if own == (before, after)]
        places = (Run(before, "literal"), Run(" to "), Run(after, "literal"))
        head = [Run("Moved", "strong"), Run(" from "), *places]
        yield _listed(head, [((_link(one.place),), one.sources) for one in some], whole=whole)
    alone = [page for page, own in zip(pages, folders, strict=True) if own not in together]
    yield from _all("Moved", [(_moved_page(page), page.sources) for page in alone], whole=whole)


def renamed(pages: Sequence[Elsewhere], *, whole: bool) -> Iterator[Line]:
    """Tell of the pages that have another title.

    Args:
        pages: Of one part of the handbook.
        whole: Whether to name everything.

    Yields:
        One line, if there are any.
    """
    items = [((_link(one.place), Run(f" (was {one.before})")), one.sources) for one in pages]
    yield from _all("Renamed", items, whole=whole)


def gone(pages: Sequence[Gone], *, whole: bool) -> Iterator[Line]:
    """Tell of the pages that are there no more.

    Args:
        pages: Of one part of the handbook.
        whole: Whether to name everything.

    Yields:
        One line, if there are any.
    """
    yield from _all("Gone", [(_gone_page(page), page.sources) for page in pages], whole=whole)


def _folders(page: Elsewhere) -> tuple[str, str]:
    """Tell which folder a page left for which, if it kept its name."""
    (before, name), (after, other) = _cut(page.before), _cut(page.after)
    return (before, after) if name == other else ("", "")


def _cut(address: str) -> tuple[str, str]:
    """Cut an address into its folder and its name, which may be one of a folder itself."""
    folder, _, name = address.rstrip("/").rpartition("/")
    return f"{folder}/", name


def _new_page(page: NewPage) -> tuple[Run, ...]:
    part = (Run(f" (was part of {page.came_from})"),) if page.came_from else ()
    return (_link(page.place), *part)


def _moved_page(page: Elsewhere) -> tuple[Run, ...]:
    # A link says where a page is now.
    now = () if page.place.url else (Run(", is at "), Run(page.after, "literal"))
    return (_link(page.place), Run(" (was at "), Run(page.before, "literal"), *now, Run(")"))


def _gone_page(page: Gone) -> tuple[Run, ...]:
    into = [run for place in page.into for run in (Run(", "), _link(place))][1:]
    return (Run(page.title), *((Run(" (now part of "), *into, Run(")")) if into else ()))


def _link(place: Place) -> Run:
    return Run(place.title, url=place.url)


def _all(word: str, items: Sequence[_Item], *, whole: bool) -> Iterator[Line]:
    if items:
        yield _listed([Run(word, "strong")], items, whole=whole)


def _listed(head: Sequence[Run], items: Sequence[_Item], *, whole: bool = False) -> Line:
    """Write a list in one line; what all of it came from is named once, at its end."""
    shown = items if whole else items[:MOST_TITLES]
    common = _common([made for _, made in items])
    runs = [*head, Run(": ")]
    for at, (item, made) in enumerate(shown):
        runs += [Run("; ")] if at else []
        runs += [*item, *(() if common else made_by(made))]
    rest = len(items) - len(shown)
    runs += [Run(f"; and {rest:,} more")] if rest else []
    return Line((*runs, *made_by(common)))


def _common(made: Sequence[tuple[Source, ...]]) -> tuple[Source, ...]:
    return made[0] if len(set(made)) == 1 else ()
