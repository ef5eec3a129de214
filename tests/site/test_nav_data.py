from __future__ import annotations

from collections.abc import Callable

from drift.site.tree_site import TreeSite
from drift.trees.site import NavEntry

Build = Callable[[dict[str, str]], TreeSite]

MKDOCS = """site_name: Handbook
markdown_extensions:
  - toc: !!python/name:os.system
nav:
  - index.md
  - People:
      - people/index.md
      - Hiring: people/hiring.md
      - Deeper:
          - people/deep.md
  - Elsewhere: https://example.com
  - Gone: gone.md
"""


def pages(*paths: str) -> dict[str, str]:
    return dict.fromkeys(paths, "# Title\n")


def test_mkdocs(build: Build) -> None:
    names = (
        "docs/index.md",
        "docs/people/index.md",
        "docs/people/hiring.md",
        "docs/people/deep.md",
    )
    assert build({"mkdocs.yml": MKDOCS, **pages(*names)}).nav == (
        NavEntry("docs/index.md", (), "", "mkdocs.yml", 5),
        NavEntry("docs/people/index.md", ("People",), "", "mkdocs.yml", 7),
        NavEntry("docs/people/hiring.md", ("People",), "Hiring", "mkdocs.yml", 8),
        NavEntry("docs/people/deep.md", ("People", "Deeper"), "", "mkdocs.yml", 10),
    )


def test_mkdocs_without_nav_or_broken(build: Build) -> None:
    assert build({"mkdocs.yml": "nav: [", **pages("docs/a.md")}).nav == ()
    assert build({"mkdocs.yml": "site_name: x\n"}).nav == ()


def test_yaml_that_multiplies_itself_ends(build: Build) -> None:
    lines = ["a0: &a0 [docs/a.md]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    text = "\n".join([*lines, "nav: *a8", ""])
    assert len(build({"mkdocs.yml": text, **pages("docs/a.md")}).nav) <= 50_000


SIDEBARS = """// @ts-check
/** the bars */
const sidebars = {
  handbook: [
    'intro', // first
    {
      type: 'category',
      label: "People: and more",
      link: {type: 'doc', id: 'people/index'},
      items: ['people/hiring', {type: 'doc', id: 'people/pay', label: 'Pay'}],
    },
    {type: 'link', label: 'Elsewhere', href: 'https://example.com'},
    {Short: ['people/short']},
  ],
};
module.exports = sidebars;
"""


def test_docusaurus(build: Build) -> None:
    names = ("intro", "people/index", "people/hiring", "people/pay", "people/short")
    files = {"sidebars.js": SIDEBARS, **pages(*(f"docs/{name}.md" for name in names))}
    people = ("People: and more",)
    assert build(files).nav == (
        NavEntry("docs/intro.md", (), "", "sidebars.js", 5),
        NavEntry("docs/people/index.md", (), "People: and more", "sidebars.js", 6),
        NavEntry("docs/people/hiring.md", people, "", "sidebars.js", 10),
        NavEntry("docs/people/pay.md", people, "Pay", "sidebars.js", 10),
        NavEntry("docs/people/short.md", ("Short",), "", "sidebars.js", 13),
    )


def test_a_script_is_not_run(build: Build) -> None:
    files = {"sidebars.js": "module.exports = make('docs/a');\n", **pages("docs/a.md")}
    assert build(files).nav == ()
