"""Tests of `drift.site.nav_contents`: each kind of file with the contents of a book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drift.revision.disk import directory
from drift.site.build import sites
from drift.site.tree_site import TreeSite
from drift.trees.site import NavLink

Build = Callable[[dict[str, str]], TreeSite]

PAGES = {
    f"h/{name}.md": f"# {name.rpartition('/')[2].title()}\n"
    for name in ("intro", "sail", "sail/knots", "sail/ropes", "crew")
}

BOOK = """format: jb-book
root: intro
parts:
- caption: At sea
  chapters:
  - file: sail
    sections:
    - file: sail/knots
      title: All knots
    - glob: sail/r*
- caption: Ashore
  chapters:
  - file: crew
  - file: gone
  - url: https://example.com
"""

FIRST = """- file: intro
- header: At sea
- file: sail
  title: Sailing
  sections:
  - file: sail/knots
- header: Ashore
- file: crew
"""

EXTERNAL = """root: intro
subtrees:
- caption: At sea
  entries:
  - file: sail.md
    subtrees:
    - entries:
      - file: sail/knots
"""

MYST = """version: 1
project:
  title: Handbook
  toc:
    - file: intro.md
    - title: At sea
      children:
        - file: sail.md
          children:
            - pattern: sail/*.md
"""

WEBSITE = """project:
  type: website
website:
  title: Handbook
  navbar:
    left:
      - intro.md
  sidebar:
    - title: Guide
      contents:
        - intro.md
        - section: sail.md
          text: Sailing
          contents:
            - text: All knots
              href: sail/knots.md
        - section: Ashore
          contents: [crew.md]
"""

CHAPTERS = """book:
  title: Handbook
  chapters:
    - intro.md
    - part: At sea
      chapters:
        - sail.md
  appendices:
    - crew.md
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "_toc.yml",
            BOOK,
            [
                ((), "", "intro", 1),
                (("At sea",), "", "sail", 6),
                (("At sea", "Sail"), "All knots", "sail/knots", 8),
                (("At sea", "Sail"), "", "sail/ropes", 10),
                (("Ashore",), "", "crew", 13),
            ],
        ),
        (
            "_toc.yml",
            FIRST,
            [
                ((), "", "intro", 1),
                (("At sea",), "Sailing", "sail", 3),
                (("At sea", "Sailing"), "", "sail/knots", 6),
                (("Ashore",), "", "crew", 8),
            ],
        ),
        (
            "_toc.yml",
            EXTERNAL,
            [
                ((), "", "intro", 1),
                (("At sea",), "", "sail", 5),
                (("At sea", "Sail"), "", "sail/knots", 8),
            ],
        ),
        (
            "myst.yml",
            MYST,
            [
                ((), "", "intro", 5),
                (("At sea",), "", "sail", 8),
                (("At sea", "Sail"), "", "sail/knots", 10),
                (("At sea", "Sail"), "", "sail/ropes", 10),
            ],
        ),
        (
            "_quarto.yml",
            WEBSITE,
            [
                (("Guide",), "", "intro", 11),
                (("Guide",), "Sailing", "sail", 12),
                (("Guide", "Sailing"), "All knots", "sail/knots", 15),
                (("Guide", "Ashore"), "", "crew", 18),
            ],
        ),
        (
            "_quarto.yml",
            CHAPTERS,
            [((), "", "intro", 4), (("At sea",), "", "sail", 7), ((), "", "crew", 9)],
        ),
    ],
)
def test_contents(
    build: Build, name: str, text: str, expected: list[tuple[tuple[str, ...], str, str, int]]
) -> None:
    found = build({**PAGES, f"h/{name}": text}).nav
    assert {entry.path for entry in found} == {f"h/{name}"}
    shown = [(entry.trail, entry.label, entry.page[2:-3], entry.line) for entry in found]
    assert shown == expected


def test_links_out_of_the_tree(build: Build) -> None:
    text = BOOK.replace(
        "  - url: https://example.com", "  - url: https://example.com\n    title: Shop"
    )
    assert build({**PAGES, "h/_toc.yml": text}).nav_links == (
        NavLink("https://example.com", "Shop", ("Ashore",), "h/_toc.yml", 15),
    )


def test_toctrees_are_read_where_the_contents_list_nothing(build: Build) -> None:
    files = {
        "myst.yml": "project:\n  title: x\n",
        "a.md": "```{toctree}\nb\n```\n",
        "b.md": "# B\n",
    }
    assert [entry.page for entry in build(files).nav] == ["b.md"]


def test_yaml_that_multiplies_itself_ends(build: Build) -> None:
    lines = ["a0: &a0 [a.md]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    text = "\n".join([*lines, "root: a", "parts: *a8", ""])
    assert len(build({"_toc.yml": text, "a.md": "# A\n"}).nav) <= 50_000


def test_a_part_follows_the_title_of_its_page(tmp_path: Path) -> None:
    for name, title in (("old", "Sail"), ("new", "Sailing")):
        place = tmp_path / name
        place.mkdir()
        files = {"_toc.yml": "- file: a\n  sections:\n  - file: b\n", "a.md": f"# {title}\n"}
        for path, text in {**files, "b.md": "# Knots\n"}.items():
            (place / path).write_text(text)
    old, new = sites(directory("old", tmp_path / "old"), directory("new", tmp_path / "new"))
    assert [(old.nav[1].trail, new.nav[1].trail)] == [(("Sail",), ("Sailing",))]
