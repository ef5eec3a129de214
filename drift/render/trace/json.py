"""A life, or who wrote what there is -> one JSON array, written element by element."""

from __future__ import annotations

from collections.abc import Iterator

from drift.render.encode import array, compact
from drift.render.trace.base import TraceRenderer, TraceView
from drift.render.trace.document import moment_row


def render(view: TraceView) -> Iterator[bytes]:
    """Write a list of moments, newest first, or of blocks in the order of the page.

    Args:
        view: What is to be written; the reader's wishes play no part.

    Yields:
        The array, indented.
    """
    rows = map(moment_row, view.moments) if view.blamed is None else view.blamed
    yield from array(map(compact, rows))


JSON = TraceRenderer("json", render)
