from __future__ import annotations

import pytest

from drift.aggregate.notes.forge import known
from drift.aggregate.notes.handbook import Handbook
from tests.conftest import Files, both

SUMMARY = """\
# Summary

* [Crew](README.md)

## Company

* [Who we are](company/who.md)

## Operations

* [Sales](sales/README.md)
  * [Prices](sales/prices.md)
* [Legal](legal/README.md)
  * [Terms](legal/terms.md)
"""
SITE: Files = {
    "SUMMARY.md": SUMMARY,
    "README.md": "# Crew\n",
    "company/who.md": "# Who we are\n",
    "sales/README.md": "# Sales\n",
    "sales/prices.md": "# Prices\n\n## Low tide\n",
    "sales/notes.md": "Nothing here has a heading.\n",
    "legal/README.md": "# Legal\n",
    "legal/terms.md": "# Terms\n",
    "lone/index.md": "No heading.\n",
    ".github/help.md": "# Help\n",
}
FORGE = known("https://github.com/crew/ship")


def book(more: Files | None = None) -> Handbook:
    _, site = both(SITE, {**SITE, **(more or {})})
    return Handbook(site, "c" * 40, FORGE)


def test_parts_are_groups_of_the_navigation() -> None:
    parts = {path: book().part(path) for path in SITE if path.endswith(".md")}
    assert parts == {
        "SUMMARY.md": (),
        "README.md": (),
        "company/who.md": ("Company",),
        "sales/README.md": ("Operations", "Sales"),
        "sales/prices.md": ("Operations", "Sales"),
        "sales/notes.md": ("Operations", "Sales"),
        "legal/README.md": ("Operations", "Legal"),
        "legal/terms.md": ("Operations", "Legal"),
        "lone/index.md": ("Lone",),
        ".github/help.md": (".github",),
    }


def test_a_page_is_called_by_its_title_or_its_name() -> None:
    titles = [book().title(path) for path in ("sales/prices.md", "sales/notes.md", "lone/index.md")]
    assert titles == ["Prices", "Notes", "Lone"]


def test_without_a_site_places_are_files_in_the_forge() -> None:
    place = book().place("sales/prices.md", ("Prices", "Low tide"), "low-tide")
    assert (place.title, place.url) == (
        "Low tide",
        f"https://github.com/crew/ship/blob/{'c' * 40}/sales/prices.md",
    )


def test_places_are_pages_of_the_site_that_is_known() -> None:
    mkdocs = "site_url: https://crew.example/book/\ndocs_dir: .\nnav:\n- Crew: README.md\n"
    place = book({"mkdocs.yml": mkdocs}).place("sales/prices.md", ("Low tide",), "low-tide")
    assert place.url == "https://crew.example/book/sales/prices/#low-tide"


def test_readers_see_no_pages_of_tools() -> None:
    paths = ("sales/prices.md", ".github/help.md")
    assert [book().is_read(path) for path in paths] == [True, False]


def test_a_configuration_cannot_break_out_of_a_link() -> None:
    mkdocs = 'site_url: "https://crew.example/x)<b>[y](z"\nnav:\n- Crew: README.md\n'
    url = book({"mkdocs.yml": mkdocs}).place("sales/prices.md").url
    assert set(url).isdisjoint("()<>[] ")


def test_a_folder_for_everything_is_no_part() -> None:
    files = [f"docs/{folder}/{page}.md" for folder in ("life", "work") for page in "abcdef"]
    _, site = both({}, {path: f"# {path}\n" for path in (*files, "docs/README.md", "ideas/x.md")})
    named = Handbook(site, "", FORGE)
    paths = (files[0], files[-1], "docs/README.md", "ideas/x.md")
    assert [named.part(path) for path in paths] == [("Life",), ("Work",), (), ("Ideas",)]


MKDOCS = "site_url: https://crew.example/book/\nnav:\n- Crew: index.md\n"
GENERATORS: dict[str, tuple[Files, str, str]] = {
    "sphinx": (
        {"docs/conf.py": "project = 'Crew'\nhtml_baseurl = 'https://crew.example/book/'\n"},
        "docs/life/low-tide.md",
        "/book/life/low-tide.html#deep-water",
    ),
    "mkdocs": ({"mkdocs.yml": MKDOCS}, "docs/life/low-tide.md", "/book/life/low-tide/#deep-water"),
    "mkdocs, no folders": (
        {"mkdocs.yml": f"{MKDOCS}use_directory_urls: false\n"},
        "docs/life/low-tide.md",
        "/book/life/low-tide.html#deep-water",
    ),
    "hugo": (
        {"hugo.toml": "baseURL = 'https://crew.example/book/'\n"},
        "content/Life/low-tide.md",
        "/book/life/low-tide/#deep-water",
    ),
    "docusaurus": (
        {"docusaurus.config.js": "module.exports = {\n  url: 'https://crew.example',\n  baseUrl: '/book/',\n};\n"},
        "docs/01-life/low-tide.md",
        "/book/docs/life/low-tide#deep-water",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GENERATORS)
def test_places_are_where_the_generator_publishes_them(name: str) -> None:
    config, path, expected = GENERATORS[name]
    _, site = both({}, {**config, path: "# Low tide\n\n## Deep water\n\nMind the rocks.\n"})
    place = Handbook(site, "", FORGE).place(path, ("Low tide", "Deep water"), "deep-water")
    assert place.url == f"https://crew.example{expected}"


def test_a_heading_that_the_generator_makes_is_the_title() -> None:
    made = book({"legal/terms.md": "---\ntitle: Terms\n---\n\n# <%= current_page.data.title %>\n"})
    place = made.place("legal/terms.md", ("<%= current_page.data.title %>",), "-current")
    assert place == made.place("legal/terms.md")
    assert place.title == "Terms"
    assert made.has("legal/terms.md")
    assert not made.has("legal/nothing.md")
