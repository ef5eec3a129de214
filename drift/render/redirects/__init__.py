"""Redirects -> a map, one format a module; the formats of maps read and complete them as well."""

from __future__ import annotations

from fnmatch import fnmatchcase

from drift.discovery import Variants
from drift.render.redirects.base import RedirectFormat

formats: Variants[RedirectFormat] = Variants("drift.render.redirects", RedirectFormat)
"""The formats of redirects, by name."""


def detect(name: str, text: str) -> tuple[RedirectFormat, ...]:
    """Tell the format of a map.

    Args:
        name: Of its file, without folder.
        text: What stands in it.

    Returns:
        The one whose files are called so and look so; else the one that the text looks like; else the one whose files are
        called so; several where nothing tells which of them, as of a file with two maps.
    """
    maps = [(one, one.book) for one in formats().values() if one.book]
    named = [one for one, book in maps if any(fnmatchcase(name, at) for at in book.files)]
    alike = [one for one, book in maps if book.knows(text)]
    return tuple([one for one in named if one in alike] or alike or named)
