"""Footnotes of a page, and the sections that refer to them."""

from __future__ import annotations

import pytest

from drift.parse.base import parse
from drift.parse.footnotes import settle_notes
from drift.parse.nesting import Heading, make_part
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Block, Page
from drift.trees.site import Dialect
from drift.trees.walk import walk

MARKDOWN = "[^{0}]: {1}\n\n", "# {0}\n\n{1}\n\n", "[^{0}]"
RST = ".. [#{0}] {1}\n\n", "{0}\n====\n\n{1}\n\n", " [#{0}]_"


def held(page: Page) -> dict[str, list[str]]:
    """The texts of the footnotes in each section, and what follows them there."""
    return {
        section.title: [block.text for block in section.blocks if block.kind != "paragraph"]
        for _, section in walk(page.root)
        if section.title
    }


@pytest.mark.parametrize("suffix", [".md", ".rst"])
@pytest.mark.parametrize("foot", ["top", "here", "end"])
def test_where_it_is_written_says_nothing(suffix: str, foot: str) -> None:
    note, section, mark = RST if suffix == ".rst" else MARKDOWN
    notes = [note.format(name, f"About {name}.") for name in ("two", "one", "none")]
    rows = [
        section.format("Attic", f"Once{mark.format('one')}."),
        section.format("Barn", f"Twice{mark.format('two')} and once{mark.format('one')}."),
        section.format("Cellar", "No more."),
    ]
    rows.insert({"top": 0, "here": 2, "end": 3}[foot], "".join(notes))
    source = "".join(rows)
    left = {"top": {}, "here": {"Barn": ["About none."]}, "end": {"Cellar": ["About none."]}}[foot]
    expected = {"Attic": ["About one."], "Barn": ["About two."], "Cellar": []}
    for name, texts in left.items():
        expected[name] += texts
    whole = parse(source, suffix=suffix, dialect=Dialect("github"))
    assert held(whole) == expected
    shelf = MemoryShelf()
    again = [parse(source, suffix=suffix, dialect=Dialect("github"), shelf=shelf) for _ in "ab"]
    assert again == [whole, whole]


def test_a_page_without_footnotes_stays_what_it_is() -> None:
    page = [make_part(Heading("A", 1, 1), (Block("paragraph", "b", (3, 3)),))]
    assert settle_notes(page) is page


def test_all_that_is_in_a_footnote_goes_with_it() -> None:
    source = "# A\n\nSee[^n].\n\n# B\n\nC\n\n[^n]: Two.\n\n    - kinds\n\n    ```\n    x\n    ```\n"
    page = parse(source, suffix=".md", dialect=Dialect("github"))
    assert held(page) == {"A": ["Two.", "kinds", "x"], "B": []}
