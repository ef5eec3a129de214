"""Notes -> text, one format a module; the formats share the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drift.discovery import Variants
from drift.render.base import Renderer

if TYPE_CHECKING:
    from drift.render.notes.base import NotesView

renderers: Variants[Renderer[NotesView]] = Variants("drift.render.notes", Renderer)
"""The formats of notes, by name."""
