"""What a renderer of trees is given: the pages of a revision, and what their links point to."""

from __future__ import annotations

from drift.explain.base import Side
from drift.render.base import Wishes
from drift.trees.page import Page
from drift.trees.site import Site


class TreeView(Wishes, frozen=True, kw_only=True):
    """A site, the pages of it that were asked for, and the wishes of their reader."""

    side: Side
    site: Site
    pages: dict[str, Page]
    # Those to be shown; links are resolved in the whole site.
