from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["nginx"].render(view(PLAIN, "sphinx")).split("\n")[4:] == [
        'location = "/admin/" { return 301 "/guide/it/index.html"; }',
        'location = "/admin/index.html" { return 301 "/guide/it/index.html"; }',
        'location = "/admin/backup.html" { return 301 "/guide/it/backup.html"; }',
        'location = "/admin/users.html" { return 301 "/guide/people.html#b"; }',
        'location = "/old.html" { return 301 "/new.html"; }',
        "",
    ]


@pytest.mark.parametrize(
    ("text", "at", "led"),
    [
        ("location = /a { return 301 /b; }", "/a", Address("/b")),
        ("location = /a {\n  return 302 $scheme://$host/b;\n}", "/a", Address("/b")),
        ("location ~ ^/a/(.*)$ { return 301 /b/$1; }", "/a/x/y", Address("/b/x/y")),
        ("location /a/ { return 301 /b; }", "/a/x", Address("/b")),
        ("rewrite ^/a\\.html$ /b permanent;", "/a.html", Address("/b")),
        ("rewrite ^/a/?$ /b redirect;", "/a/", Address("/b")),
        ("rewrite ^/a$ /b last;", "/a", None),
        ("location = '/a b' { return 308 '/c#d'; }", "/a b", Address("/c", "d")),
        ("location = /a { return 404; }", "/a", None),
        ("# location = /a { return 301 /b; }", "/a", None),
    ],
)
def test_what_people_write(text: str, at: str, led: Address | None) -> None:
    read = book("nginx").read(f"server {{\n{text}\n}}\n", view(PLAIN).sites)
    assert read.unread == ()
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_a_row_names_its_line() -> None:
    text = "server {\n  location = /a {\n    return 301 /b;\n  }\n  rewrite ^/c$ /d permanent;\n}\n"
    assert [row.line for row in book("nginx").read(text, view(PLAIN).sites).rows] == [2, 5]


def test_what_cannot_be_told_is_left_alone() -> None:
    text = "location ~ ^/(a|b)$ { return 301 /c; }\nlocation = /d { return 301 $target; }\n"
    assert book("nginx").read(text, view(PLAIN).sites).unread == (1, 2)


def test_rows_stay_within_the_block() -> None:
    seen = view(PLAIN[3:4], "sphinx")
    row = 'location = "/old.html" { return 301 "/new.html"; }'
    text = "server {\n  location = /x { return 301 /new.html; }\n  root /y;\n}\n"
    assert completed("nginx", text, seen) == text.replace("  root", f"  {row}\n  root")
    text = "server {\n    root /y;\n}\n"
    assert completed("nginx", text, seen) == f"server {{\n    root /y;\n    {row}\n}}\n"
