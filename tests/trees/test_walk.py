from __future__ import annotations

from drift.parse.base import parse
from drift.trees.site import Dialect
from drift.trees.walk import all_links, own_links, paths_of, walk

PAGE = "# A [one](1.md)\n\nSee [two](2.md).\n\n## B\n\n- [three](3.md)\n\n# C\n"


def test_sections_come_in_the_order_of_the_page() -> None:
    root = parse(PAGE, suffix=".md", dialect=Dialect("github")).root

    assert [path for path, _ in walk(root)] == [(), ("A one",), ("A one", "B"), ("C",)]


def test_a_section_s_links_are_its_heading_s_and_its_blocks_alone() -> None:
    root = parse(PAGE, suffix=".md", dialect=Dialect("github")).root

    targets = [[link.target for link in own_links(section)] for _, section in walk(root)]

    assert targets == [[], ["1.md", "2.md"], ["3.md"], []]


def test_a_page_s_links_come_in_the_order_of_the_page() -> None:
    root = parse(PAGE, suffix=".md", dialect=Dialect("github")).root

    assert [link.target for link in all_links(root)] == ["1.md", "2.md", "3.md"]


def test_a_name_is_that_of_the_first_section_that_has_it() -> None:
    text = "# A\n\n## B {#x}\n\n# C\n\n## B\n\n<a name='x'></a>\n\n# C\n"
    root = parse(text, suffix=".md", dialect=Dialect("github")).root

    paths = paths_of(root)

    assert {name: paths[name] for name in ("a", "x", "b-1", "c", "c-1")} == {
        "a": ("A",),
        "x": ("A", "B"),
        "b-1": ("C", "B"),
        "c": ("C",),
        "c-1": ("C",),
    }
