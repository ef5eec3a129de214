"""The directives of a site's own -> the labels that they may define."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drift.parse.vocabulary import ADMONITIONS, CODE, INCLUDES, INVISIBLE, LITERAL
from drift.trees.page import Block, Page
from drift.trees.walk import walk

KNOWN = (
    ADMONITIONS
    | CODE
    | INCLUDES
    | INVISIBLE
    | LITERAL
    | frozenset(
        (
            *("toctree", "only", "ifconfig", "container", "compound", "tabs", "tab", "tab-set"),
            *("tab-item", "epigraph", "highlights", "pull-quote", "glossary", "hlist", "rubric"),
            *("centered", "sidebar", "topic", "header", "footer", "image", "figure", "table"),
            *("list-table", "replace", "unicode", "date", "grid", "grid-item", "card", "dropdown"),
            *("grid-item-card", "button-link", "button-ref", "div", "eval-rst", "line-block"),
        )
    )
)
"""Directives of docutils, Sphinx and their common extensions, whose labels are read where they are written."""

_OPTION = re.compile(r":[\w-]+:(?=\s|$)")

_BETWEEN = re.compile(r"[\s,;]+")


def label_key(label: str) -> str:
    """Give the form in which Sphinx compares labels: lower case, white space folded."""
    return " ".join(label.lower().split())


def custom_labels(pages: Iterable[Page]) -> frozenset[str]:
    """List what stands in the arguments, options and texts of directives that are no common ones.

    Args:
        pages: The pages of a tree.

    Returns:
        Each word and each value, alone and behind the name of its directive, as `label_key` has them.
    """
    return frozenset(
        name
        for page in pages
        for _, section in walk(page.root)
        for block in section.blocks
        if block.kind == "directive" and block.name not in KNOWN
        for name in _names(block)
    )


def _names(block: Block) -> Iterator[str]:
    values = [*_OPTION.split(block.arguments), *block.text.split("\n")]
    own = block.name.rpartition(":")[2]
    for value in map(label_key, values):
        for name in {value, *_BETWEEN.split(value)} - {""}:
            yield name
            yield f"{own}-{name}"
