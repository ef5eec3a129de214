from __future__ import annotations

import pytest

from drift.site.dialect import dialects
from drift.site.document import Document
from drift.site.documents import suffix_of
from drift.site.settings import Settings
from drift.trees.site import Dialect

RST = ".. toctree::\n\n   a\n"
MYST = "```{toctree}\na\n```\n"


def documents(sources: dict[str, str]) -> dict[str, Document]:
    return {path: Document("", suffix_of(path), text) for path, text in sources.items()}


@pytest.mark.parametrize(
    ("sources", "settings", "expected"),
    [
        ({"a.md": "x"}, Settings(), {"": "github", "a.md": "github"}),
        ({"index.rst": RST, "a.rst": ""}, Settings(), {"": "sphinx", "a.rst": "sphinx"}),
        (
            {"d/index.md": MYST, "d/a.md": "", "README.md": ""},
            Settings(),
            {"": "myst", "d/a.md": "myst", "README.md": "github"},
        ),
        (
            {"d/index.rst": RST, "d/a.md": "", "d/b.rst": ""},
            Settings(),
            {"": "sphinx", "d/a.md": "myst"},
        ),
        ({"a.rst": "plain"}, Settings(), {"": "sphinx", "a.rst": "sphinx"}),
        (
            {"d/a.md": "", "r.rst": ""},
            Settings(generator="sphinx", folder="d/", root="d/"),
            {"d/a.md": "myst", "x.md": "github", "r.rst": "sphinx"},
        ),
        ({"docs/a.md": MYST}, Settings(generator="mkdocs"), {"": "mkdocs", "docs/a.md": "mkdocs"}),
        ({"a.md": ""}, Settings(generator="gitlab"), {"": "gitlab"}),
    ],
)
def test_found_from_the_tree(
    sources: dict[str, str], settings: Settings, expected: dict[str, str]
) -> None:
    found = dialects(documents(sources), settings)
    assert {path: found.of(path) if path else found.site for path in expected} == expected


def test_the_user_is_right_but_for_rst() -> None:
    found = dialects(
        documents({"index.md": MYST}), Settings(generator="mkdocs"), override=Dialect("hugo")
    )
    assert (found.site, found.of("index.md"), found.of("a.rst")) == ("hugo", "hugo", "sphinx")


@pytest.mark.parametrize(
    ("paths", "folders"),
    [
        # Several manuals, or `sphinx-build -c`: none of them begins beside the configuration.
        (["d/user/index.rst", "d/user/a/index.rst", "d/dev/index.rst"], ("d/dev/", "d/user/")),
        (["d/README.md", "d/source/index.rst"], ("d/source/",)),
        (["d/index.rst", "d/user/index.rst"], ()),
        (["d/contents.rst", "d/user/index.rst"], ()),
        (["d/user/a.rst", "x/index.rst"], ()),
    ],
)
def test_sources_below_their_configuration(paths: list[str], folders: tuple[str, ...]) -> None:
    settings = Settings(generator="sphinx", folder="d/", root="d/")
    sources = {path: "" if path.endswith(".md") else RST for path in paths}
    assert dialects(documents(sources), settings).sphinx == (*folders, "d/")
