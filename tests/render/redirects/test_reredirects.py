from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["reredirects"].render(view(PLAIN, "sphinx")).split("\n")[4:] == [
        "redirects = {",
        '    "admin/index": "../guide/it/index.html",',
        '    "admin/backup": "../guide/it/backup.html",',
        '    "admin/users": "../guide/people.html#b",',
        '    "old": "new.html",',
        "}",
        "",
    ]


def test_a_name_that_a_url_escapes_has_its_suffix() -> None:
    seen = view(("a/b c.md => d/e f.md",), "sphinx")
    assert '    "a/b c.html": "../d/e%20f.html",\n' in formats()["reredirects"].render(seen)


@pytest.mark.parametrize(
    ("entry", "at", "led"),
    [
        ('"a": "b.html"', "/a.html", Address("/b.html")),
        ('"x/a": "../b.html#c"', "/x/a.html", Address("/b.html", "c")),
        ('"x/a": "/b.html"', "/x/a.html", Address("/b.html")),
        ('"x/a.html": "b.html"', "/x/a.html", Address("/x/b.html")),
        ('"a": "https://elsewhere.example/"', "/a.html", None),
    ],
)
def test_what_people_write(entry: str, at: str, led: Address | None) -> None:
    text = f"extensions = []\nredirects = {{{entry}}}\n"
    read = book("reredirects").read(text, view(PLAIN, "sphinx").sites)
    assert read.unread == ()
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_patterns_and_computed_entries_are_left_alone() -> None:
    text = 'redirects = {\n "a/*": "b.html",\n "c": base + "d",\n **more,\n}\n'
    assert book("reredirects").read(text, view(PLAIN, "sphinx").sites).unread == (2, 3, 4)


@pytest.mark.parametrize("text", ["redirects = load()\n", "x = (\n", ""])
def test_a_file_without_the_dictionary_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="holds no dictionary redirects"):
        book("reredirects").read(text, view(PLAIN, "sphinx").sites)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("redirects = {}\n", 'redirects = {\n    "old": "new.html",\n}\n'),
        (
            'redirects = {"x": "new.html"}\n',
            'redirects = {"x": "new.html",\n    "old": "new.html",\n}\n',
        ),
        (
            'redirects = {\n    "x": "new.html"  # é, why\n    # last\n}\ny = 1\n',
            'redirects = {\n    "x": "new.html",  # é, why\n    # last\n    "old": "new.html",\n}\ny = 1\n',
        ),
        (
            "redirects = {\n    'é': 'new.html',\n}\n",
            "redirects = {\n    'é': 'new.html',\n    \"old\": \"new.html\",\n}\n",
        ),
    ],
)
def test_a_dictionary_is_completed(text: str, wanted: str) -> None:
    seen = view(PLAIN[3:4], "sphinx")
    assert completed("reredirects", text, seen) == wanted
    assert completed("reredirects", wanted, seen) == wanted
