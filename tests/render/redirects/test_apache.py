from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


@pytest.mark.parametrize(
    ("generator", "wanted"),
    [
        (
            "sphinx",
            [
                'RedirectMatch 301 "^/admin/(?:index\\.html)?$" "/guide/it/index.html"',
                'RedirectMatch 301 "^/admin/backup\\.html$" "/guide/it/backup.html"',
                'RedirectMatch 301 "^/admin/users\\.html$" "/guide/people.html#b"',
                'RedirectMatch 301 "^/old\\.html$" "/new.html"',
            ],
        ),
        (
            "mkdocs",
            [
                'RedirectMatch 301 "^/admin/?$" "/guide/it/"',
                'RedirectMatch 301 "^/admin/backup/?$" "/guide/it/backup/"',
                'RedirectMatch 301 "^/admin/users/?$" "/guide/people/#b"',
                'RedirectMatch 301 "^/old/?$" "/new/"',
            ],
        ),
    ],
)
def test_a_new_map(generator: str, wanted: list[str]) -> None:
    assert formats()["apache"].render(view(PLAIN, generator)).split("\n")[4:-1] == wanted


@pytest.mark.parametrize(
    ("line", "at", "led"),
    [
        ("Redirect 301 /a /b", "/a", Address("/b")),
        ("Redirect permanent /a /b", "/a/x", Address("/b/x")),
        ("Redirect /a /b", "/ax", None),
        ('RedirectPermanent "/a b" "/c%20d"', "/a b", Address("/c d")),
        ("RedirectMatch 301 ^/a/(.*)\\.html$ /b/$1", "/a/x.html", Address("/b/x")),
        ("RedirectMatch ^/a$ /b#c", "/a", Address("/b", "c")),
        ("RewriteRule ^a/?$ /b [R=301,L]", "/a", Address("/b")),
        ("RewriteRule ^a$ /b [L]", "/a", None),
        ("Redirect 301 /a https://elsewhere.example/", "/a", None),
        ("# Redirect 301 /a /b", "/a", None),
    ],
)
def test_what_people_write(line: str, at: str, led: Address | None) -> None:
    read = book("apache").read(
        f"<IfModule mod_alias.c>\n  {line}\n</IfModule>\n", view(PLAIN).sites
    )
    assert read.unread == ()
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_what_cannot_be_told_is_left_alone() -> None:
    text = "RedirectMatch ^/(a|b)$ /c\nRedirect gone /d\nRewriteRule ^e$ /%{HTTP_HOST} [R]\n"
    assert book("apache").read(text, view(PLAIN).sites).unread == (1, 2, 3)


def test_rows_stand_behind_the_last_one() -> None:
    text = "<IfModule x>\n\tRedirect 301 /x /new.html\n</IfModule>\n"
    row = '\tRedirectMatch 301 "^/old\\.html$" "/new.html"\n'
    assert completed("apache", text, view(PLAIN[3:4], "sphinx")) == text.replace("</", f"{row}</")
