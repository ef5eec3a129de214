"""A site's pages -> text, one format a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.tree.view import TreeView

renderers: Variants[Renderer[TreeView]] = Variants("drift.render.tree", Renderer)
"""The formats of a tree, by name."""
