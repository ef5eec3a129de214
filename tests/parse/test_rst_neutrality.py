"""The same words give the same tree in both formats: pandoc converts, the parsers must agree."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypandoc
import pytest

from drift.parse.base import parse
from drift.trees.page import Page
from drift.trees.site import Dialect
from drift.trees.walk import walk

FOLDER = Path(__file__).parents[2] / "fixtures" / "neutrality"
PANDOC = "markdown-simple_tables-multiline_tables-grid_tables"
"""Pandoc's own Markdown with the tables that other readers of Markdown know."""

SUFFIXES = {"rst": ".rst", "gfm": ".md", PANDOC: ".md"}
ENOUGH = 0.85
"""Share of real pages of Markdown whose trees must be equal.

The others are pages of which pandoc makes something else: levels that are skipped (which reStructuredText cannot say),
`<br>` in cells, code that is indented as a whole, dollars as mathematics, escapes in bare URLs, `1)` as a list.
"""

FEW = 20
"""Pages of which a share says nothing."""


def converted(source: str, old: str, new: str) -> str:
    options = ["--wrap=preserve"]
    return str(pypandoc.convert_text(source, new, format=old, extra_args=options))


def read(source: str, markup: str) -> Page:
    return parse(source, suffix=SUFFIXES[markup], dialect=Dialect("github"))


def words(page: Page) -> list[tuple[str, ...]]:
    """What a reader meets, for the message of a test that fails."""
    found: list[tuple[str, ...]] = []
    for path, section in walk(page.root):
        found.append(("heading", str(len(path)), section.title))
        found += (
            (block.text, *(f"{link.label} -> {link.target}" for link in block.links))
            for block in section.blocks
        )
    return [entry for entry in found if entry != ("",)]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("people.md", "gfm", "rst"),
        ("operations.rst", "rst", "gfm"),
        ("operations.rst", "rst", PANDOC),
        ("glossary.rst", "rst", PANDOC),
    ],
)
def test_invented_page(name: str, old: str, new: str) -> None:
    source = (FOLDER / name).read_text(encoding="utf-8")
    before, after = read(source, old), read(converted(source, old, new), new)
    assert words(after) == words(before)
    assert after.root.subtree == before.root.subtree
    assert after.title == before.title


@pytest.mark.parametrize("markup", ["rst", "gfm"])
def test_wrapping_is_no_change(markup: str) -> None:
    name = "operations.rst" if markup == "rst" else "people.md"
    source = (FOLDER / name).read_text(encoding="utf-8")
    wide = pypandoc.convert_text(source, markup, format=markup, extra_args=["--wrap=none"])
    narrow = pypandoc.convert_text(source, markup, format=markup, extra_args=["--columns=50"])
    assert words(read(wide, markup)) == words(read(narrow, markup))


def bundles() -> list[Path]:
    folder = os.environ.get("DRIFT_CORPORA", "")
    return sorted(Path(folder).glob("*.bundle")) if folder else []


def pages(clone: Path, pattern: str) -> Iterator[str]:
    """A sample of the pages of a repository's head that can be decoded."""
    for path in sorted(clone.rglob(pattern))[::6]:
        try:
            yield path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.timeout(600)
@pytest.mark.parametrize("bundle", bundles(), ids=lambda path: path.stem)
def test_real_pages(bundle: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(bundle), str(clone)], check=True)
    equal = [
        read(source, "gfm").root.subtree
        == read(converted(source, "gfm", "rst"), "rst").root.subtree
        for source in pages(clone, "*.md")
        if not _is_other_markdown(source)
    ]
    assert len(equal) < FEW or sum(equal) / len(equal) >= ENOUGH


def _is_other_markdown(source: str) -> bool:
    """Whether pandoc's reader of plain Markdown would take what is written for something else."""
    return any(sign in source for sign in ("```{", "{%", "{{", ":::", ")=\n", "{ref}`", "{doc}`"))
