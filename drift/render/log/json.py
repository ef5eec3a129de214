"""A log -> one JSON array, written entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.render.base import Wishes
from drift.render.log.base import Logged, LogRenderer
from drift.render.log.jsonl import line


def render(log: Iterable[Logged], _view: Wishes) -> Iterator[bytes]:
    """Write a log as one document.

    Args:
        log: The commits.
        _view: How people wish to see it plays no part.

    Yields:
        The array, indented; an element for each commit of which something is told.
    """
    before = b"["
    for logged in log:
        if logged.told is not None:
            element = msgspec.json.format(line(logged.told), indent=2)
            # A line end inside a JSON string is written as two signs, so each that is found here begins a line.
            yield before + b"\n  " + element.replace(b"\n", b"\n  ")
            before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


JSON = LogRenderer("json", render)
