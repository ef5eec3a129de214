r"""Redirects <-> `redirects` in `vercel.json`: `{"source": "/old", "destination": "/new", "permanent": true}` each.

Both are patterns of path-to-regexp, held against the encoded path: signs that mean something are escaped with `\` in a
source, and percent-encoded in a destination.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.notes import written
from drift.render.redirects.patterns import from_words, template
from drift.render.redirects.script import Array, Element, array, put_in_array
from drift.render.redirects.url import decoded, encoded, spellings, target_of
from drift.site.address import Address
from drift.site.published import Publisher

_SPECIAL = re.compile(r"[:*+?(){}\\]")

_SAFE = "/-._~!&',;=@"
# For a destination: nothing that path-to-regexp knows, nor what stands for what it caught.

_PLAIN_FIELDS = frozenset({"source", "destination", "permanent", "statusCode"})
# A rule with others holds under conditions.

_PART = re.compile(r"\{/\}\?|\(\.\*\)|:(\w+)(\*|\(\.\*\))?|/?\(/?\|?/?\)|\\(.)")

_REMEDY = 'put `"redirects": []` in it'


def _write(move: Move, _sites: Sites) -> tuple[str, ...]:
    new = encoded(move.new, safe=_SAFE)
    new = _SPECIAL.sub(lambda found: f"%{ord(found[0]):02X}", new)
    return tuple(_row_text(source, new) for source in _sources(move))


def _sources(move: Move) -> tuple[str, ...]:
    paths = [one.path for one in spellings(move.old)]
    if move.old.path.endswith("/index.html"):
        return tuple(map(_source, paths))
    return (_source(paths[-1]) + ("{/}?" if len(paths) > 1 else ""),)


def _source(path: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", encoded(Address(path)))


def _row_text(source: str, new: str) -> str:
    row = {"source": source, "destination": new, "permanent": True}
    return msgspec.json.encode(row).decode()


def _read(text: str, sites: Sites) -> Reading:
    found = {element.line: _row(element, sites.new) for element in _found(text).elements}
    rows = tuple(row for row in found.values() if row)
    return Reading(rows, tuple(line for line, row in found.items() if row is None))


def _row(element: Element, publisher: Publisher) -> MapRow | None:
    fields = element.fields
    if not fields.keys() <= _PLAIN_FIELDS or not fields.get("source"):
        return None
    old, new = fields["source"][0], next(iter(fields.get("destination", ())), "")
    names: list[str] = []
    parts = _parts(old, names)
    pattern = from_words(parts) if parts is not None else None
    if pattern is None:
        return None
    led = decoded(new, publisher)
    if pattern.literal:
        source = decoded(pattern.literal, publisher)
        return MapRow(line=element.line, old=old, new=new, source=source, target=led)
    places = {name: at for at, name in enumerate(names, start=1)}
    caught: list[str | int] = [
        places.get(word.strip(":*$"), word) if word[:1] in {":", "$"} else word
        for word in re.split(r"(:\w+\*?|\$\d)", target_of(led))
    ]
    return MapRow(
        line=element.line, old=old, new=new, pattern=pattern.expression, template=template(caught)
    )


def _parts(source: str, names: list[str]) -> list[str] | None:
    """Cut a source into text and wildcards, and note the names of these; None for what is more than that."""
    parts: list[str] = []
    at = 0
    for found in _PART.finditer(source):
        parts.append(source[at : found.start()])
        at = found.end()
        if found[3]:
            parts.append(found[3])
        elif found[1] or found[0] == "(.*)":
            names.append(found[1] or str(len(names) + 1))
            parts.append("*" if found[2] or not found[1] else ":")
    parts.append(source[at:])
    plain = [part for part in parts if part not in {"*", ":"}]
    escaped = {found[3] for found in _PART.finditer(source) if found[3]}
    return None if any(_SPECIAL.search(part) and part not in escaped for part in plain) else parts


def _found(text: str) -> Array:
    found = array(text, "redirects")
    if found is None:
        raise UsageError("holds no array of redirects", remedy=_REMEDY)
    return found


def _insert(text: str, rows: Sequence[str]) -> str:
    return put_in_array(text, rows, _found(text))


def _render(view: RedirectsView) -> str:
    rows = written(view, BOOK).rows
    inner = "[\n" + ",\n".join(f"    {row}" for row in rows) + "\n  ]" if rows else "[]"
    return f'{{\n  "redirects": {inner}\n}}\n'


BOOK = Book(
    files=("vercel.json",),
    knows=lambda text: (
        (found := array(text, "redirects")) is not None
        and any("source" in one.fields for one in found.elements)
    ),
    read=_read,
    write=_write,
    insert=_insert,
)
VERCEL = RedirectFormat("vercel", _render, BOOK)
