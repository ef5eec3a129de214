from __future__ import annotations

import pytest

from drift.history.steady import unsteady
from tests.conftest import both

LONG = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"
PAGE = f"# Trips\n\n{LONG}\n## Costs\n\n{LONG}"
RST = f"Trips\n=====\n\n{LONG}\n.. _costs:\n\nCosts\n-----\n\n{LONG}"
FRONT = "---\nweight: 1\n\ntitle: A\n\ntags: b\n---\n"

STEADY = {
    "a word": ("a.md", PAGE, PAGE.replace("trains", "buses")),
    "a word of a page in the other markup": ("a.rst", RST, RST.replace("trains", "buses")),
    "a short sentence more": ("a.md", PAGE, PAGE + "Ask first.\n"),
    "a word above a rule": ("a.md", f"{PAGE}\n---\n", f"{PAGE}\n---\n".replace("trains", "buses")),
    "a word under front matter": ("a.md", FRONT + PAGE, FRONT + PAGE.replace("trains", "buses")),
    "a role and an address": ("a.md", PAGE, PAGE.replace("desk", "{doc}`b` <https://a.example>")),
}
UNSTEADY = {
    "a heading": ("a.md", PAGE, PAGE.replace("Costs", "Wages")),
    "a heading with its line": ("a.rst", RST, RST.replace("Costs", "Wages")),
    "a heading above a line, in two lines": ("a.md", "A\nb\n==\n", "A long\nb\n==\n"),
    "a level": ("a.md", PAGE, PAGE.replace("##", "###")),
    "a label": ("a.rst", RST, RST.replace("_costs", "_wages")),
    "an anchor": ("a.md", PAGE, PAGE.replace("Book", '<a id="b"></a>Book')),
    "a fence": ("a.md", PAGE, PAGE + "\n```\n"),
    "front matter": ("a.md", f"---\ntitle: A\n---\n{PAGE}", f"---\ntitle: B\n---\n{PAGE}"),
    "front matter between blanks": ("a.md", FRONT + PAGE, FRONT.replace("A", "B") + PAGE),
    "the only word": ("a.md", "Ask.\n", ""),
    "a section that says nothing any more": (
        "a.md",
        PAGE,
        f"# Trips\n\n{LONG}\n## Costs\n\nGone.\n",
    ),
    "a section that says much more": ("a.md", PAGE, PAGE + LONG),
    "no text any more": ("a.md", PAGE, ""),
}


@pytest.mark.parametrize("case", STEADY)
def test_a_page_of_which_all_sections_stay(case: str) -> None:
    path, old, new = STEADY[case]
    assert unsteady(*both({path: old}, {path: new})) == frozenset()


@pytest.mark.parametrize("case", UNSTEADY)
def test_a_page_of_which_a_section_may_have_gone_or_come(case: str) -> None:
    path, old, new = UNSTEADY[case]
    assert unsteady(*both({path: old}, {path: new})) == {path}


def test_pages_that_come_and_go_are_unsteady() -> None:
    assert unsteady(*both({"a.md": PAGE, "b.md": PAGE}, {"b.md": PAGE, "c.md": PAGE})) == {
        "a.md",
        "c.md",
    }


def test_where_anchors_are_made_otherwise_no_page_is_steady() -> None:
    old = {"a.md": PAGE, "mkdocs.yml": "site_name: A\n"}
    new = {"a.md": PAGE.replace("trains", "buses"), "conf.py": 'project = "A"\n'}
    assert unsteady(*both(old, new)) == {"a.md"}
