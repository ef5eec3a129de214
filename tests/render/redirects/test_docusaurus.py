from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view

CONFIG = """// It's ours, with [brackets
module.exports = {
  plugins: [
    ['@docusaurus/plugin-client-redirects', {
      redirects: [
        // moved
        {from: '/a', to: '/new#b'},
        {
          to: '/new',
          from: ['/c', "/d\\u0065"],
        },
      ],
    }],
  ],
};
"""


def test_a_new_map() -> None:
    assert formats()["docusaurus"].render(view(PLAIN, "docusaurus")) == (
        "[\n"
        '  {"from":"/admin","to":"/guide/it/"},\n'
        '  {"from":"/admin/backup","to":"/guide/it/backup"},\n'
        '  {"from":"/admin/users","to":"/guide/people#b"},\n'
        '  {"from":"/old","to":"/new"}\n'
        "]\n"
    )


def test_what_people_write() -> None:
    read = book("docusaurus").read(CONFIG, view(PLAIN, "docusaurus").sites)
    assert [(row.line, row.old, row.new) for row in read.rows] == [
        (7, "/a", "/new#b"),
        (8, "/c", "/new"),
        (8, "/de", "/new"),
    ]
    assert RedirectMap(read.rows).led(Address("/a/")) == Address("/new", "b")


def test_a_configuration_is_completed() -> None:
    text = completed("docusaurus", CONFIG, view(PLAIN[3:4], "docusaurus"))
    row = '        {"from":"/old","to":"/new"},\n'
    assert text == CONFIG.replace("      ],\n", f"{row}      ],\n")


def test_what_is_computed_is_left_alone() -> None:
    text = "redirects: [{from: old(), to: '/b'}, {from: '/a', to: where}]"
    assert book("docusaurus").read(text, view(PLAIN).sites).unread == (1, 1)


@pytest.mark.parametrize("text", ["module.exports = {}\n", "redirects: [{from: '/a'", ""])
def test_a_file_without_an_array_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="holds no array of redirects"):
        book("docusaurus").read(text, view(PLAIN).sites)
