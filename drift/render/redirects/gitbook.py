"""Redirects <-> `redirects` in `.gitbook.yaml`: the path of an old URL, and the file that is to be shown instead.

Both count from `root`. GitBook goes to whole pages: a fragment in a target is not followed, and none is seen in a key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented, put_in
from drift.render.redirects.notes import Written, written
from drift.render.redirects.url import decoded, is_text
from drift.render.redirects.yaml_rows import found_map, put_in_map, quoted
from drift.site.address import Address
from drift.site.paths import join
from drift.site.published import Publisher
from drift.site.urls import SCHEME
from drift.site.yaml_map import yaml_map

_REMEDY = "end the file with a line `redirects:`"

_README = re.compile(r"(?:(?:^|/)README)?(?:\.md)?\Z")


def _write(move: Move, sites: Sites) -> tuple[str, ...]:
    old = move.old.path.removeprefix(sites.old.prefix).strip("/")
    new = sites.new.source(move.row.new.path or "") or ""
    if not old or "#" in old + new or not is_text(old, new):
        return ()
    return (f"{quoted(old)}: {quoted(new)}",)


def _read(text: str, sites: Sites) -> Reading:
    found = found_map(text, "redirects", remedy=_REMEDY)
    rows = [
        MapRow(
            line=entry.line,
            old=entry.key,
            new=entry.value,
            source=_source(entry.key, sites.old),
            target=_target(entry.value, sites.new),
        )
        for entry in found.entries
    ]
    return Reading(tuple(rows), found.unread)


def _source(key: str, publisher: Publisher) -> Address:
    path, _, anchor = key.partition("#")
    path = _README.sub("", path.removeprefix("./").strip("/"), count=1)
    return Address(f"{publisher.prefix}/{path}", anchor)


def _target(text: str, publisher: Publisher) -> Address | None:
    if SCHEME.match(text):
        return decoded(text, publisher)
    written, _, anchor = text.partition("#")
    path = join(publisher.root(), written) or ""
    page = publisher.site.places.page(path) or path
    return publisher.address(page, anchor)


def _insert(text: str, rows: Sequence[str]) -> str:
    if yaml_map(text, "redirects") is not None:
        return put_in_map(text, rows, found_map(text, "redirects", remedy=_REMEDY))
    if re.search(r"^redirects[ \t]*:", text, re.MULTILINE):
        raise UsageError("its redirects are no mapping of texts", remedy="mend them by hand")
    return put_in(put_in(text, ["redirects:"]), rows, indent="  ")


def _render(view: RedirectsView) -> str:
    found = written(view, BOOK)
    rows = tuple(f"  {row}" for row in found.rows)
    head = "redirects:" if rows else "redirects: {}"
    return commented(Written((head, *rows), found.notes))


BOOK = Book(
    files=(".gitbook.yaml", ".gitbook.yml"),
    knows=lambda text: re.search(r"^redirects[ \t]*:", text, re.MULTILINE) is not None,
    read=_read,
    write=_write,
    insert=_insert,
)
GITBOOK = RedirectFormat("gitbook", _render, BOOK)
