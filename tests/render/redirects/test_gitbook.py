from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["gitbook"].render(view(PLAIN, "gitbook")).split("\n")[4:] == [
        "redirects:",
        '  "admin": "guide/it/index.md"',
        '  "admin/backup": "guide/it/backup.md"',
        '  "admin/users": "guide/people.md"',
        '  "old": "new.md"',
        "",
    ]


@pytest.mark.parametrize(
    ("entry", "at", "led"),
    [
        ("a/b: new.md", Address("/a/b"), Address("/new")),
        ("a/README: ./new.md", Address("/a"), Address("/new")),
        ("/a/b/: /guide/it/index.md", Address("/a/b"), Address("/guide/it")),
        ("a#b: new.md#c", Address("/a", "b"), Address("/new", "c")),
        ("a: new", Address("/a"), Address("/new")),
        ("a: https://elsewhere.example", Address("/a"), None),
    ],
)
def test_what_people_write(entry: str, at: Address, led: Address | None) -> None:
    text = f"root: ./\n\nredirects:\n   {entry}\n"
    read = book("gitbook").read(text, view(PLAIN, "gitbook").sites)
    assert [row.line for row in read.rows] == [4]
    assert RedirectMap(read.rows).led(at) == led


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("redirects:\n   a: new.md\n", 'redirects:\n   a: new.md\n   "old": "new.md"\n'),
        ("redirects:\n", 'redirects:\n  "old": "new.md"\n'),
    ],
)
def test_a_map_is_completed(text: str, wanted: str) -> None:
    assert completed("gitbook", text, view(PLAIN[3:4], "gitbook")) == wanted


def test_a_file_without_a_map_gets_one() -> None:
    wanted = 'root: ./\nredirects:\n  "a": "b.md"\n'
    assert book("gitbook").insert("root: ./\n", ['"a": "b.md"']) == wanted


@pytest.mark.parametrize("text", ["redirects: [a]\n", "redirects: {a\n"])
def test_a_map_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="redirects"):
        book("gitbook").insert(text, ['"a": "b.md"'])
