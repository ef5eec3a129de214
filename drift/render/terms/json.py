"""Terms -> one JSON list."""

from __future__ import annotations

from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.terms.view import TermsView


def render(view: TermsView) -> str:
    """Write terms for programs.

    Args:
        view: The terms; how people wish to see them plays no part.

    Returns:
        The list, a term an object.
    """
    return encode(view.terms)


JSON = Renderer("json", render)
