"""Commits and what is told of them -> a stream of bytes, one format a module."""

from __future__ import annotations

from drift.discovery import discover, find
from drift.render.log.base import LogRenderer


def formats() -> tuple[str, ...]:
    """List the names of all formats, for which all are imported."""
    return tuple(discover("drift.render.log", LogRenderer))


def renderer(name: str) -> LogRenderer | None:
    """Find one format without importing the others.

    Args:
        name: What a user wrote.

    Returns:
        The renderer, or None where there is none of that name.
    """
    return find("drift.render.log", LogRenderer, name)
