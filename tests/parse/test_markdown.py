"""Tests of `drift.parse.markdown`: every flavour as a tree, and no text that it cannot take."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.parse.base import parse as parse_any
from drift.parse.markdown import MARKDOWN
from drift.trees.page import Block, Link, Page, Section
from drift.trees.site import Dialect
from drift.trees.walk import walk

FIXTURES = Path(__file__).parents[2] / "fixtures" / "parse"
GITHUB = Dialect("github")


def cases() -> list[tuple[str, str, str]]:
    """Read title, input and outline of each case, parted by lines of one full stop."""
    found = []
    for file in sorted(FIXTURES.glob("markdown*.md")):
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        found += [
            (parts[i].strip(), parts[i + 1], parts[i + 2]) for i in range(0, len(parts) - 2, 3)
        ]
    return found


def outline(page: Page) -> str:
    """Write a tree so that a person can check it."""
    told = [f"title: {page.title}"] if page.title else []
    told += [f"{datum.key} = {datum.value} :{datum.line}" for datum in page.metadata]
    for path, section in walk(page.root):
        told += [_section(len(path), section)] if path else _anchors(section)
        told += [f"  -> {_link(link)}" for link in section.links]
        for block in section.blocks:
            told.append(_block(block))
            told += [f"  -> {_link(link)}" for link in block.links]
    return "\n".join(told)


def _anchors(section: Section) -> list[str]:
    return ["anchors: " + " ".join(anchor.name for anchor in section.anchors)] * bool(
        section.anchors
    )


def _section(depth: int, section: Section) -> str:
    first, last = section.lines
    written = "".join(
        f" ({anchor.name}{' label' * anchor.label}:{anchor.line})" for anchor in section.anchors
    )
    return f"{'#' * depth} {section.title} <h{section.level}> #{section.anchor}{written} :{first}-{last}"


def _block(block: Block) -> str:
    name = f"[{block.name}]" if block.name else ""
    place = f" in {'/'.join(block.container)}" if block.container else ""
    said = f" {{{block.arguments}}}" if block.arguments else ""
    marks = f" ~ {block.markup!r}" if block.markup != block.text and block.kind != "code" else ""
    return (
        f"{block.kind}{name}{said}{place} :{block.lines[0]}-{block.lines[1]} {block.text!r}{marks}"
    )


def _link(link: Link) -> str:
    role = f"[{link.role}]" if link.role else ""
    return f"{link.kind}{role} {link.label!r} {link.target} :{link.line}"


@pytest.mark.parametrize(("title", "source", "expected"), cases())
def test_outline(title: str, source: str, expected: str) -> None:
    dialect = Dialect("myst" if "MyST" in title else "github")
    assert outline(MARKDOWN.parse(source, dialect)) == expected


PIECES = (
    *(
        "# h\n",
        "## {#x}\n",
        "- ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "> ",
        "| a |",
        "|-|",
        "```",
        "```{note}\n",
    ),
    *(
        "```{toctree}\n",
        ":::",
        "::: note\n",
        ":::{tip}\n",
        '!!! note "t"\n',
        '=== "t"\n',
        "{% hint %}",
    ),
    *(
        "{% endhint %}",
        "{{< x >}}",
        "{{% /x %}}",
        "[a](b)",
        "[",
        "](",
        "]",
        "![",
        "*",
        "**",
        "_",
        "`",
    ),
    *(
        "<a name='x'>",
        "</a>",
        "<!--",
        "-->",
        "<Foo a={",
        "/>",
        ">",
        "[^1]",
        "[^1]: ",
        ": d\n",
        "---\n",
    ),
    *("+++\n", "a: b\n", "(x)=\n", "{ref}`a <b>`", "{#id .c}", "{: #a}", "www.a.b", "http://x.y"),
    *(
        "a@b.c",
        "\t",
        "\u2014",
        "&amp;",
        "\\",
        "\r\n",
        "\x00",
        "[r]: x\n",
        "- [ ] t\n",
        "1. ",
        "%",
        "~~",
    ),
    *("import x from 'y'\n", "=", "===\n", "<details>", '{.interpreted-text role="ref"}', "\u2028"),
    *(
        "```{eval-rst}\n",
        "```{figure} x\n",
        ":name: y\n",
        "[a]({{< ref 'x' >}})",
        "> [!NOTE]\n",
        "\x0b",
    ),
)


def check(page: Page) -> None:
    """Hold a tree against what is true of every tree."""
    assert page.root.lines[0] == 1
    for _, section in walk(page.root):
        assert 1 <= section.lines[0] <= section.lines[1] <= page.root.lines[1]
        assert all(child.lines[0] >= section.lines[0] for child in section.sections)
        _check_links(section.title, section.links, section.lines)
        for block in section.blocks:
            assert section.lines[0] <= block.lines[0] <= block.lines[1] <= section.lines[1]
            _check_links(block.text, block.links, block.lines)


def _check_links(text: str, links: tuple[Link, ...], lines: tuple[int, int]) -> None:
    for link in links:
        assert lines[0] <= link.line <= lines[1]
        if link.span:
            assert text[slice(*link.span)] == link.label


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(["github", "myst"])
)
def test_any_syntax_gives_a_true_tree(source: str, dialect: str) -> None:
    check(MARKDOWN.parse(source, Dialect(dialect)))


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_gives_a_true_tree(source: str) -> None:
    check(MARKDOWN.parse(source, GITHUB))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Title\n=====\n\ntext\n", "# Title\n\ntext\n"),
        ("a long\nline\n", "a long line\n"),
        ("* a\n* b\n", "- a\n- b\n"),
        ("* a\n\n* b\n", "* a\n* b\n"),
        ("\u201cIt\u2019s\u201d – so…\n", '"It\'s" -- so...\n'),
        ("a --- b\n", "a — b\n"),
        ("[a](b)\n", "[a][r]\n\n[r]: b\n"),
        ("a\r\nb\r\n\r\nc\r\n", "a\nb\n\nc\n"),
        ("Q&amp;A &copy;\n", "Q&A ©\n"),
        ("a\u200bb\n", "ab\n"),
        ("# A\n", "# A #\n"),
        ("```\na  \nb\n```\n", "```\na\nb\n```\n"),
        ("**a** _b_\n", "__a__ *b*\n"),
        ("| a | b |\n|---|---|\n| c | d |\n", "a|b\n-|-\nc|d\n"),
        ("<https://a.example>\n", "https://a.example\n"),
        ('See <Link to="/a">the map</Link>.\n', 'See\n<Link to="/a">the map</Link>.\n'),
        ('See <Link to="/a">the map</Link> now\n', 'See{" "}\n<Link to="/a">the map</Link> now\n'),
        ("[a](https://a/{{< param core >}}/b)\n", "[a](https://a/{{< param\ncore >}}/b)\n"),
        ("a {{< param core >}} b\n", "a {{< param\ncore >}} b\n"),
    ],
)
def test_another_spelling_is_the_same_tree(one: str, other: str) -> None:
    first, second = MARKDOWN.parse(one, GITHUB), MARKDOWN.parse(other, GITHUB)
    assert first.root.subtree == second.root.subtree


@pytest.mark.parametrize(
    ("source", "text", "anchors"),
    [
        ("a ![x](y){width=50%} b", "a x b", []),
        ("![x](y){.lightbox width=5.5in #fig-x}", "x", ["fig-x"]),
        ("a [x **b**](y){#i k='v'} c", "a x b c", ["i"]),
        ('[x](y){:target="_blank"} a', "x a", []),
        ("`x`{: .path } a", "x a", []),
        ("[x](y){not it}", "x{not it}", []),
        ("text {: .a} b", "text {: .a} b", []),
    ],
)
def test_attributes_behind_what_they_belong_to(source: str, text: str, anchors: list[str]) -> None:
    root = MARKDOWN.parse(f"{source}\n", Dialect("quarto")).root
    assert [block.text for block in root.blocks] == [text]
    assert [anchor.name for anchor in root.anchors] == anchors


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ('See <Link to="/a#b">the map</Link>.', [("the map", "/a#b")]),
        ('<Link to="/a#b">The map</Link>', [("The map", "/a#b")]),
        ('<p>\n<Link to="/a">The map</Link>\n</p>', [("The map", "/a")]),
        ('<Link href="/a" /> the map', [("", "/a")]),
    ],
)
def test_the_text_of_a_link_component_is_its_label(
    source: str, links: list[tuple[str, str]]
) -> None:
    blocks = MARKDOWN.parse(f"{source}\n", Dialect("docusaurus")).root.blocks
    assert [(link.label, link.target) for block in blocks for link in block.links] == links


@pytest.mark.parametrize(
    ("source", "dialect", "anchor"),
    [
        ("# a  b", "github", "a--b"),
        ("# a  b", "mkdocs", "a-b"),
        ("# `a`  <b>c</b>", "github", "a--c"),
        ("a\nb\n===", "github", "a-b"),
        ("# {{% icon anchor %}} Moor", "hugo", "moor"),
        ("# {% icon anchor %} Moor", "jekyll", "moor"),
    ],
)
def test_the_anchor_of_a_heading(source: str, dialect: str, anchor: str) -> None:
    page = MARKDOWN.parse(source, Dialect(dialect))
    assert page.root.sections[0].anchor == anchor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("**a**\n", "a\n"),
        ("# a\n", "## a\n"),
        ("- a\n", "1. a\n"),
        ("> a\n", "a\n"),
        ("# a {#x}\n", "# a\n"),
    ],
)
def test_formatting_is_in_the_form_alone(one: str, other: str) -> None:
    first, second = MARKDOWN.parse(one, GITHUB), MARKDOWN.parse(other, GITHUB)
    sections = [(page.root.sections or (page.root,))[0] for page in (first, second)]
    assert sections[0].digest == sections[1].digest
    assert sections[0].form != sections[1].form


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("- " * 10_000 + "a", "nested more than"),
        ("".join("  " * depth + "- a\n" for depth in range(1_000)), "nested more than"),
        (">" * 10_000 + "a", "nested more than"),
        ("[" * 50_000, "too many brackets"),
        ("<!--" * 30_000, "too many brackets"),
        ("a paragraph\n\n" * 400_000, "characters, more than"),
        ("a\n" * 4_000_000, "characters, more than"),
    ],
)
def test_what_cannot_be_borne_falls_back_in_good_time(source: str, reason: str) -> None:
    start = time.process_time()
    page = parse_any(source, suffix=".md", dialect=GITHUB)
    assert reason in page.unparsed
    assert page.root.blocks
    assert page.root.lines == (1, max(1, source.count("\n") + (not source.endswith("\n"))))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("head", ["a: &x [1]\nb: [*x]", "a: 1", "a: " + "[" * 900, "- " * 500])
def test_front_matter_never_fills_the_stack(head: str) -> None:
    check(MARKDOWN.parse(f"---\n{head}\n---\ntext\n", GITHUB))


def test_aliases_of_aliases_are_kept_as_they_stand() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    head = "\n".join(["a0: &a0 [x]", *levels])
    page = MARKDOWN.parse(f"---\n{head}\n---\ntext\n", GITHUB)
    assert page.metadata == ()
    assert [(block.kind, block.name) for block in page.root.blocks] == [
        ("code", "front-matter"),
        ("paragraph", ""),
    ]


def test_an_unpaired_rule_is_no_front_matter() -> None:
    page = MARKDOWN.parse("---\n\nWords here.\n\n---\n\nmore\n", GITHUB)
    assert [block.kind for block in page.root.blocks] == ["rule", "paragraph", "rule", "paragraph"]


def test_importing_the_parser_costs_little() -> None:
    code = (
        "import sys, drift.parse.markdown as m; m.MARKDOWN.parse('# a\\n', 'github');"
        "print([n for n in ('docutils', 'yaml', 'markdown') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
