from __future__ import annotations

from collections.abc import Callable

from drift.site.tree_site import TreeSite
from drift.trees.site import NavEntry

Build = Callable[[dict[str, str]], TreeSite]

SUMMARY = """# Table of contents

* [Home](README.md)

## Company

* [About](about/README.md)
  * [Terms](about/terms.md#all)
    * [Old terms](/about/old.md)
  * A group without a page
    * [Deep](about/deep.md)
* [Outside](https://example.com/)
* [Gone](gone.md)

## People

1. [Hiring](hiring.md)
"""

PAGES = ("README", "about/README", "about/terms", "about/old", "about/deep", "hiring")


def test_parts_and_nested_lists(build: Build) -> None:
    files = {f"{name}.md": "# All\n" for name in PAGES}
    assert build({**files, "SUMMARY.md": SUMMARY}).nav == tuple(
        NavEntry(page, trail, label, "SUMMARY.md", line)
        for page, trail, label, line in (
            ("README.md", (), "Home", 3),
            ("about/README.md", ("Company",), "About", 7),
            ("about/terms.md", ("Company", "About"), "Terms", 8),
            ("about/old.md", ("Company", "About", "Terms"), "Old terms", 9),
            ("about/deep.md", ("Company", "About", "A group without a page"), "Deep", 11),
            ("hiring.md", ("People",), "Hiring", 17),
        )
    )


def test_gitbook_says_where_it_is(build: Build) -> None:
    files = {
        ".gitbook.yaml": "root: ./book/\nstructure:\n  summary: toc.md\n",
        "book/toc.md": "* [A](a.md)\n",
        "book/a.md": "# A\n",
        "SUMMARY.md": "* [A](book/a.md)\n",
    }
    assert build(files).nav == (NavEntry("book/a.md", (), "A", "book/toc.md", 1),)


def test_mdbook_calls_its_parts_as_it_calls_the_summary(build: Build) -> None:
    files = {f"{name}.md": "# All\n" for name in ("intro", "install", "keys")}
    files["SUMMARY.md"] = (
        "# Summary\n\n[Intro](intro.md)\n\n# Guide\n\n- [Install](install.md)\n\n# Reference\n\n"
        "- Keys:\n  - [All](keys.md)\n"
    )
    assert [(entry.page, entry.trail) for entry in build(files).nav] == [
        ("intro.md", ()),
        ("install.md", ("Guide",)),
        ("keys.md", ("Reference", "Keys:")),
    ]


def test_a_summary_without_a_name_has_parts_all_the_same(build: Build) -> None:
    files = {"SUMMARY.md": "## Guide\n\n- [A](a.md)\n", "a.md": "# A\n"}
    assert [(entry.page, entry.trail) for entry in build(files).nav] == [("a.md", ("Guide",))]
