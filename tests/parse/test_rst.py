"""The reStructuredText parser on cases from fixtures/parse/rst.md, and on any text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.parse.base import parse, parser_for
from drift.trees.page import Block, Link, Page, Section
from drift.trees.site import Dialect
from drift.trees.walk import walk

FIXTURE = Path(__file__).parents[2] / "fixtures" / "parse" / "rst.md"

SPHINX = Dialect("sphinx")


def cases() -> list[tuple[str, str, str]]:
    """Title, input and outline of each case; a line of one full stop parts them."""
    parts = FIXTURE.read_text(encoding="utf-8").split("\n.\n")[:-1]
    return [
        (title.strip(), source, outline)
        for title, source, outline in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def read(source: str) -> Page:
    return parse(source, suffix=".rst", dialect=SPHINX)


def outline(page: Page) -> str:
    """A page as a person would check it, a line a section, block, link and anchor."""
    lines = [f"{datum.key} = {datum.value} @{datum.line}" for datum in page.metadata]
    for path, section in walk(page.root):
        if path:
            lines.append(_heading(path, section))
        lines += (f"  anchor {a.name!r} @{a.line}" for a in section.anchors)
        lines += (_link(link) for link in section.links)
        for block in section.blocks:
            lines.append(_block(block))
            lines += (_link(link) for link in block.links)
    return "\n".join(lines)


def _heading(path: tuple[str, ...], section: Section) -> str:
    first, last = section.lines
    return f"{'#' * len(path)} {section.title} #{section.anchor} L{section.level} @{first}-{last}"


def _block(block: Block) -> str:
    head = " ".join(filter(None, (block.kind, block.name, block.arguments)))
    inside = f" in {'/'.join(block.container)}" if block.container else ""
    markup = f" ~ {block.markup!r}" if block.markup not in {block.text, ""} else ""
    return f"{head} @{block.lines[0]}-{block.lines[1]}{inside}: {block.text!r}{markup}"


def _link(link: Link) -> str:
    role = f" {link.role}" if link.role else ""
    return f"  -> {link.kind}{role} {link.label!r} {link.target!r} @{link.line}"


@pytest.mark.parametrize(
    ("title", "source", "expected"), cases(), ids=[title for title, _, _ in cases()]
)
def test_case(title: str, source: str, expected: str) -> None:
    assert outline(read(source)) == expected, title


def test_no_case_is_lost() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    assert len(cases()) == text.count("\n.\n") // 3 > 20


def test_suffixes() -> None:
    assert {suffix for suffix in (".rst", ".REST", ".md") if _is_rst(suffix)} == {".rst", ".REST"}


def _is_rst(suffix: str) -> bool:
    parser = parser_for(suffix)
    return parser is not None and parser.name == "rst"


def test_docutils_waits_for_the_first_page() -> None:
    code = (
        "import sys; from drift.parse.base import parse; parse('# A', suffix='.md', dialect='x');"
        "print('docutils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


def test_nothing_is_read_and_nothing_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    page = read(".. include:: /etc/hostname\n\n.. raw:: html\n   :file: /etc/hostname\n\n`x\n")
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")
    for block in page.root.blocks[:2]:
        assert (block.text, block.links[0].target) == ("/etc/hostname", "/etc/hostname")


@pytest.mark.parametrize(
    "source",
    [
        "\n".join("  " * depth + "- x\n" for depth in range(10_000)),
        "x\n" * 60_000,
        "*a " * 300_000,
        "a" * (8 * 1024 * 1024 + 1),
        ":" + "a:" * 20_000,
        "a-" * 50_000,
        f"+{'-+' * 3000}\n" + f"|{'x|' * 3000}\n+{'-+' * 3000}\n" * 20,
        f".. |a| replace:: {'word ' * 3_000}\n\n" + "|a|\n\n" * 3_000,
    ],
    ids=["nested lists", "lines", "markup", "size", "colons", "run", "wide table", "replaced"],
)
def test_what_is_too_much_is_refused(source: str) -> None:
    page = read(source)
    assert page.unparsed
    assert page.root.blocks


PIECES = st.sampled_from(
    (
        *("\n", "\n\n", "  ", "   ", "- ", "1. ", "word ", "Title\n=====\n", "*", "**", "`", "``"),
        *("|", "_", "__", "::\n\n", ".. ", ".. note:: ", ".. x::\n", ":doc:`a <b>`", "`a <b>`_"),
        *(".. _a:\n", "[1]_ ", ".. [1] ", "+--+\n", "| a|\n", "== ==\n", "\\", "<", ">", ":a: "),
        *(
            "----\n",
            ".. |s| replace:: |s|\n",
            "|s|",
            ".. csv-table::\n\n   a,b\n",
            "\x00",
            "\u2028",
        ),
    )
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read(source: str) -> None:
    page = read(source)
    last = max(1, source.count("\n") + (not source.endswith("\n")))
    assert not page.unparsed
    for _, section in walk(page.root):
        assert 1 <= section.lines[0] <= section.lines[1] <= last
        for block in section.blocks:
            assert 1 <= block.lines[0] <= block.lines[1] <= last
            for link in block.links:
                assert link.span is None or block.text[slice(*link.span)] == link.label
                assert block.lines[0] <= link.line <= block.lines[1]
