from __future__ import annotations

from collections.abc import Callable

from drift.site.tree_site import TreeSite
from drift.trees.site import NavEntry

Build = Callable[[dict[str, str]], TreeSite]


def title(name: str) -> str:
    return f"{name}\n{'=' * len(name)}\n\n"


TREE = {
    "index.rst": title("Handbook")
    + """.. toctree::
   :caption: For everyone
   :maxdepth: 2

   guides/index
   Our people <people>
   self
   Elsewhere <https://example.com/>
   gone

.. toctree::
   :glob:
   :reversed:

   people
   extra/*
""",
    "guides/index.rst": title("Guides") + ".. toctree::\n\n   /guides/first\n   second\n",
    "guides/first.rst": title("First"),
    "guides/second.rst": title("Second"),
    "people.rst": title("People"),
    "extra/b.rst": title("B"),
    "extra/a.rst": title("A"),
    "extra/deep/c.rst": title("C"),
    "alone.rst": ":orphan:\n\n" + title("Alone"),
}


def test_order_trail_labels_and_lines(build: Build) -> None:
    assert build(TREE).nav == (
        NavEntry("guides/index.rst", ("For everyone",), "", "index.rst", 8),
        NavEntry("guides/first.rst", ("For everyone", "Guides"), "", "guides/index.rst", 6),
        NavEntry("guides/second.rst", ("For everyone", "Guides"), "", "guides/index.rst", 7),
        NavEntry("people.rst", ("For everyone",), "Our people", "index.rst", 9),
        NavEntry("extra/b.rst", (), "", "index.rst", 19),
        NavEntry("extra/a.rst", (), "", "index.rst", 19),
        NavEntry("people.rst", (), "", "index.rst", 18),
    )


def test_a_star_without_glob_is_a_name(build: Build) -> None:
    files = {"index.rst": title("H") + ".. toctree::\n\n   e*\n", "ex.rst": title("X")}
    assert build(files).nav == ()


def test_pages_in_a_circle_end(build: Build) -> None:
    files = {
        "a.rst": title("A") + ".. toctree::\n\n   b\n",
        "b.rst": title("B") + ".. toctree::\n\n   a\n",
    }
    assert build(files).nav == (
        NavEntry("b.rst", (), "", "a.rst", 6),
        NavEntry("a.rst", ("B",), "", "b.rst", 6),
    )


def test_markdown_has_toctrees_too(build: Build) -> None:
    files = {
        "index.md": "# Home\n\n```{toctree}\n:caption: Part\n\none\nTwo <two.md>\n```\n",
        "one.md": "# One\n",
        "two.md": "# Second\n",
    }
    assert build(files).nav == (
        NavEntry("one.md", ("Part",), "", "index.md", 6),
        NavEntry("two.md", ("Part",), "Two", "index.md", 7),
    )
