"""The symlinks of a tree -> what each of them leads to, as it is written in it; none is ever followed here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from drift.revision.base import Content, shown

LONGEST = 1024
"""Bytes of a target that are believed: macOS takes no longer one, and nobody writes one by hand."""


def target(content: Content) -> str:
    """Read what a symlink says.

    Args:
        content: Its blob.

    Returns:
        The target, as paths are written; empty where it cannot be read or is too long, so that it leads nowhere known.
    """
    return shown(content) if isinstance(content, bytes) and len(content) <= LONGEST else ""


def targets(names: Iterable[str], contents: Iterable[Content]) -> dict[str, str]:
    """Read what the symlinks of a commit or index say.

    Args:
        names: What each is known by.
        contents: Their blobs, in the same order.

    Returns:
        Name -> target.
    """
    return {name: target(content) for name, content in zip(names, contents, strict=True)}


def on_disk(places: Iterable[tuple[str, Path]]) -> dict[str, str]:
    """Read what symlinks on disk say.

    Args:
        places: Path in the tree, and place on disk.

    Returns:
        Path -> target.
    """
    return {path: target(_written(place)) for path, place in places}


def _written(place: Path) -> bytes:
    try:
        return os.fsencode(place.readlink())
    except OSError:
        # It went since it was listed.
        return b""
