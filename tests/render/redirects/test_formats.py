"""What holds for every map: it says what it must, is read as it was written, and nothing in a name adds a rule to it."""

from __future__ import annotations

import msgspec
import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects import formats
from drift.render.redirects.base import RedirectsView
from drift.site.address import Address
from tests.render.redirects.samples import CONFIGS, PLAIN, book, completed, findings, hostile, view

MAPS = [
    *[(name, one) for name in ("netlify", "nginx", "apache", "vercel", "json") for one in CONFIGS],
    *[("sphinx", "sphinx"), ("reredirects", "sphinx"), ("mkdocs", "mkdocs")],
    *[("gitbook", "gitbook"), ("docusaurus", "docusaurus")],
]


def _sayable(name: str, seen: RedirectsView) -> RedirectsView:
    """Leave out what a format has no words for."""
    one = book(name)
    pages = tuple(move for move in seen.moves.pages if one.write(move, seen.sites))
    return msgspec.structs.replace(seen, moves=msgspec.structs.replace(seen.moves, pages=pages))


def _empty(name: str, seen: RedirectsView) -> str:
    nothing = msgspec.structs.replace(seen.moves, pages=(), anchors=())
    return formats()[name].render(msgspec.structs.replace(seen, rows=(), moves=nothing))


@pytest.mark.parametrize(("name", "generator"), MAPS)
@pytest.mark.parametrize("rows", [PLAIN, hostile()], ids=["plain", "hostile"])
def test_a_map_says_what_it_must(name: str, generator: str, rows: tuple[str, ...]) -> None:
    seen = _sayable(name, view(rows, generator))
    text = formats()[name].render(seen)
    assert findings(name, text, seen) == ()
    assert completed(name, text, seen) == text


@pytest.mark.parametrize(("name", "generator"), MAPS)
@pytest.mark.parametrize("rows", [PLAIN, hostile()], ids=["plain", "hostile"])
def test_an_empty_map_is_completed(name: str, generator: str, rows: tuple[str, ...]) -> None:
    seen = _sayable(name, view(rows, generator))
    empty = _empty(name, seen)
    text = completed(name, empty, seen)
    assert len(text) > len(empty)
    assert findings(name, text, seen) == ()
    assert completed(name, text, seen) == text


@pytest.mark.parametrize(("name", "generator"), MAPS)
def test_no_name_adds_a_rule(name: str, generator: str) -> None:
    seen = view(hostile(), generator)
    text = formats()[name].render(seen)
    rows = RedirectMap(book(name).read(text, seen.sites).rows)
    sources = {move.old.key for move in seen.moves.pages}
    assert {row.source.key for row in rows.rows if row.source} <= sources | {
        source.removesuffix(".html") for source in sources
    }
    assert not any(row.pattern for row in rows.rows)
    assert rows.row(Address("/x")) is None
    assert rows.row(Address("/evil")) is None


@pytest.mark.parametrize(("name", "generator"), MAPS)
def test_a_row_that_is_taken_out_is_missed_and_put_back(name: str, generator: str) -> None:
    seen = view(PLAIN, generator)
    fewer = msgspec.structs.replace(seen.moves, pages=seen.moves.pages[1:])
    lacking = msgspec.structs.replace(
        seen,
        moves=fewer,
        rows=tuple(row for row in seen.rows if row != seen.moves.pages[0].row),
    )
    text = formats()[name].render(lacking)
    assert [one.kind for one in findings(name, text, seen)] == ["missing"]
    assert findings(name, completed(name, text, seen), seen) == ()


@pytest.mark.parametrize("name", [name for name, one in formats().items() if one.book])
def test_bytes_that_are_no_text_break_nothing(name: str) -> None:
    generator = {"docusaurus": "docusaurus"}.get(name, "plain")
    seen = view(("b\udcff.md => to/c.md", "c.md => to/d\udcff.md"), generator)
    assert formats()[name].render(seen).encode("utf-8", "backslashreplace")
