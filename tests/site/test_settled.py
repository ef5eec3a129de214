from __future__ import annotations

import pytest

from drift.site import settled
from drift.site.build import sites
from drift.site.resolve import Resolver
from drift.site.tree_site import TreeSite
from drift.trees.page import Link
from drift.trees.site import Target
from drift.trees.walk import all_links
from tests.properties.memory import memory

LINKS = "[b](b.md) [part](b.md#part) [gone](gone.md) [out](https://out.example/a)"
PAGES = {"a.md": f"# A\n\n{LINKS}\n", "b.md": "# B\n\n## Part\n"}
MYST = {"conf.py": 'extensions = ["myst_parser"]\n', "a.md": "# A\n\n[x](part) [b](b.md)\n"}


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The targets that nobody remembered."""
    found: list[str] = []
    resolve = Resolver.resolve

    def noted(self: Resolver, path: str, link: Link) -> Target:
        found.append(link.target)
        return resolve(self, path, link)

    monkeypatch.setattr(Resolver, "resolve", noted)
    return found


def states(site: TreeSite) -> list[str]:
    return [site.resolve("a.md", link).state for link in all_links(site.pages["a.md"].root)]


def both(old: dict[str, str], new: dict[str, str]) -> tuple[list[str], list[str]]:
    before, after = sites(memory(old), memory(new))
    return states(before), states(after)


def test_only_what_a_page_says_is_asked_again(resolved: list[str]) -> None:
    found = both(PAGES, PAGES | {"b.md": "# B\n"})
    assert found == (
        ["found", "found", "missing", "outside"],
        ["found", "missing", "missing", "outside"],
    )
    assert sorted(resolved) == sorted(
        ["b.md", "b.md#part", "b.md#part", "gone.md", "https://out.example/a"]
    )


@pytest.mark.parametrize(
    ("other", "then"),
    [
        ({"gone.md": "# Gone\n"}, ["found", "found", "found", "outside"]),
        (
            {"mkdocs.yml": "site_url: https://out.example/\n"},
            ["found", "found", "missing", "outside"],
        ),
    ],
)
def test_other_paths_and_settings_are_asked_anew(
    other: dict[str, str], then: list[str], resolved: list[str]
) -> None:
    assert both(PAGES, PAGES | other)[1] == then
    assert resolved.count("gone.md") == 2


def test_what_may_be_a_label_hangs_on_the_pages(resolved: list[str]) -> None:
    both(MYST | {"b.md": "(part)=\n# B\n"}, MYST | {"b.md": "# B\n"})
    assert sorted(resolved) == ["b.md", "part", "part"]


@pytest.mark.parametrize("label", ["guide/part", "part.md"])
def test_a_label_that_looks_like_a_path_comes_and_goes(label: str) -> None:
    link = MYST | {"a.md": f"# A\n\n[x]({label})\n"}
    labelled, bare = link | {"b.md": f"({label})=\n# B\n"}, link | {"b.md": "# B\n"}
    assert both(labelled, bare) == (["found"], ["missing"])
    assert both(bare, labelled) == (["missing"], ["found"])


def test_no_more_is_remembered_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch, resolved: list[str]
) -> None:
    monkeypatch.setattr(settled, "MOST", 1)
    assert both(PAGES, PAGES)[0] == ["found", "found", "missing", "outside"]
    assert resolved.count("b.md") == 2
