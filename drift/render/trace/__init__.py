"""The life of a page or section, or who wrote each block of it -> bytes, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from drift.discovery import discover
from drift.render.trace.base import TraceRenderer


@cache
def renderers() -> MappingProxyType[str, TraceRenderer]:
    """Find the formats.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.trace", TraceRenderer))
