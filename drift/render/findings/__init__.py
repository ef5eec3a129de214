"""A review -> text, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.findings.view import FindingsView


@cache
def renderers() -> MappingProxyType[str, Renderer[FindingsView]]:
    """Find the formats of a review.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.findings", Renderer))
