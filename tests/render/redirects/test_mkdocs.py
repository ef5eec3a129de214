from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view

HEAD = "site_name: x\nplugins:\n  - search\n  - redirects:\n      redirect_maps:"


def test_a_new_map() -> None:
    assert formats()["mkdocs"].render(view(PLAIN, "mkdocs")).split("\n")[4:] == [
        "plugins:",
        "  - redirects:",
        "      redirect_maps:",
        '        "admin/index.md": "guide/it/index.md"',
        '        "admin/backup.md": "guide/it/backup.md"',
        '        "admin/users.md": "guide/people.md#b"',
        '        "old.md": "new.md"',
        "",
    ]


@pytest.mark.parametrize(
    ("entry", "at", "led"),
    [
        ("a.md: b.md", "/a/", Address("/b/")),
        ("'x/index.md': 'b.md#c'", "/x/", Address("/b/", "c")),
        ("a.md: https://elsewhere.example/", "/a/", None),
        ('"a b.md": ./b.md  # why', "/a b/", Address("/b/")),
    ],
)
def test_what_people_write(entry: str, at: str, led: Address | None) -> None:
    read = book("mkdocs").read(f"{HEAD}\n        {entry}\n", view(PLAIN, "mkdocs").sites)
    assert [row.line for row in read.rows] == [6]
    assert RedirectMap(read.rows).led(Address(at)) == led


def test_a_key_with_a_fragment_is_about_the_fragment_alone() -> None:
    read = book("mkdocs").read(f"{HEAD}\n        a.md#b: c.md\n", view(PLAIN, "mkdocs").sites)
    rows = RedirectMap(read.rows)
    assert [rows.led(Address("/a/", one)) for one in ("b", "")] == [Address("/c/"), None]


@pytest.mark.parametrize("text", ["site_name: x\n", "plugins: [search]\n", "{", ""])
def test_a_file_without_a_map_says_what_to_put_there(text: str) -> None:
    with pytest.raises(UsageError, match=r"holds no redirect_maps \(put"):
        book("mkdocs").read(text, view(PLAIN, "mkdocs").sites)


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        (
            "\n        x.md: new.md  # why\n# end\n",
            "\n        x.md: new.md  # why\n        {}\n# end\n",
        ),
        ("\n        x.md: new.md", "\n        x.md: new.md\n        {}\n"),
        ("\nextra: y\n", "\n        {}\nextra: y\n"),
        (" {}\nextra: y\n", " {{{}}}\nextra: y\n"),
        (" {x.md: new.md}\n", " {{x.md: new.md, {}}}\n"),
        (
            "\n        x.md: new.md\n\nextra: y\n",
            "\n        x.md: new.md\n        {}\n\nextra: y\n",
        ),
    ],
)
def test_a_map_is_completed_where_it_stands(below: str, wanted: str) -> None:
    seen = view(PLAIN[3:4], "mkdocs")
    text = completed("mkdocs", HEAD + below, seen)
    assert text == HEAD + wanted.format('"old.md": "new.md"')
    assert completed("mkdocs", text, seen) == text
