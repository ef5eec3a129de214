"""A redirect map that is there, and what it must say -> what is wrong with it, or the same map with the rows it lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from drift.cli import exit_codes
from drift.cli.output import complain, deliver
from drift.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drift.aggregate.map_row import Reading
    from drift.aggregate.moves import Move, Moves
    from drift.render.redirects.base import Book, RedirectFormat, RedirectsView

LARGEST = 4_000_000
"""Bytes of a map; a row of the longest has some hundred, and servers take ten thousand of them."""


class Known(msgspec.Struct, frozen=True, eq=False):
    """A map as it is."""

    file: Path
    named: str
    # As the user named it.
    text: str
    book: Book


def opened(place: Path, file: Path | None, name: str) -> Known:
    """Read a map.

    Args:
        place: Where the user stands.
        file: The map, which counts from there.
        name: Its format; empty, `text` and also `json` leave it to the map to tell.

    Returns:
        The map.

    Raises:
        UsageError: There is none, or nobody can tell what it is.
    """
    from drift.render.redirects import detect, formats

    path = place / (file or Path())
    named = str(file)
    try:
        data = path.read_bytes()
        text = data.decode()
    except OSError as error:
        remedy = "drift redirects RANGE --format NAME -o FILE writes a new one"
        raise UsageError(error.strerror or "cannot be read", where=named, remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=named) from error
    if len(data) > LARGEST:
        raise UsageError("is too large for a redirect map", where=named)
    maps = (formats()[name],) if name not in {"", "text", "json"} else detect(path.name, text)
    # A list of nothing may be drift's own too; to complete it, it must be known what it is.
    maps = tuple(one for one in maps if one.name == name) or maps
    if len(maps) == 1 and maps[0].book:
        return Known(path, named, text, maps[0].book)
    several = f"may be a map of {' or of '.join(one.name for one in maps)}" if maps[1:] else ""
    known = maps if several else formats().values()
    raise UsageError(
        several or "is a map of no format that is known",
        where=named,
        remedy=f"--format {'|'.join(_names(known, own=bool(several)))}",
    )


def _names(formats: Iterable[RedirectFormat], *, own: bool) -> Iterator[str]:
    return (one.name for one in formats if one.book and (own or one.name != "json"))


def _read(known: Known, view: RedirectsView) -> Reading:
    try:
        reading = known.book.read(known.text, view.sites)
    except UsageError as error:
        raise UsageError(error.problem, where=known.named, remedy=error.remedy) from error
    if reading.unread and not reading.rows:
        raise UsageError(
            f"has no row that is understood, line {reading.unread[0]} the first that is not",
            where=known.named,
            remedy="--format NAME says what it is",
        )
    return reading


def _sayable(known: Known, view: RedirectsView) -> Moves:
    """Leave out what no row of such a map can say, or it would be missing for ever."""

    def kept(moves: tuple[Move, ...]) -> tuple[Move, ...]:
        return tuple(move for move in moves if known.book.write(move, view.sites))

    anchors = view.moves.anchors if known.book.anchors else ()
    return msgspec.structs.replace(view.moves, pages=kept(view.moves.pages), anchors=kept(anchors))


def checked(known: Known, view: RedirectsView, name: str) -> tuple[str, int]:
    """Hold a map against the redirects of a range.

    Args:
        known: The map.
        view: The redirects.
        name: The format that was asked for; `json` is one for findings too.

    Returns:
        What is wrong, and the exit status.
    """
    from drift.aggregate.map_row import RedirectMap
    from drift.aggregate.redirect_check import check
    from drift.render.redirect_check import renderers
    from drift.render.redirect_check.view import CheckView

    reading = _read(known, view)
    found = check(
        RedirectMap(reading.rows),
        _sayable(known, view),
        view.sites.new,
        anchors=known.book.anchors,
    )
    shown = CheckView(
        file=known.named,
        rows=len(reading.rows),
        unread=reading.unread,
        findings=found,
        width=view.width,
        color=view.color,
        verbose=view.verbose,
    )
    text = renderers()["json" if name == "json" else "text"].render(shown)
    return text, exit_codes.FOUND if found else exit_codes.DONE


def completed(known: Known, view: RedirectsView, *, quiet: bool) -> int:
    """Add the rows that a map lacks.

    Args:
        known: The map, which is written whole or not at all.
        view: The redirects.
        quiet: Whether nothing may be said of it.

    Returns:
        The exit status.

    Raises:
        UsageError: The map cannot be taken apart, or not be written.
    """
    from drift.aggregate.map_row import RedirectMap
    from drift.aggregate.redirect_check import addable, missing
    from drift.render.plural import plural

    book = RedirectMap(_read(known, view).rows)
    lacking = missing(book, _sayable(known, view), anchors=known.book.anchors)
    added = addable(book, lacking)
    text = _completed(known, added, view)
    if text != known.text:
        deliver(text, known.file)
    if not quiet:
        complain(f"{known.named}: {plural(len(added), 'redirect')} added")
    if len(added) < len(lacking):
        circles = plural(len(lacking) - len(added), "redirect")
        complain(f"{known.named}: {circles} left out, since another row leads back from there")
    return exit_codes.DONE


def _completed(known: Known, added: tuple[Move, ...], view: RedirectsView) -> str:
    from drift.render.redirects.completion import complete

    try:
        return complete(known.book, known.text, added, view.sites)
    except UsageError as error:
        raise UsageError(error.problem, where=known.named, remedy=error.remedy) from error
