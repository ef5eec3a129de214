"""Redirects <-> the file of sphinxext-rediraffe: `"old.rst" "new.md"` a line, counted from the folder of the sources.

`rediraffe_redirects` in `conf.py` may hold the same as a dictionary. Rediraffe goes to whole pages: it keeps the reader's
fragment and has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from drift.aggregate.map_row import MapRow, Reading
from drift.aggregate.moves import Move
from drift.errors import UsageError
from drift.render.redirects.base import Book, RedirectFormat, RedirectsView, Sites
from drift.render.redirects.lines import commented, put_in
from drift.render.redirects.notes import written
from drift.render.redirects.python_dict import PythonDict, assigned, put_in_dict
from drift.render.redirects.yaml_rows import quoted
from drift.site.address import Address
from drift.site.documents import suffix_of, suffixes
from drift.site.published import Publisher

_NAME = "rediraffe_redirects"

_ROW = re.compile(r"""(?:(["'])(.*?)\1|(\S+))\s+(?:(["'])(.*?)\4|(\S+))""")
# As rediraffe itself takes a line apart.

_RST = re.compile(r"""["']\.rst["']""")

_DOCUMENT = r"""["']?[^\s"'#/:][^\s"':]*\.(?:rst|md|txt|ipynb)["']?"""
_PAIR = re.compile(rf"{_DOCUMENT}[ \t]+{_DOCUMENT}")

LONGEST = 600
"""Characters of a line that is read: what takes it apart looks at each end with each beginning."""


def _write(move: Move, sites: Sites) -> tuple[str, ...]:
    pair = _names(move, sites)
    row = " ".join(map(_between_quotes, pair))
    found = _ROW.fullmatch(row)
    # What rediraffe would not read as it is meant: line breaks, both quotes, a backslash (a slash to it).
    if found is None or (found[2], found[5]) != pair or "\\" in row or not row.isprintable():
        return ()
    return (row,)


def _names(move: Move, sites: Sites) -> tuple[str, str]:
    old = sites.old.source(move.row.old.path or "") or ""
    new = sites.new.source(move.row.new.path or "") or ""
    if not _is_source(suffix_of(old), sites.new):
        # The suffix is none of a source any more, and rediraffe would make `old.rst.html` of it.
        old = old.removesuffix(PurePosixPath(old).suffix)
    return old, new


def _is_source(suffix: str, publisher: Publisher) -> bool:
    """Sphinx takes `.rst` for the suffix of sources unless its configuration says otherwise; others it is told of."""
    if suffix != ".rst" or suffix in publisher.site.places.suffixes:
        return suffix in publisher.site.places.suffixes
    text = "".join(publisher.settings.configs.values())
    return "source_suffix" not in text or _RST.search(text) is not None


def _between_quotes(name: str) -> str:
    mark = "'" if '"' in name else '"'
    return f"{mark}{name}{mark}"


def _read(text: str, sites: Sites) -> Reading:
    found = assigned(text, _NAME)
    if isinstance(found, PythonDict):
        entries = [(entry.line, entry.key, entry.value) for entry in found.entries]
        return Reading(tuple(_row(*entry, sites) for entry in entries), found.unread)
    if isinstance(found, str):
        raise UsageError(f"names another file, {found}", remedy="give that one")
    if _NAME in text and not _has_pairs(text):
        raise UsageError(f"holds no dictionary {_NAME}", remedy=f"put `{_NAME} = {{}}` in it")
    rows: list[MapRow] = []
    unread: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        pair = _ROW.fullmatch(words) if len(words) <= LONGEST else None
        if pair is None:
            unread.append(number)
        else:
            rows.append(_row(number, pair[2] or pair[3] or "", pair[5] or pair[6] or "", sites))
    return Reading(tuple(rows), tuple(unread))


def _row(line: int, old: str, new: str, sites: Sites) -> MapRow:
    return MapRow(
        line=line,
        old=old,
        new=new,
        source=document_address(old, sites.old),
        target=document_address(new, sites.new),
    )


def document_address(name: str, publisher: Publisher) -> Address | None:
    """Tell where a document is published that is called as Sphinx does: with its suffix or without.

    Args:
        name: Counted from the folder of the sources; with a closing slash, where each document has a folder of its own.
        publisher: Of the site.
    """
    path = f"{publisher.root()}{name.strip('/')}"
    if suffix_of(name) in suffixes():
        return publisher.address(path)
    page = publisher.site.places.page(path) if name.endswith("/") else None
    return publisher.address(page or f"{path}.rst")


def _insert(text: str, rows: Sequence[str]) -> str:
    found = assigned(text, _NAME)
    if isinstance(found, PythonDict):
        pairs = [_ROW.fullmatch(row) for row in rows]
        entries = [f"{quoted(pair[2])}: {quoted(pair[5])}" for pair in pairs if pair]
        return put_in_dict(text, entries, found)
    return put_in(text, rows)


def _render(view: RedirectsView) -> str:
    return commented(written(view, BOOK))


def _knows(text: str) -> bool:
    return assigned(text, _NAME) is not None or _has_pairs(text)


def _has_pairs(text: str) -> bool:
    lines = (line.strip() for line in text.split("\n") if len(line) <= LONGEST)
    return any(map(_PAIR.fullmatch, lines))


def _elsewhere(text: str) -> str:
    found = assigned(text, _NAME)
    return found if isinstance(found, str) else ""


BOOK = Book(
    files=("redirects.txt", "rediraffe*.txt", "conf.py"),
    knows=_knows,
    read=_read,
    write=_write,
    insert=_insert,
    elsewhere=_elsewhere,
)
SPHINX = RedirectFormat("sphinx", _render, BOOK)
