"""Tests of `drift.parse.slugs`: what each generator publishes for a heading."""

from __future__ import annotations

import pytest

from drift.parse.anchors import slugger
from drift.trees.site import Dialect

TITLES = {
    "github": {
        "Foo Bar": "foo-bar",
        "Q&A: what's new?": "qa-whats-new",
        "Import & export": "import--export",
        "snake_case v1.2": "snake_case-v12",
        "Привет мир": "привет-мир",
        "Über uns": "über-uns",
        "हिन्दी": "हिन्दी",
        "日本語 見出し": "日本語-見出し",
        "😄 emoji": "-emoji",
    },
    "gitlab": {"Import & export": "import-export", "2024": "anchor-2024", "a - b": "a-b"},
    "gitbook": {
        "Brown M&Ms": "brown-m-and-ms",
        "Hints & Tips": "hints-and-tips",
        "Drafts at 1%, 50%, 99%": "drafts-at-1-50-99",
        "Café": "cafe",
    },
    "docusaurus": {"Import & export": "import--export"},
    "mkdocs": {"Über uns": "uber-uns", "Import & export": "import-export", "日本": "_1"},
    "hugo": {"Import & export": "import--export", "日本 語": "日本-語", "?!": "heading"},
    "sphinx": {
        "Über uns": "uber-uns",
        "2. Setup": "setup",
        "snake_case": "snake-case",
        "日本": "id1",
    },
    "jekyll": {"Import & export": "import--export", "پروژه\u200cی ما": "پروژهی-ما"},
    "vitepress": {
        "build.target": "build-target",
        "Import & export": "import-export",
        "Über uns": "uber-uns",
        "2. Setup": "_2-setup",
        "배포하기 & 빌드": "배포하기-빌드",
    },
    "quarto": {
        "Import & export": "import-export",
        "2. Setup": "setup",
        "build.target -- v1.2": "build.target-v1.2",
        "हिन्दी शब्द": "हनद-शबद",
        "½ ① Cup": "cup",
        "2024": "section",
    },
    "myst": {"Import & export": "import--export", "日本 語": "日本-語"},
}


@pytest.mark.parametrize(
    ("dialect", "title", "slug"),
    [(dialect, *pair) for dialect, pairs in TITLES.items() for pair in pairs.items()],
)
def test_anchor_of_a_title(dialect: str, title: str, slug: str) -> None:
    assert slugger(Dialect(dialect)).slug(title) == slug
