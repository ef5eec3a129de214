r"""Redirects <-> `redirects` in `vercel.json`: `{"source": "/old", "destination": "/new", "permanent": true}` each.

Both are patterns of path-to-regexp, held against the encoded path: signs that mean something are escaped with `\` in a
source, and percent-encoded in a destination.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

import msgspec

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.notes import written
from drift.render.redirects.patterns import Wild, from_words, template
from drift.render.redirects.script import Array, Element, array, put_in_array
from drift.render.redirects.url import decoded, encoded, spellings
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
    names: dict[str, int] = {}
    parts = _parts(old, names)
    pattern = from_words(parts) if parts is not None else None
    led = decoded(new, publisher)
    if pattern is None:
        return None
    if not names:
        source = Address(pattern.literal)
        return MapRow(line=element.line, old=old, new=new, source=source, target=led)
    words = re.split(r"(:\w+\*?|\$\d)", new if led else "")
    caught = [names.get(word.strip(":*$")) if word[:1] in {":", "$"} else None for word in words]
    goal = [place or unquote(word) for place, word in zip(caught, words, strict=True)]
    return MapRow(
        line=element.line, old=old, new=new, pattern=pattern.expression, template=template(goal)
    )


def _parts(source: str, names: dict[str, int]) -> list[str | Wild] | None:
    """Cut a source into text and wildcards, and number the names of these; None for what is more than that."""
    parts: list[str | Wild] = []
    at = 0
    for found in _PART.finditer(source):
        plain = source[at : found.start()]
        at = found.end()
        if _SPECIAL.search(plain):
            return None
        parts += [unquote(plain), *([found[3]] if found[3] else [])]
        if found[1] or found[0] == "(.*)":
            names[found[1] or str(len(names) + 1)] = len(names) + 1
            parts.append(Wild.ANY if found[2] or not found[1] else Wild.PART)
    parts.append(unquote(source[at:]))
    return None if _SPECIAL.search(source[at:]) else parts


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
