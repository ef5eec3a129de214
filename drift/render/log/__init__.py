"""Commits and what is told of them -> a stream of bytes, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from drift.discovery import discover, find
from drift.render.log.base import LogRenderer


@cache
def renderers() -> MappingProxyType[str, LogRenderer]:
    """Find all formats of a log.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.log", LogRenderer))


def renderer(name: str) -> LogRenderer | None:
    """Find one format without importing the others.

    Args:
        name: What a user wrote.

    Returns:
        The renderer, or None where there is none of that name.
    """
    return find("drift.render.log", LogRenderer, name)
