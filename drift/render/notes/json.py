"""Notes -> JSON: what templates are given, whole."""

from __future__ import annotations

from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.notes.base import NotesView


def render(view: NotesView) -> str:
    """Write notes as one JSON document.

    Args:
        view: The notes; how they are to be shown plays no part.

    Returns:
        The document.
    """
    return encode(view.notes)


JSON = Renderer("json", render)
