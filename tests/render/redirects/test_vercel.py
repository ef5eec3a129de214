from __future__ import annotations

import json

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    document = json.loads(formats()["vercel"].render(view(PLAIN, "mkdocs")))
    assert {row["source"]: row["destination"] for row in document["redirects"]} == {
        "/admin{/}?": "/guide/it/",
        "/admin/backup{/}?": "/guide/it/backup/",
        "/admin/users{/}?": "/guide/people/#b",
        "/old{/}?": "/new/",
    }
    assert all(row["permanent"] is True for row in document["redirects"])


def test_an_index_has_two_addresses() -> None:
    document = json.loads(formats()["vercel"].render(view(PLAIN[:1], "sphinx")))
    assert [row["source"] for row in document["redirects"]] == ["/admin/", "/admin/index.html"]


@pytest.mark.parametrize(
    ("source", "destination", "at", "led"),
    [
        ("/a", "/b", "/a/", Address("/b")),
        ("/a/:path*", "/b/:path*", "/a/x/y", Address("/b/x/y")),
        ("/a/:name", "/b/:name", "/a/x", Address("/b/x")),
        ("/a/(.*)", "/b/$1", "/a/x", Address("/b/x")),
        ("/a\\\\(b\\\\)", "/c%20d#e", "/a(b)", Address("/c d", "e")),
        ("/a%20b", "/c", "/a b", Address("/c")),
        ("/a", "https://elsewhere.example/", "/a", None),
    ],
)
def test_what_people_write(source: str, destination: str, at: str, led: Address | None) -> None:
    text = f'{{"redirects": [\n\t{{"source": "{source}", "destination": "{destination}"}}\n]}}'
    read = book("vercel").read(text, view(PLAIN).sites)
    assert [row.line for row in read.rows] == [2]
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_conditions_and_expressions_are_left_alone() -> None:
    rows = [
        {"source": "/a", "destination": "/b", "has": [{"type": "host", "value": "x"}]},
        {"source": "/a/:id(\\d+)", "destination": "/b"},
        {"destination": "/b"},
    ]
    text = json.dumps({"redirects": rows}, indent=1).replace("\n  {", "\n{")
    assert len(book("vercel").read(text, view(PLAIN).sites).unread) == 3


def test_a_map_is_completed() -> None:
    text = '{\n\t"cleanUrls": true,\n\t"redirects": [\n\t\t{ "source": "/x", "destination": "/new" }\n\t]\n}\n'
    row = '{"source":"/old","destination":"/new","permanent":true}'
    wanted = text.replace("}\n\t]", f"}},\n\t\t{row}\n\t]")
    assert completed("vercel", text, view(PLAIN[3:4])) == wanted
    assert completed("vercel", '{"redirects": []}', view(PLAIN[3:4])) == (
        f'{{"redirects": [\n  {row}\n]}}'
    )


def test_a_file_without_an_array_is_refused() -> None:
    with pytest.raises(UsageError, match="holds no array of redirects"):
        book("vercel").read('{"rewrites": []}', view(PLAIN).sites)
