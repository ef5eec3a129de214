from __future__ import annotations

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.errors import UsageError
from drift.render.redirects import formats
from drift.render.redirects.sphinx import LONGEST
from drift.site.address import Address
from tests.render.redirects.samples import PLAIN, book, completed, view


def test_a_new_map() -> None:
    assert formats()["sphinx"].render(view(PLAIN, "sphinx")).split("\n")[4:] == [
        '"admin/index.md" "guide/it/index.md"',
        '"admin/backup.md" "guide/it/backup.md"',
        '"admin/users.md" "guide/people.md"',
        '"old" "new.md"',
        "",
    ]


def test_a_suffix_that_is_still_in_use_stays() -> None:
    seen = view(("old.rst => new.md", "kept.rst => x/kept.rst"), "sphinx")
    assert formats()["sphinx"].render(seen).split("\n")[1:-1] == [
        '"old.rst" "new.md"',
        '"kept.rst" "x/kept.rst"',
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("# Ours\n\na.rst b.md\n", "/a.html"),
        ("'a.rst' \"b.md\"", "/a.html"),
        ("a b", "/a.html"),
        ('"x y.md" "b.md"', "/x y.html"),
        ('rediraffe_redirects = {\n    "a.rst": "b.md",\n}\n', "/a.html"),
    ],
)
def test_what_people_write(text: str, at: str) -> None:
    read = book("sphinx").read(text, view(PLAIN, "sphinx").sites)
    assert RedirectMap(read.rows).led(Address(at)) == Address("/b.html")


def test_lines_that_rediraffe_would_refuse_are_left_alone() -> None:
    text = f"a\na b c\n{'x' * LONGEST} y\n"
    assert book("sphinx").read(text, view(PLAIN, "sphinx").sites).unread == (1, 2, 3)


def test_a_configuration_that_names_the_file_says_which() -> None:
    with pytest.raises(UsageError, match=r"names another file, redirects\.txt"):
        book("sphinx").read('rediraffe_redirects = "redirects.txt"\n', view(PLAIN, "sphinx").sites)


def test_both_places_are_completed() -> None:
    seen = view(PLAIN[3:4], "sphinx")
    assert (
        completed("sphinx", "# Ours\nx.md new.md", seen) == '# Ours\nx.md new.md\n"old" "new.md"\n'
    )
    text = 'project = "x"\nrediraffe_redirects = {\n    "x": "new",  # why\n}\n'
    assert completed("sphinx", text, seen) == text.replace("}", '    "old": "new.md",\n}')
