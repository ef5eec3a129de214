"""reStructuredText source -> page."""

from __future__ import annotations

from drift.parse.base import Parser
from drift.parse.shelf import MemoryShelf
from drift.trees.page import Page
from drift.trees.site import Dialect


def parse(source: str, dialect: Dialect) -> Page:
    """Read a page.

    Args:
        source: The text.
        dialect: How the site's generator makes anchors.

    Returns:
        The tree.

    Raises:
        Unbearable: The page cannot be read in good time.
    """
    # docutils takes longer to import than a page to parse; most runs meet no page that needs it.
    from drift.parse.restructured.page import parse as read  # noqa: PLC0415

    return read(source, dialect)


def by_fragments(source: str, dialect: Dialect, shelf: MemoryShelf) -> Page | None:
    """Read a page of which some sections may have been read before.

    Args:
        source: The text.
        dialect: How the site's generator makes anchors.
        shelf: Fragments that were read before.

    Returns:
        The tree; None where the page must be read whole.

    Raises:
        Unbearable: The page cannot be read in good time.
    """
    from drift.parse.restructured.fragmented import read  # noqa: PLC0415 - as above

    return read(source, dialect, shelf)


RST = Parser("rst", version=13, suffixes=(".rst", ".rest"), parse=parse, by_fragments=by_fragments)
