"""Maps made to hang their reader: a repository that nobody vouches for can bring one."""

from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import detect
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, view

SIZE = 60_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docusaurus", "redirects: [" + "/* " * SIZE),
        ("docusaurus", "redirects: [" + "`\\" * SIZE),
        ("docusaurus", "redirects: [" + '"\\' * SIZE),
        ("vercel", '{"redirects": [' + "{}," * SIZE + "]}"),
        ("vercel", '{"redirects": [{' + '"a":1,' * SIZE + "}]}"),
        ("vercel", '{"redirects": ' + "[" * SIZE),
        ("json", "[" + "{}," * SIZE),
        ("json", "[" * SIZE),
        ("nginx", "location" + ' "\\' * SIZE),
        ("nginx", "\n" * SIZE + "x"),
        ("nginx", "location ~ ^" + "(.*)" * 50 + "$ { return 301 /; }"),
        ("apache", "RedirectMatch " + '"\\' * SIZE),
        ("apache", "RedirectMatch ^" + "(a+)+" * 50 + "$ /b"),
        ("netlify", "/a" + " " * SIZE + "x"),
        ("netlify", "/a" + "/*" * SIZE + " /b"),
        ("sphinx", ('"" ' * 190 + "\n") * 200),
        ("sphinx", '"' * SIZE),
        ("mkdocs", "plugins: " + "{a: " * SIZE),
        ("gitbook", "redirects: &a [*a" + ", *a" * 1000),
        ("reredirects", "redirects = " + "{" * SIZE),
    ],
)
@pytest.mark.timeout(30)
def test_no_map_takes_for_ever(name: str, text: str) -> None:
    sites = view(PLAIN[:2], "sphinx").sites
    detect("moved", text)
    try:
        rows = RedirectMap(book(name).read(text, sites).rows)
    except UsageError:
        rows = RedirectMap(())
    assert rows.row(Address("/" + "a" * 200)) is None
