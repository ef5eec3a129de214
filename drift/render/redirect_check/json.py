"""What is wrong with a redirect map -> one JSON document: a list with a row a finding."""

from __future__ import annotations

from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.redirect_check.view import CheckView


def render(view: CheckView) -> str:
    """Write the findings as JSON.

    Args:
        view: The findings; how people wish to see them plays no part.

    Returns:
        The list, indented, with a line end.
    """
    return encode(view.findings)


JSON = Renderer("json", render)
