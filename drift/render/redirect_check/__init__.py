"""What is wrong with a redirect map -> text, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from drift.discovery import discover
from drift.render.base import Renderer
from drift.render.redirect_check.view import CheckView


@cache
def renderers() -> MappingProxyType[str, Renderer[CheckView]]:
    """Find the formats of what is wrong.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.redirect_check", Renderer))
