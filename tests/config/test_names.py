from __future__ import annotations

import pytest

from drift.config.names import SORTS


@pytest.mark.parametrize(
    ("sort", "name", "remedy"),
    [
        ("kind", "page.moved", ""),
        ("kind", "term.renamed", ""),
        ("kind", "page.*", ""),
        ("kind", "page.mved", "did you mean 'page.moved'?"),
        ("kind", "pages.*", "did you mean 'page.*'?"),
        ("policy", "broken-*", ""),
        ("policy", "brokn-link", "did you mean 'broken-link'?"),
        ("dialect", "sphinx", ""),
        ("dialect", "mkdoc", "did you mean 'mkdocs'?"),
        (
            "dialect",
            "z",
            "one of: docusaurus, gitbook, github, gitlab, hugo, jekyll, mkdocs, myst, quarto, sphinx, vitepress",
        ),
    ],
)
def test_a_name_is_right_or_has_a_remedy(sort: str, name: str, remedy: str) -> None:
    assert SORTS[sort].remedy(name) == remedy


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_has_names(sort: str) -> None:
    known = SORTS[sort].known()
    assert known
    assert all(SORTS[sort].remedy(name) == "" for name in known)
