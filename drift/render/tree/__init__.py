"""A site's pages -> text, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.tree.view import TreeView


@cache
def renderers() -> MappingProxyType[str, Renderer[TreeView]]:
    """Find the formats of a tree.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.tree", Renderer))
