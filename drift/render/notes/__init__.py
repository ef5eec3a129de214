"""Notes -> text, one format a module; the formats share the words beside them."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.notes.base import NotesView


@cache
def renderers() -> MappingProxyType[str, Renderer[NotesView]]:
    """Find the formats of notes.

    Returns:
        The renderers by name.
    """
    return MappingProxyType(discover("drift.render.notes", Renderer))
