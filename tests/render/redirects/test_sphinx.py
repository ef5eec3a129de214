from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.aggregate.moves import moves
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.render.redirects.base import Sites
from drift.render.redirects.sphinx import LONGEST
from drift.site.address import Address
from tests.aggregate.places import publishers
from tests.aggregate.places import row as one
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["sphinx"].render(view(PLAIN, "sphinx")).split("\n")[4:] == [
        '"admin/index.md" "guide/it/index.md"',
        '"admin/backup.md" "guide/it/backup.md"',
        '"admin/users.md" "guide/people.md"',
        '"old.rst" "new.md"',
        "",
    ]


@pytest.mark.parametrize(
    ("conf", "row"),
    [
        ("", '"old.rst" "new.md"'),
        ("source_suffix = ['.rst', '.md']\n", '"old.rst" "new.md"'),
        ("source_suffix = '.md'\n", '"old" "new.md"'),
    ],
)
def test_a_suffix_that_sphinx_does_not_know_any_more_is_left_out(conf: str, row: str) -> None:
    files = {"conf.py": f'project = "x"\n{conf}', "new.md": "# A\n"}
    old, new = publishers({**files, "old.rst": "A\n=\n"}, files)
    move = moves([one("old.rst => new.md")], old, new).pages[0]
    assert book("sphinx").write(move, Sites(old, new)) == (row,)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("# Ours\n\na.rst b.md\n", "/a.html"),
        ("'a.rst' \"b.md\"", "/a.html"),
        ("a b", "/a.html"),
        ("a/ b/", "/a.html"),
        ('"x y.md" "b.md"', "/x y.html"),
        ('rediraffe_redirects = {\n    "a.rst": "b.md",\n}\n', "/a.html"),
    ],
)
def test_what_people_write(text: str, at: str) -> None:
    read = book("sphinx").read(text, view(PLAIN, "sphinx").sites)
    assert RedirectMap(read.rows).led(Address(at)) == Address("/b.html")


def test_the_folder_of_a_document_may_be_that_of_its_index() -> None:
    files = {"conf.py": 'project = "x"\n', "guide/index.md": "# Guide\n"}
    sites = Sites(*publishers({**files, "old.md": "# Old\n"}, files))
    read = book("sphinx").read("old/ guide/\n", sites)
    assert RedirectMap(read.rows).led(Address("/old.html")) == Address("/guide/index.html")


def test_lines_that_rediraffe_would_refuse_are_left_alone() -> None:
    text = f"a\na b c\n{'x' * LONGEST} y\n"
    assert book("sphinx").read(text, view(PLAIN, "sphinx").sites).unread == (1, 2, 3)


def test_a_configuration_that_names_the_file_says_which() -> None:
    with pytest.raises(UsageError, match=r"names another file, redirects\.txt"):
        book("sphinx").read('rediraffe_redirects = "redirects.txt"\n', view(PLAIN, "sphinx").sites)


def test_both_places_are_completed() -> None:
    seen = view(PLAIN[3:4], "sphinx")
    assert (
        completed("sphinx", "# Ours\nx.md new.md", seen)
        == '# Ours\nx.md new.md\n"old.rst" "new.md"\n'
    )
    text = 'project = "x"\nrediraffe_redirects = {\n    "x": "new",  # why\n}\n'
    assert completed("sphinx", text, seen) == text.replace("}", '    "old.rst": "new.md",\n}')
