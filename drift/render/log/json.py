"""A log -> one JSON array, written entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drift.render.base import Wishes
from drift.render.encode import array
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
    yield from array(line(logged.told) for logged in log if logged.told is not None)


JSON = LogRenderer("json", render)
