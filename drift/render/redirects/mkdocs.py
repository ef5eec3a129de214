"""Redirects <-> `redirect_maps` of mkdocs-redirects in `mkdocs.yml`: source files, counted from `docs_dir`.

A target may have a fragment; a key may not (Zensical reads one, and so does drift).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented
from drift.render.redirects.notes import Written, written
from drift.render.redirects.url import decoded, is_text
from drift.render.redirects.yaml_rows import found_map, put_in_map, quoted
from drift.site.address import Address
from drift.site.published import Publisher
from drift.site.urls import SCHEME

_WAY = ("plugins", "redirects", "redirect_maps")

_REMEDY = "put `- redirects: {redirect_maps: {}}` under its plugins"

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
# What MkDocs takes for Markdown.


def _write(move: Move, sites: Sites) -> tuple[str, ...]:
    old = sites.old.source(move.row.old.path or "") or ""
    new = sites.new.source(move.row.new.path or "") or ""
    if PurePosixPath(old).suffix not in _SUFFIXES:
        # The plugin makes the old address out of the name, and of Markdown alone.
        old = f"{PurePosixPath(old).with_suffix('.md')}"
    if "#" in old + new or not is_text(old, new, move.new.anchor):
        return ()
    fragment = f"#{move.new.anchor}" if move.new.anchor else ""
    return (f"{quoted(old)}: {quoted(new + fragment)}",)


def _read(text: str, sites: Sites) -> Reading:
    found = found_map(text, *_WAY, remedy=_REMEDY)
    rows = [
        MapRow(
            line=entry.line,
            old=entry.key,
            new=entry.value,
            source=_address(entry.key, sites.old),
            target=_goal(entry.value, sites.new),
        )
        for entry in found.entries
    ]
    return Reading(tuple(rows), found.unread)


def _goal(text: str, publisher: Publisher) -> Address | None:
    return decoded(text, publisher) if SCHEME.match(text) else _address(text, publisher)


def _address(text: str, publisher: Publisher) -> Address | None:
    path, _, anchor = text.partition("#")
    return publisher.address(f"{publisher.root()}{path.removeprefix('./')}", anchor)


def _insert(text: str, rows: Sequence[str]) -> str:
    return put_in_map(text, rows, found_map(text, *_WAY, remedy=_REMEDY))


def _render(view: RedirectsView) -> str:
    found = written(view, BOOK)
    head = (
        "plugins:",
        "  - redirects:",
        "      redirect_maps:" if found.rows else "      redirect_maps: {}",
    )
    rows = tuple(f"        {row}" for row in found.rows)
    return commented(Written((*head, *rows), found.notes))


BOOK = Book(
    files=("mkdocs.yml", "mkdocs.yaml"),
    knows=lambda text: "redirect_maps" in text,
    read=_read,
    write=_write,
    insert=_insert,
)
MKDOCS = RedirectFormat("mkdocs", _render, BOOK)
