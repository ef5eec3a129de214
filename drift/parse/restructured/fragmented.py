"""A page of reStructuredText -> its tree, put together from fragments that were read before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from drift.parse.fragments import Assembly, Fragment, Read
from drift.parse.restructured.effort import is_bearable
from drift.parse.restructured.known import Known, reaches
from drift.parse.restructured.names import asked
from drift.parse.restructured.page import metadata, page, page_fields
from drift.parse.restructured.source import read as read_source
from drift.parse.restructured.stretch import STYLE, Stretches
from drift.parse.restructured.titles import Title, titles
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Datum, Page
from drift.trees.site import Dialect

VERSION = 7
"""Raised with every change of what a fragment says."""

ROUNDS = 3
"""Once for what is defined, once with it, and once more where that defined something else."""

_SALT = f"rst {VERSION}".encode()
_FIELD = re.compile(r"^:[^\s:]", re.MULTILINE)


def read(source: str, dialect: Dialect, shelf: MemoryShelf) -> Page | None:
    """Read a page.

    Args:
        source: The text.
        dialect: How the site's generator makes anchors.
        shelf: Fragments that were read before.

    Returns:
        The tree; None where the page must be read whole.

    Raises:
        Unbearable: The page cannot be read in good time.
    """
    found = titles(source) if is_bearable(source) else None
    fragments = _cut(source, found) if found else []
    if len(fragments) < 2:  # noqa: PLR2004 - what is not cut is read whole
        return None
    assembly = Assembly(Stretches().read, shelf, salt=_SALT)
    rows = _settle(assembly, fragments)
    if rows is None:
        return None
    return page(source, assembly.parts(rows), _metadata(fragments[0].source), dialect)


def _cut(source: str, found: Sequence[Title]) -> list[Fragment]:
    """Cut a page, and give each fragment the levels of its titles."""
    levels: dict[str, str] = {}
    fragments: list[Fragment] = []
    start, line, styles = 0, 1, set[str]()
    for title in found:
        if title.cut > 0:
            fragments.append(Fragment(source[start : title.cut], line, tuple(sorted(styles))))
            line += source.count("\n", start, title.cut)
            start, styles = title.cut, set()
        level = levels.setdefault(title.style, f"{STYLE}{title.style}\n{len(levels) + 1}")
        styles.add(level)
    fragments.append(Fragment(source[start:], line, tuple(sorted(styles))))
    return fragments


def _settle(assembly: Assembly, cut: Sequence[Fragment]) -> list[Read] | None:
    """Read all fragments, and again those that ask for what others define."""
    wanted = [asked(fragment.source) for fragment in cut]
    fragments = list(cut)
    for _ in range(ROUNDS):
        rows = assembly.read(fragments)
        if rows is None or not (any(wanted) or reaches(rows)):
            return rows
        known = Known(rows)
        if not known.certain:
            return None
        again = [
            _with(fragment, known.context(fragment.source, names, number))
            for number, (fragment, names) in enumerate(zip(cut, wanted, strict=True))
        ]
        if again == fragments:
            return rows
        fragments = again
    return None


def _with(fragment: Fragment, lines: set[str]) -> Fragment:
    if not lines:
        return fragment
    context = tuple(sorted(lines.union(fragment.context)))
    return msgspec.structs.replace(fragment, context=context)


def _metadata(source: str) -> tuple[Datum, ...]:
    """Read what is said about the page, which comes first in it."""
    return _fields(source) if _FIELD.search(source) else ()


@lru_cache(maxsize=16)
def _fields(source: str) -> tuple[Datum, ...]:
    return metadata(page_fields(read_source(source)))
