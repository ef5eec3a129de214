"""Redirects <-> drift's own list: every page and anchor that is gone, resolved or not, by its path in the tree."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.aggregate.redirect import Redirect
from drift.errors import UsageError
from drift.render.encode import encode
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.notes import spot
from drift.render.redirects.script import Array, array, is_empty, put_in_array
from drift.render.redirects.url import is_text


def _render(view: RedirectsView) -> str:
    return encode(view.rows)


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    places = (move.row.old, move.row.new)
    if not is_text(*(text for one in places for text in (one.path, one.anchor) if text)):
        return ()
    return (msgspec.json.encode(move.row).decode(),)


def _read(text: str, sites: Sites) -> Reading:
    try:
        rows = msgspec.json.decode(text, type=tuple[Redirect, ...])
    except msgspec.MsgspecError as error:
        raise UsageError(f"is no list of redirects: {error}") from error
    lines = [element.line for element in _found(text).elements]
    read = [_row(line, row, sites) for line, row in zip(lines, rows, strict=True) if row.resolved]
    # The list names files, and of two files of one address it says nothing that a reader could notice.
    return Reading(tuple(row for row in read if row.source != row.target))


def _row(line: int, row: Redirect, sites: Sites) -> MapRow:
    return MapRow(
        line=line,
        old=spot(row.old),
        new=spot(row.new),
        source=sites.old.address(row.old.path or "", row.old.anchor),
        target=sites.new.address(row.new.path or "", row.new.anchor),
    )


def _found(text: str) -> Array:
    found = array(text)
    if found is None:
        raise UsageError("is no list of redirects")
    return found


def _insert(text: str, rows: Sequence[str]) -> str:
    return put_in_array(text, rows, _found(text))


def _knows(text: str) -> bool:
    found = array(text)
    return is_empty(text) or (
        found is not None
        and any({"kind", "old", "new"} <= one.fields.keys() for one in found.elements)
    )


BOOK = Book(files=(), knows=_knows, read=_read, write=_write, insert=_insert, anchors=True)
JSON = RedirectFormat("json", _render, BOOK)
