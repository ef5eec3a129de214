"""The words of a whole revision: its pages, its navigation, and what a link in it points to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NewType, Protocol

import msgspec

from drift.trees.page import Link, Page

Dialect = NewType("Dialect", str)
"""How the site's generator makes anchors: github, gitlab, gitbook, docusaurus, vitepress, jekyll, mkdocs, hugo, sphinx, myst, quarto."""


class Stated(msgspec.Struct, frozen=True):
    """What the user says of a site, where its tree does not tell or tells something else."""

    dialect: Dialect | None = None
    # Of all its Markdown pages.
    base: str = ""
    # The URL that it is published under.


UNSTATED = Stated()
"""All is to be found from the tree."""

State = Literal["found", "missing", "outside", "unknown"]
"""Of a link's target: in the tree; should be in the tree and is not; a place elsewhere; not to be told from what was read."""


class Target(msgspec.Struct, frozen=True, gc=False):
    """What a link points to, in no spelling: two links with equal targets go to the same place."""

    state: State
    page: str = ""
    # The path of the page (or other file) in the tree, for `found` and where it should be for `missing`.
    anchor: str = ""
    # The fragment, in the tree.
    url: str = ""
    # The normalized URL (or label, where it is missing) of a place outside the tree.


class NavEntry(msgspec.Struct, frozen=True, gc=False):
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


class NavLink(msgspec.Struct, frozen=True, gc=False):
    """One place of the site's navigation that leads out of the tree, in a file that is no page."""

    url: str
    # As written.
    label: str
    # Empty where the URL is shown.
    trail: tuple[str, ...]
    # The chain of nav titles above it, outermost first.
    path: str
    line: int


class Site(Protocol):
    """One revision of a docs tree."""

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages by path, in the order of their paths; a page is parsed when it is asked for."""
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
    def nav_links(self) -> tuple[NavLink, ...]:
        """The links of the navigation that lead out of the tree, in order; those in pages are links of theirs."""
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

    @property
    def nav_lines(self) -> frozenset[tuple[str, int]]:
        """Files and lines of the entries of the navigation."""
        ...

    @property
    def nav_key(self) -> object:
        """What stands for the navigation: revisions with equal keys have one, and it stands on no page that differs."""
        ...

    def key(self, path: str) -> object:
        """What decides how a page reads: pages with equal keys are equal; None where there is no such page."""
        ...

    def differing(self, other: Site) -> frozenset[str]:
        """The pages that do not read the same at another revision, or are not there: paths of both sides."""
        ...

    def source(self, path: str) -> str:
        """The text of a page as it is written; empty where it has none."""
        ...

    def folded(self, path: str) -> str:
        """The same without regard to case."""
        ...

    def saying(self, form: str, *, verbatim: bool = False) -> Iterable[str]:
        """The pages that may say a form in any case, found without parsing them: too many, never too few.

        Verbatim, it stands there as it is written, without markup in it: that is found sooner.
        """
        ...

    def naming(self, place: str, *, anchor: str = "") -> frozenset[str]:
        """The pages whose links may lead to a page, file or folder, or to an anchor or label on it, found likewise."""
        ...

    def rearranged(self, other: Site) -> frozenset[str]:
        """The files, folders (with a closing slash) and routed pages at which links may find something else."""
        ...

    def leads_out(self, link: Link) -> bool:
        """Whether a link can be told to leave the tree by its mere spelling."""
        ...

    @property
    def links_by_title(self) -> bool:
        """Whether there are pages that may name any section by its title (Sphinx's autosectionlabel)."""
        ...

    @property
    def conventions(self) -> object:
        """What links are read by beside the paths and pages; where it is equal, they are read alike."""
        ...

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link on a page points to."""
        ...
