"""The life of a page or section, or who wrote each block of it -> text, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.trace.view import TraceView


@cache
def renderers() -> MappingProxyType[str, Renderer[TraceView]]:
    """Find the formats.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.trace", Renderer))
