from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drift.site.excluded import is_excluded, is_left_out, is_unlisted
from drift.site.settings import Settings, settings

if TYPE_CHECKING:
    from tests.site.conftest import Build


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("docs/changelog/12.bugfix.rst", True),
        ("docs/changelog/old/12.rst", True),
        ("docs/_build/a.rst", True),
        ("docs/deep/in/draft.md", True),
        ("docs/changelog.rst", False),
        ("docs/a.rst", False),
        ("changelog/12.rst", False),
    ],
)
def test_sphinx(path: str, left_out: bool) -> None:
    said = 'project = "x"\nexclude_patterns = ["_build/", "changelog/*", "**/draft.md", *more]\n'
    assert is_excluded(settings({"docs/conf.py": said}, [path]), path) is left_out


def test_who_says_nothing_leaves_nothing_out() -> None:
    assert not is_excluded(Settings(generator="sphinx"), "changelog/12.rst")


MKDOCS = """\
exclude_docs: |
  # fragments
  drafts/
  /parts/*.md
  !parts/kept.md
  *.inc.md
not_in_nav: |
  /hidden.md
"""


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("docs/drafts/a.md", True),
        ("docs/deep/drafts/more/a.md", True),
        ("docs/drafts.md", False),
        ("docs/parts/a.md", True),
        ("docs/deep/parts/a.md", False),
        ("docs/parts/kept.md", False),
        ("docs/deep/a.inc.md", True),
        ("docs/hidden.md", False),
        ("drafts/a.md", False),
    ],
)
def test_mkdocs(path: str, left_out: bool) -> None:
    assert is_excluded(settings({"mkdocs.yml": MKDOCS}, [path]), path) is left_out


@pytest.mark.parametrize(
    ("path", "said", "left_out", "unlisted"),
    [
        ("docs/a.md", "", False, False),
        ("docs/a.md", "draft: true", True, False),
        ("docs/a.md", "draft: false", False, False),
        ("docs/a.md", "published: false", True, False),
        ("docs/a.md", "published: 2031-01-01", False, False),
        ("docs/a.md", "unlisted: true", False, True),
        ("docs/a.md", "orphan: true", False, True),
        ("docs/hidden.md", "", False, True),
        ("docs/drafts/a.md", "", True, False),
    ],
)
def test_what_a_page_says_of_itself(
    build: Build, path: str, said: str, left_out: bool, unlisted: bool
) -> None:
    site = build({"mkdocs.yml": MKDOCS, path: f"---\n{said}\n---\n\n# A\n"})
    assert (is_left_out(site, path), is_unlisted(site, path)) == (left_out, unlisted)
