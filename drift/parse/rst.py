"""reStructuredText source -> page."""

from __future__ import annotations

from drift.parse.base import Parser
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


RST = Parser("rst", version=2, suffixes=(".rst", ".rest"), parse=parse)
