"""Headings of one page -> their anchors, by the rule of the generator that publishes the site."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Protocol

import msgspec

from drift.parse.slugs import (
    gitbook,
    github,
    gitlab,
    hugo,
    jekyll,
    mkdocs,
    myst,
    quarto,
    sphinx,
    vitepress,
)
from drift.trees.site import Dialect


class Slugger(Protocol):
    """A dialect's way of making anchors from the headings of one page."""

    def reserve(self, name: str) -> None:
        """Take note of an anchor that is written on the page."""
        ...

    def slug(self, title: str, *, written: str = "") -> str:
        """Make the next heading's anchor; empty where an id `written` there takes its place."""
        ...


class Taken:
    """The anchors in use on a page."""

    __slots__ = ("_last", "_names")

    def __init__(self) -> None:
        """Begin with none."""
        self._names: set[str] = set()
        self._last: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether an anchor is in use."""
        return name in self._names

    def add(self, name: str) -> None:
        """Take note of an anchor."""
        self._names.add(name)

    def first_free(self, stem: str, start: int) -> str:
        """Give the first of stem1, stem2, … that is free; searching on from where it last ended."""
        number = max(start, self._last.get(stem, 0))
        while f"{stem}{number}" in self._names:
            number += 1
        self._last[stem] = number
        return f"{stem}{number}"


class Rule(msgspec.Struct, frozen=True):
    """How one generator makes anchors."""

    make: Callable[[str], str]
    # A heading's text to its anchor, duplicates aside.
    unique: Callable[[str, Taken], str]
    # An anchor and those in use to one that is free.
    replaces: bool = True
    # Whether an id written in the heading takes the generated anchor's place.
    reserves: bool = True
    # Whether anchors written on the page count as in use.


def slugger(dialect: Dialect) -> Slugger:
    """Give a fresh maker of anchors for one page.

    Args:
        dialect: The site's dialect; one that is unknown is read as `github`, as most are like it.

    Returns:
        The maker; it remembers the anchors that it gave.
    """
    return _PageAnchors(RULES.get(dialect, RULES["github"]))


class _PageAnchors:
    """The anchors of one page so far."""

    __slots__ = ("_rule", "_taken")

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._taken = Taken()

    def reserve(self, name: str) -> None:
        if self._rule.reserves:
            self._taken.add(name)

    def slug(self, title: str, *, written: str = "") -> str:
        if written and self._rule.replaces:
            return ""
        slug = self._rule.unique(self._rule.make(title), self._taken)
        self._taken.add(slug)
        return slug


def _numbered(slug: str, taken: Taken) -> str:
    """Give the first of slug, slug-1, slug-2, … that is free."""
    return slug if slug not in taken else taken.first_free(f"{slug}-", 1)


def _underscored(slug: str, taken: Taken) -> str:
    """Count as Python-Markdown's `unique`: on from a number that stands at the end already."""
    if slug and slug not in taken:
        return slug
    base, joint, number = slug.rpartition("_")
    if joint and number.isdecimal():
        return taken.first_free(f"{base}_", int(number) + 1)
    return taken.first_free(f"{slug}_", 1)


def _docutils(slug: str, taken: Taken) -> str:
    """Replace a taken or empty id by id1, id2, …, as docutils does with Sphinx's prefix `id`."""
    return slug if slug and slug not in taken else taken.first_free("id", 1)


RULES = MappingProxyType(
    {
        # GitHub shows `{#id}` as text, so a page that has it is published elsewhere as well.
        "github": Rule(github, _numbered, replaces=False, reserves=False),
        "gitlab": Rule(gitlab, _numbered, reserves=False),
        "gitbook": Rule(gitbook, _numbered, reserves=False),
        "docusaurus": Rule(github, _numbered, reserves=False),
        "mkdocs": Rule(mkdocs, _underscored),
        "jekyll": Rule(jekyll, _numbered, reserves=False),
        "vitepress": Rule(vitepress, _numbered, reserves=False),
        "hugo": Rule(hugo, _numbered),
        "quarto": Rule(quarto, _numbered),
        "sphinx": Rule(sphinx, _docutils),
        "myst": Rule(myst, _numbered, reserves=False),
    }
)
"""The dialects by name."""
