"""A redirect map and what it must say -> what is wrong with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from drift.aggregate.map_row import MOST_STEPS, MapRow, RedirectMap, target
from drift.aggregate.moves import Move, Moves
from drift.aggregate.redirect import Spot
from drift.site.address import Address
from drift.site.landing import is_made
from drift.site.landmarks import anchors_of, make_id
from drift.site.published import Publisher

Trouble = Literal["missing", "dead", "chained", "cyclic", "shadowed", "elsewhere"]

_FILE = re.compile(r"\.(?!html?\Z|md\Z|rst\Z)[A-Za-z][A-Za-z0-9]{1,4}\Z")
# The end of a path that names no page: `.pdf`, `.xml`.

_BUILT = re.compile(r".*/(?:genindex|py-modindex|modindex|search)(?:\.html)?\Z|.*/_\w+/.*")
# What generators add to a site.


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong."""

    kind: Trouble
    line: int | None
    # Null for a row that is missing.
    old: str
    # As the row says, and so is the next; for a row that is missing the place in the tree, and nothing.
    new: str
    place: Spot | None = None
    # Missing, dead, elsewhere: where the content is, if that is known. Chained: the end. Shadowed: the page that is there.


def check(
    book: RedirectMap, wanted: Moves, end: Publisher, *, anchors: bool
) -> tuple[Finding, ...]:
    """Hold a map against what it must say.

    Args:
        book: The map.
        wanted: What readers must be led from and to.
        end: The end of the range.
        anchors: Whether a row of the map can be about a fragment.

    Returns:
        What is missing in the order of the moves, then what is wrong in the order of the rows.
    """
    lacking = [_missing(move) for move in missing(book, wanted, anchors=anchors)]
    checking = _Checking(book, wanted, end)
    wrong = (finding for row in book.rows for finding in checking.row(row))
    return (*lacking, *wrong)


def missing(book: RedirectMap, wanted: Moves, *, anchors: bool) -> tuple[Move, ...]:
    """List the moves that no row of a map is about.

    Args:
        book: The map.
        wanted: What readers must be led from and to.
        anchors: Whether a row of the map can be about a fragment.
    """
    moves = (*wanted.pages, *(wanted.anchors if anchors else ()))
    return tuple(move for move in moves if book.row(move.old) is None)


def addable(book: RedirectMap, lacking: tuple[Move, ...]) -> tuple[Move, ...]:
    """Leave out the rows that would send readers round in a circle with those that are there.

    Args:
        book: The map.
        lacking: What is missing in it.
    """
    return tuple(move for move in lacking if not _leads_back(book, move))


def _leads_back(book: RedirectMap, move: Move) -> bool:
    at: Address | None = move.new
    for _ in range(MOST_STEPS):
        if at is None or at.key == move.old.key:
            break
        at = book.led(Address(at.path))
    return at is not None


def _missing(move: Move) -> Finding:
    spot = move.row.old
    old = f"{spot.path}#{spot.anchor}" if spot.anchor else f"{spot.path}"
    return Finding("missing", None, old, "", move.row.new)


class _Checking:
    """What the rows of one map are held against."""

    def __init__(self, book: RedirectMap, wanted: Moves, end: Publisher) -> None:
        self._book, self._end = book, end
        self._under: dict[MapRow, list[Move]] = defaultdict(list)
        for move in wanted.pages:
            row = book.row(move.old)
            if row is not None and row.pattern:
                self._under[row].append(move)
        self._moves = {(move.old.key, move.old.anchor): move for move in wanted.anchors}
        self._moves |= {(move.old.key, ""): move for move in wanted.pages}

    def row(self, row: MapRow) -> Iterator[Finding]:
        """Tell what is wrong with a row."""
        start = row.source
        if start is None:
            yield from self._pattern(row)
            return
        led = target(row, start)
        if led is None:
            return
        page = None if start.anchor else self._end.page(start.path)
        if page is not None and self._is_at(page, start):
            yield self._finding("shadowed", row, Spot(page))
            if led.key == start.key:
                return
        ended, steps = self._book.end(led, self._end.page)
        if steps == MOST_STEPS or led == start:
            yield self._finding("cyclic", row)
            return
        if steps:
            yield self._finding("chained", row, self._spot(ended))
        found = None if steps else self._dead(row, led)
        yield from [found] if found else self._elsewhere(row, start, ended)

    def _pattern(self, row: MapRow) -> Iterator[Finding]:
        """Of a row that stands for many addresses, look at its target if it is one, and at what it makes of each move."""
        if row.template and "\\" not in row.template:
            found = self._dead(row, Address(*row.template.split("#", 1)))
            if found:
                yield found
                return
        for move in self._under[row]:
            led = target(row, move.old)
            if led is not None:
                here = msgspec.structs.replace(
                    row, source=move.old, old=move.old.path, new=led.path
                )
                found = self._dead(here, led)
                ended, _ = self._book.end(led, self._end.page)
                yield from [found] if found else self._elsewhere(here, move.old, ended)

    def _is_at(self, page: str, address: Address) -> bool:
        """Tell whether a page is published at this very address, and not at one that only looks like it."""
        own = self._end.address(page)
        return own is not None and own.key == address.key

    def _dead(self, row: MapRow, led: Address) -> Finding | None:
        if self._is_alive(led):
            return None
        move = self._moves.get((led.key, led.anchor)) or self._moves.get((led.key, ""))
        known = self._moves.get((row.source.key, row.source.anchor)) if row.source else None
        found = known or move
        return self._finding("dead", row, found.row.new if found else None)

    def _is_alive(self, led: Address) -> bool:
        page = self._end.page(led.path)
        if page is not None:
            return not led.anchor or self._has(page, led.anchor)
        inside = led.path.startswith(f"{self._end.prefix}/")
        name = led.path.removeprefix(f"{self._end.prefix}/")
        if not inside or led.key in {"/", self._end.prefix} or _BUILT.fullmatch(led.path):
            return True
        return _FILE.search(name) is not None or f"{self._end.root()}{name}" in self._end.site.files

    def _has(self, page: str, anchor: str) -> bool:
        names = anchors_of(self._end.site.pages[page])
        made = self._end.generator == "sphinx" and is_made(anchor)
        return anchor in names or make_id(anchor) in names or made or anchor == "top"

    def _elsewhere(self, row: MapRow, start: Address, ended: Address) -> Iterator[Finding]:
        move = self._moves.get((start.key, start.anchor))
        if move is None or not self._is_alive(ended):
            return
        page, wanted = self._end.page(ended.path), move.new.anchor
        other = bool(start.anchor and wanted and ended.anchor) and ended.anchor != wanted
        if page is not None and (page != move.row.new.path or other):
            yield self._finding("elsewhere", row, move.row.new)

    def _spot(self, address: Address) -> Spot | None:
        page = self._end.page(address.path)
        return Spot(page, address.anchor or None) if page else None

    def _finding(self, kind: Trouble, row: MapRow, place: Spot | None = None) -> Finding:
        return Finding(kind, row.line, row.old, row.new, place)
