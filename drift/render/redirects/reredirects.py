"""Redirects <-> the dictionary `redirects` of sphinx-reredirects in `conf.py`: a document, and a URL as seen from it.

A target may have a fragment, which takes the place of the reader's. A name with `*`, `?` or `[` is a pattern to it, over
documents that are there; a name that a URL would escape is given with its suffix, or its page would not be found.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from urllib.parse import quote, urljoin

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented
from drift.render.redirects.notes import Written, written
from drift.render.redirects.python_dict import PythonDict, assigned, put_in_dict
from drift.render.redirects.sphinx import document_address
from drift.render.redirects.url import decoded, encoded, fragment, is_text
from drift.render.redirects.yaml_rows import quoted
from drift.site.address import Address
from drift.site.published import Publisher
from drift.site.urls import SCHEME

_NAME = "redirects"

_REMEDY = "put `redirects = {}` in it"

_WILD = re.compile(r"[*?\[\]]")


def _write(move: Move, sites: Sites) -> tuple[str, ...]:
    if not is_text(move.old.path, move.new.path):
        return ()
    old = move.old.path.removeprefix(sites.old.prefix)
    name = re.sub(r"(?:\.html|(?<=.)/)\Z", "", old).lstrip("/")
    name = f"{name}/index" if old.endswith("/") and old != "/" and _is_index(move) else name
    if quote(name) != name:
        # It would be looked for, and written, under its escaped name.
        name = f"{name}/index.html" if old.endswith("/") and not _is_index(move) else f"{name}.html"
    if _WILD.search(name) or not name:
        return ()
    return (f"{quoted(name)}: {quoted(_seen_from(old, move.new, sites.new))}",)


def _is_index(move: Move) -> bool:
    return posixpath.basename(move.row.old.path or "").startswith("index.")


def _seen_from(old: str, new: Address, publisher: Publisher) -> str:
    path = new.path.removeprefix(publisher.prefix)
    seen = posixpath.relpath(path, start=posixpath.dirname(old))
    seen = quote(seen, safe="/") + ("/" if path.endswith("/") else "")
    return f"{seen}#{fragment(new.anchor)}" if new.anchor else seen


def _read(text: str, sites: Sites) -> Reading:
    found = _found(text)
    rows: list[MapRow] = []
    unread = list(found.unread)
    for entry in found.entries:
        source = document_address(re.sub(r"(?:\.html|/)\Z", "", entry.key), sites.old)
        if source is None or _WILD.search(entry.key):
            unread.append(entry.line)
            continue
        goal = _goal(entry.value, source, sites.new)
        rows.append(
            MapRow(
                line=entry.line,
                old=entry.key,
                new=entry.value,
                source=source,
                target=goal,
            )
        )
    return Reading(tuple(rows), tuple(sorted(unread)))


def _goal(text: str, source: Address, publisher: Publisher) -> Address | None:
    """An opening slash counts from the root of the site."""
    if SCHEME.match(text):
        return decoded(text, publisher)
    seen = publisher.prefix + text if text.startswith("/") else text
    return decoded(urljoin(encoded(source), seen), publisher)


def _found(text: str) -> PythonDict:
    found = assigned(text, _NAME)
    if not isinstance(found, PythonDict):
        raise UsageError(f"holds no dictionary {_NAME}", remedy=_REMEDY)
    return found


def _insert(text: str, rows: Sequence[str]) -> str:
    return put_in_dict(text, rows, _found(text))


def _render(view: RedirectsView) -> str:
    found = written(view, BOOK)
    rows = tuple(f"    {row}," for row in found.rows)
    head = (f"{_NAME} = {{", *rows, "}") if rows else (f"{_NAME} = {{}}",)
    return commented(Written(head, found.notes))


BOOK = Book(
    files=("conf.py",),
    knows=lambda text: isinstance(assigned(text, _NAME), PythonDict),
    read=_read,
    write=_write,
    insert=_insert,
)
REREDIRECTS = RedirectFormat("reredirects", _render, BOOK)
