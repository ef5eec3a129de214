"""The words of a whole revision: its pages, its navigation, and what a link in it points to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NewType, Protocol

import msgspec

from drift.trees.page import Link, Page

Dialect = NewType("Dialect", str)
"""How the site's generator makes anchors: github, gitlab, gitbook, docusaurus, mkdocs, hugo, sphinx, myst."""

State = Literal["found", "missing", "outside", "unknown"]
"""Of a link's target: in the tree; should be in the tree and is not; a place elsewhere; not to be told from what was read."""


class Target(msgspec.Struct, frozen=True):
    """What a link points to, in no spelling: two links with equal targets go to the same place."""

    state: State
    page: str = ""
    # The path of the page (or other file) in the tree, for `found` and where it should be for `missing`.
    anchor: str = ""
    # The fragment, in the tree.
    url: str = ""
    # The normalized URL (or label, where it is missing) of a place outside the tree.


class NavEntry(msgspec.Struct, frozen=True):
    """One place of a page in the site's navigation."""

    page: str
    # Path of the page in the tree.
    trail: tuple[str, ...]
    # The chain of nav titles above it, outermost first, without its own.
    label: str
    # As written; empty where the page's title is used.
    path: str
    # The file that the entry stands in: SUMMARY.md, mkdocs.yml, the page with the toctree.
    line: int


class Site(Protocol):
    """One revision of a docs tree."""

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by path, in the order of their paths."""
        ...

    @property
    def files(self) -> frozenset[str]:
        """Every path at the revision, documents and others."""
        ...

    @property
    def nav(self) -> tuple[NavEntry, ...]:
        """The navigation, flat and in order; empty where the tree has none."""
        ...

    @property
    def skipped(self) -> Mapping[str, int]:
        """How many files were left out, by what they are."""
        ...

    @property
    def single(self) -> bool:
        """Whether it is one file that somebody named, and not a tree."""
        ...

    @property
    def dialect(self) -> Dialect:
        """The rule by which anchors are made."""
        ...

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link on a page points to."""
        ...
