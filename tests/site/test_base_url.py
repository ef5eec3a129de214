from __future__ import annotations

from collections.abc import Callable

from drift.site.build import share_bases
from drift.site.tree_site import TreeSite
from drift.trees.page import Link

Build = Callable[[dict[str, str]], TreeSite]

BASE = "https://handbook.example.com/"


def links(*targets: str) -> str:
    return "".join(f"* [x]({target})\n" for target in targets)


FILES = {
    "guides/a.md": "# A\n",
    "guides/b.md": "# B\n",
    "people/README.md": "# P\n",
}


def test_learned_from_three_links(build: Build) -> None:
    text = links(
        f"{BASE}guides/a.html#a", f"{BASE}guides/b", f"{BASE}people/", "https://example.com/"
    )
    site = build({**FILES, "index.md": text})
    assert site.bases == (BASE,)
    target = site.resolve("index.md", Link("inline", "x", f"{BASE}guides/a.html#a", 1))
    assert (target.page, target.anchor) == ("guides/a.md", "a")


def test_two_are_chance(build: Build) -> None:
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}guides/a#again")
    assert build({**FILES, "index.md": text}).bases == ()


def test_most_must_lead_to_pages(build: Build) -> None:
    text = links(
        f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people", *(f"{BASE}{n}" for n in range(3))
    )
    assert build({**FILES, "index.md": text}).bases == ()


def test_below_a_folder_of_the_host(build: Build) -> None:
    base = "https://example.com/acme/book/blob/main/"
    text = links(f"{base}guides/a.md", f"{base}guides/b.md", f"{base}people/README.md")
    assert build({**FILES, "index.md": text}).bases == (base,)


def test_configuration_comes_first(build: Build) -> None:
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people")
    config = {"conf.py": "html_baseurl = 'https://other.example.com/'\n"}
    assert build({**FILES, **config, "index.md": text}).bases == ("https://other.example.com/",)


def test_both_sides_agree(build: Build) -> None:
    old = build({**FILES, "index.md": "plain\n"})
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people")
    new = build({**FILES, "index.md": text})
    first, second = share_bases(old, new)
    assert (first.bases, second) == ((BASE,), new)
    assert first.pages == old.pages
    link = Link("inline", "x", f"{BASE}guides/a", 1)
    assert first.resolve("index.md", link) == second.resolve("index.md", link)
