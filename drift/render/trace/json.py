"""A life, or who wrote what there is -> one JSON array, written element by element."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift.render.encode import compact
from drift.render.trace.base import TraceRenderer, TraceView
from drift.render.trace.document import block_row, moment_row


def render(view: TraceView) -> Iterator[bytes]:
    """Write a list of moments, newest first, or of blocks in the order of the page.

    Args:
        view: What is to be written; the reader's wishes play no part.

    Yields:
        The array, indented.
    """
    rows = map(moment_row, view.moments) if view.blamed is None else map(block_row, view.blamed)
    before = b"["
    for row in rows:
        element = msgspec.json.format(compact(row), indent=2)
        # A line end inside a JSON string is written as two signs, so each that is found here begins a line.
        yield before + b"\n  " + element.replace(b"\n", b"\n  ")
        before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


JSON = TraceRenderer("json", render)
