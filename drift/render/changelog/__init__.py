"""Changelog -> text, one format a module; the formats share the reading order and the words beside them."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover, find
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.changelog.view import View


@cache
def renderers() -> MappingProxyType[str, Renderer[View]]:
    """Find the formats of a changelog.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.changelog", Renderer))


def renderer(name: str) -> Renderer[View] | None:
    """Find one format without importing the others.

    Args:
        name: What a user wrote.

    Returns:
        The renderer, or None where there is none of that name.
    """
    return find("drift.render.changelog", Renderer, name)
