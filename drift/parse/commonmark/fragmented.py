"""A page of Markdown -> its tree, put together from fragments that were read before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from drift.parse.commonmark.cutting import cut
from drift.parse.commonmark.definitions import guess, relevant
from drift.parse.commonmark.reader import read_fragment
from drift.parse.commonmark.sheet import page, unfold
from drift.parse.fragments import Assembly, Fragment, Read
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Page
from drift.trees.site import Dialect

VERSION = 1
"""Raised with every change of what a fragment says."""


def read(source: str, dialect: Dialect, shelf: MemoryShelf) -> Page | None:
    """Read a page.

    Args:
        source: The text, decoded.
        dialect: How the site's generator makes anchors.
        shelf: Fragments that were read before.

    Returns:
        The tree; None where the page must be read whole.

    Raises:
        Unbearable: Something in it is nested too deeply.
    """
    sheet = unfold(source)
    if "\x00" in source:
        # Its place is taken by another sign before names are looked up.
        return None
    myst = dialect == "myst"
    salt = f"markdown {VERSION} {'myst' * myst}".encode()
    assembly = Assembly(partial(read_fragment, myst=myst), shelf, salt=salt)
    rows = _settle(assembly, cut(sheet.body), sheet.head.lines + 1)
    return page(sheet, assembly.parts(rows), dialect) if rows is not None else None


def _settle(assembly: Assembly, sources: Sequence[str], line: int) -> list[Read] | None:
    """Read all fragments with what is defined on the page; what that is is known when they are read."""
    known = _first(definition for source in sources for definition in guess(source))
    for _ in range(2):
        rows = assembly.read(_fragments(sources, line, known))
        if rows is None:
            return None
        found = _first(definition for row in rows for definition in row.outcome.defined)
        if found == known:
            return rows
        known = found
    return None


def _first(definitions: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of several definitions of a name the first one holds."""
    known: dict[str, str] = {}
    for name, target in definitions:
        known.setdefault(name, target)
    return known


def _fragments(sources: Sequence[str], line: int, known: dict[str, str]) -> list[Fragment]:
    fragments: list[Fragment] = []
    for source in sources:
        fragments.append(Fragment(source, line, relevant(source, known)))
        line += source.count("\n")
    return fragments
