"""Terms that were renamed -> text, one format a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.terms.view import TermsView


@cache
def renderers() -> MappingProxyType[str, Renderer[TermsView]]:
    """Find the formats of a list of terms.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.terms", Renderer))
