from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["netlify"].render(view(PLAIN, "mkdocs")).split("\n") == [
        "# Redirects from v1 to v2, by drift.",
        "# Left out: 1 anchor whose fragment this map cannot match.",
        "# Nobody knows where these went:",
        "# - lost.md, perhaps new.md (0.90)",
        "/admin/ /guide/it/ 301",
        "/admin/backup/ /guide/it/backup/ 301",
        "/admin/users/ /guide/people/#b 301",
        "/old/ /new/ 301",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "at", "led"),
    [
        ("/a /b", "/a/", Address("/b")),
        ("/a /b#c 302! # why", "/a", Address("/b", "c")),
        ("/c%C3%A9 /d%20e 301", "/cé", Address("/d e")),
        ("/a/* /b/:splat 301", "/a/x/y", Address("/b/x/y")),
        ("/a/:year/:name /b/:name", "/a/2019/x", Address("/b/x")),
        ("/a https://elsewhere.example/b", "/a", None),
        ("/a /b 200", "/a", None),
        ("/* /404.html 404", "/a", None),
    ],
)
def test_what_people_write(line: str, at: str, led: Address | None) -> None:
    read = book("netlify").read(f"# Ours\n\n{line}\n", view(PLAIN, "mkdocs").sites)
    assert read.unread == ()
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_the_first_rule_holds() -> None:
    read = book("netlify").read("/a/* /x\n/a/b /y\n/c /z\n/c /w\n", view(PLAIN).sites)
    rows = RedirectMap(read.rows)
    assert [rows.led(Address(one)) for one in ("/a/b", "/c")] == [Address("/x"), Address("/z")]


def test_conditions_are_not_understood() -> None:
    text = "/a id=:id /b 301\n/a /b 302 Country=au\n/a/*/*/* /b\n"
    assert book("netlify").read(text, view(PLAIN).sites).unread == (1, 2, 3)


def test_rows_come_before_a_rule_for_everything() -> None:
    text = "# Ours\n/old/ /new/ 301\n\n/* /index.html 200\n"
    assert completed("netlify", text, view(PLAIN, "mkdocs")) == (
        "# Ours\n/old/ /new/ 301\n\n"
        "/admin/ /guide/it/ 301\n/admin/backup/ /guide/it/backup/ 301\n"
        "/admin/users/ /guide/people/#b 301\n/* /index.html 200\n"
    )


def test_line_ends_stay_as_they_are() -> None:
    assert completed("netlify", "/old/ /new/\r\n/x /y", view(PLAIN[3:4], "mkdocs")).count("\n") == 1
    added = completed("netlify", "/x /y\r\n/z /y", view(PLAIN[3:4], "mkdocs"))
    assert added == "/x /y\r\n/z /y\r\n/old/ /new/ 301\r\n"
