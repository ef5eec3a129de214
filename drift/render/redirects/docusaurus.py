"""Redirects <-> `redirects` of @docusaurus/plugin-client-redirects: `{"from": "/old", "to": "/new"}` each.

The new map is a JSON file for `redirects: require("./redirects.json")`; the array is read where it stands in the configuration
too. Paths count from `baseUrl`. `from` is the name of a file that is written, and `to` a URL, which may have a fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.notes import written
from drift.render.redirects.script import Array, Element, array, is_empty, put_in_array
from drift.render.redirects.url import decoded, encoded, is_text
from drift.site.address import Address
from drift.site.published import Publisher
from drift.site.urls import SCHEME

_REMEDY = "put `redirects: []` among the plugin's options"


def _write(move: Move, sites: Sites) -> tuple[str, ...]:
    old = move.old.path.removeprefix(sites.old.prefix)
    new = Address(move.new.path.removeprefix(sites.new.prefix), move.new.anchor)
    if old == "/" or re.search(r"[?#%\\\x00-\x1f]", old) or not is_text(old):
        # The plugin takes a name with these for no path, or for another one.
        return ()
    row = {"from": old.rstrip("/"), "to": encoded(new)}
    return (msgspec.json.encode(row).decode(),)


def _read(text: str, sites: Sites) -> Reading:
    rows: list[MapRow] = []
    unread: list[int] = []
    for element in _found(text).elements:
        found = list(_rows(element, sites))
        rows += found
        unread += [] if found else [element.line]
    return Reading(tuple(rows), tuple(unread))


def _rows(element: Element, sites: Sites) -> Iterator[MapRow]:
    goal = element.fields.get("to", ())
    for old in element.fields.get("from", ()) if goal else ():
        yield MapRow(
            line=element.line,
            old=old,
            new=goal[0],
            source=_address(old, sites.old),
            target=_address(goal[0], sites.new),
        )


def _address(url: str, publisher: Publisher) -> Address | None:
    inside = not SCHEME.match(url)
    return decoded(f"{publisher.prefix}/{url.lstrip('/')}" if inside else url, publisher)


def _found(text: str) -> Array:
    found = array(text) or array(text, "redirects")
    if found is None:
        raise UsageError("holds no array of redirects", remedy=_REMEDY)
    return found


def _insert(text: str, rows: Sequence[str]) -> str:
    return put_in_array(text, rows, _found(text))


def _render(view: RedirectsView) -> str:
    rows = written(view, BOOK).rows
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n" if rows else "[]\n"


def _knows(text: str) -> bool:
    found = array(text) or array(text, "redirects")
    told = found is not None and any("from" in one.fields for one in found.elements)
    return told or is_empty(text)


BOOK = Book(
    files=("docusaurus.config.*",),
    knows=_knows,
    read=_read,
    write=_write,
    insert=_insert,
)
DOCUSAURUS = RedirectFormat("docusaurus", _render, BOOK)
