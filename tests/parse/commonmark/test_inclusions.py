"""Tests of `drift.parse.commonmark.inclusions`: lines that stand for another file."""

from __future__ import annotations

import pytest

from drift.parse.markdown import MARKDOWN
from drift.trees.site import Dialect


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<<< @/knots/bowline.js#loop{2,3}", "@/knots/bowline.js"),
        ("<<< ./bowline.js{1} [the knot]", "./bowline.js"),
        ("<!--@include: ./parts/bowline.md{3,}-->", "./parts/bowline.md"),
        ('--8<-- "parts/bowline.md"', "parts/bowline.md"),
        ("-8<- 'parts/bowline.md:2:5'", "parts/bowline.md"),
        ('--8<-- "https://example.com/bowline.md"', "https://example.com/bowline.md"),
        ("{* ../bowline.py hl[1:2] *}", "../bowline.py"),
        ("{{#include bowline.md:loop}}", "bowline.md"),
        ("{{ #rustdoc_include ../bowline.rs:2:4 }}", "../bowline.rs"),
    ],
)
@pytest.mark.parametrize("before", ["", "A knot\n", "- A knot\n\n  "])
def test_a_line_that_stands_for_a_file(source: str, target: str, before: str) -> None:
    blocks = MARKDOWN.parse(f"{before}{source}\n\nText.\n", Dialect("github")).root.blocks
    *_, found, text = blocks
    assert (found.kind, found.name, found.text) == ("directive", "include", "")
    assert [(link.kind, link.target) for link in found.links] == [("include", target)]
    assert text.text == "Text."


@pytest.mark.parametrize(
    "source",
    [
        "<<< the rope",
        "    <<< ./bowline.js",
        "--8<--",
        "<<<",
        "{* *}",
        "{{#include}}",
        "a <<< b.js",
    ],
)
def test_a_line_that_does_not(source: str) -> None:
    blocks = MARKDOWN.parse(f"{source}\n", Dialect("github")).root.blocks
    assert [link.target for block in blocks for link in block.links] == []
