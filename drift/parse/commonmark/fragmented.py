"""A page of Markdown -> its tree, put together from fragments that were read before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from drift.parse.commonmark.cutting import LONG, passages, sections
from drift.parse.commonmark.definitions import guess, is_odd, relevant
from drift.parse.commonmark.reader import read_fragment
from drift.parse.commonmark.sheet import page, unfold
from drift.parse.fragments import Assembly, Fragment, Read
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Page
from drift.trees.site import Dialect

VERSION = 5
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
    rows = _settle(assembly, _fragments(sheet.body, sheet.head.lines + 1))
    return page(sheet, assembly.parts(rows), dialect) if rows is not None else None


def _fragments(body: str, line: int) -> list[Fragment]:
    fragments: list[Fragment] = []
    for section in sections(body):
        edges = passages(section) if len(section) > LONG else ()
        ends = [start for start, _ in edges]
        first, *rest = [section[a:b] for a, b in pairwise([0, *ends, len(section)])]
        fragments.append(Fragment(first, line))
        line += first.count("\n")
        for source, (_, depth) in zip(rest, edges, strict=True):
            fragments.append(Fragment(source, line, continues=True, depth=depth))
            line += source.count("\n")
    return fragments


def _settle(assembly: Assembly, fragments: Sequence[Fragment]) -> list[Read] | None:
    """Read all fragments with what is defined on the page; what that is is known when they are read."""
    known = _first(definition for fragment in fragments for definition in guess(fragment.source))
    for _ in range(2):
        rows = assembly.read(_informed(fragments, known))
        if rows is None or is_odd(known):
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


def _informed(fragments: Sequence[Fragment], known: dict[str, str]) -> Sequence[Fragment]:
    if not known:
        return fragments
    return [
        Fragment(one.source, one.line, relevant(one.source, known), one.continues, one.depth)
        for one in fragments
    ]
